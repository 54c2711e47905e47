"""Addresses: every record has one, and links between them lead back to their target."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theorybook.addresses import record_addresses, relative
from theorybook.record_id import RecordId
from theorybook.records import Records
from theorybook.site import Site

PART = st.from_regex(r"[a-z0-9][a-z0-9._-]{0,5}", fullmatch=True)
PAGE = st.lists(PART, max_size=4).map(lambda parts: "".join(f"{part}/" for part in parts))
FILE = st.builds("{}{}.html".format, PAGE, PART)
ANCHOR = st.just("") | PART.map("#{}".format)
BASES = ("https://example.org/", "https://example.org/sub/folder/")


@given(PAGE | FILE, ANCHOR, PAGE | FILE, st.sampled_from(BASES))
def test_a_relative_link_resolves_to_its_target(
    target: str, anchor: str, page: str, base: str
) -> None:
    link = relative(target + anchor, page)
    assert urljoin(base + page, link) == base + target + anchor
    assert not urlsplit(link).scheme
    assert not link.startswith("/")


@pytest.mark.parametrize(
    ("target", "page", "link"),
    [
        ("theories/x/#words", "quotes/", "../theories/x/#words"),
        ("quotes/#Q001", "quotes/", "#Q001"),
        ("", "", "./"),
        ("", "theories/x/", "../../"),
        ("theories/", "theories/x/", "../"),
        ("theories/x/", "theories/x/", "./"),
        ("theories/y/", "theories/x/", "../y/"),
        ("theories/x/", "", "theories/x/"),
        ("#top", "", "#top"),
        ("assets/site.css", "404.html", "assets/site.css"),
    ],
)
def test_relative(target: str, page: str, link: str) -> None:
    assert relative(target, page) == link


def test_every_record_has_its_own_address(garden_site: Site) -> None:
    addresses = garden_site.addresses
    assert len(set(addresses.values())) == len(addresses)
    assert not [address for address in addresses.values() if address.startswith("/")]


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("theory/T001", "theories/sharing-tools/"),
        ("evidence/T001-E2", "theories/sharing-tools/#T001-E2"),
        ("term/old-quarrels", "contexts/old-quarrels/"),
        ("term/shared-tools", "strategies/shared-tools/"),
        ("term/feeling-trusted", "mechanisms/feeling-trusted/"),
        ("term/leaving", "outcomes/leaving/"),
        ("study/example_2032-weeds", "studies/example_2032-weeds/"),
        ("finding/example2031beds-F1", "studies/example2031beds/#example2031beds-F1"),
        ("reference/example2031beds", "references/#example2031beds"),
        ("quote/Q004", "quotes/#Q004"),
        ("glossary/compost", "glossary/#compost"),
    ],
)
def test_addresses(garden_site: Site, name: str, address: str) -> None:
    assert garden_site.addresses[RecordId.parse(name)] == address


def test_nothing_has_no_addresses() -> None:
    assert record_addresses(Records()) == {}
