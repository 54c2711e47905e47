"""The texts for a proposal: each has its limits, its source, and who says what."""

from __future__ import annotations

import re
from html import unescape

import pytest
from tests.support.editions import renderer
from tests.support.made import rendered

from theorybook.addresses import proposal_address
from theorybook.exports.proposal_files import proposal_files
from theorybook.record_id import RecordId
from theorybook.render import Renderer
from theorybook.site import Site

LENGTHS = ("short", "medium", "long")
THEORY = RecordId("theory", "T001")


@pytest.fixture
def texts(garden_site: Site) -> dict[str, str]:
    """Return the three texts as they are read: one is on the page, which leads to the others."""
    html = rendered(garden_site, garden_site.addresses[THEORY])
    short = re.search(r'data-copy-name="the short text"[^>]*>(.*?)</div>', html, re.DOTALL)
    assert short
    files = dict(proposal_files(renderer(garden_site)))
    addresses = {length: proposal_address("T001", length) for length in LENGTHS[1:]}
    assert all(f'href="../../{address}"' in html for address in addresses.values())
    longer = {length: files[address] for length, address in addresses.items()}
    return {"short": unescape(re.sub("<[^>]+>", "", short[1])), **longer}


def test_each_has_the_limits_and_the_source(garden_site: Site, texts: dict[str, str]) -> None:
    made: Renderer = renderer(garden_site)
    cited = made.citations.of(THEORY)
    assert tuple(texts) == LENGTHS
    for text in texts.values():
        assert made.edition.limits.of(THEORY) in text
        assert "A good lead, not proof." in text
        assert f"(T001, Version {cited.version})" in text
        assert cited.link in text
        assert garden_site.theory("T001").headline.text in text


def test_each_is_longer_than_the_one_before(texts: dict[str, str]) -> None:
    lengths = [len(texts[name]) for name in LENGTHS]
    assert lengths == sorted(lengths)
    assert len(set(lengths)) == 3


def test_nobody_else_says_we(garden_site: Site, texts: dict[str, str]) -> None:
    name = renderer(garden_site).edition.name
    action = garden_site.theory("T001").actions[0]
    for length in LENGTHS[1:]:
        assert f"{action.text} (advice by {name}" in texts[length]
    assert "our advice" not in " ".join(texts.values()).lower()


def test_the_longer_ones_name_every_study_and_what_was_read(
    garden_site: Site, texts: dict[str, str]
) -> None:
    for item in garden_site.theory("T001").evidence:
        study = garden_site.study(item.study)
        said = f"({item.stance.value}, {item.directness.value}; read: {study.depth.value})"
        assert said in texts["medium"]
        assert said in texts["long"]
        assert item.adds in texts["long"]
    for key in garden_site.cited(
        tuple(e.finding or e.quote or "" for e in garden_site.theory("T001").evidence)
    ):
        assert garden_site.references[key].title in texts["long"]


def test_what_is_retired_is_not_proposed(garden_site: Site) -> None:
    address = garden_site.addresses[RecordId("theory", "T015")]
    assert "the short text" not in rendered(garden_site, address)
    files = dict(proposal_files(renderer(garden_site)))
    for length in LENGTHS[1:]:
        text = files[proposal_address("T015", length)]
        assert "so we give no text for a proposal" in text
        assert garden_site.theory("T001").headline.text not in text


def test_a_file_has_its_paragraphs_apart_and_nothing_of_a_page(garden_site: Site) -> None:
    files = dict(proposal_files(renderer(garden_site)))
    for text in files.values():
        assert text.startswith("\ufeff")  # so that every host's reader sees how it is written
        assert text.endswith("\n")
        assert "\n\n\n" not in text
        assert not re.search(r"</?(?:p|bdi)>|&(?:lt|#39);", text)
    theory = garden_site.theory("T001")
    long = files[proposal_address("T001", "long")].split("\n\n")
    assert sum(item.adds in paragraph for item in theory.evidence for paragraph in long) >= len(
        theory.evidence
    )
