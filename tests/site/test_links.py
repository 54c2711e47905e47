"""Every link inside the site leads somewhere, at the site's root and under a folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from tests.support.built import EDIT, REAL, SUB
from tests.support.html import Document
from tests.support.qr import IN_PLACE

from theorybook.model.helpline import Helpline
from theorybook.model.standard import Standard
from theorybook.site import Site

ATTRIBUTES = ("href", "src", "action")


def links(page: Document) -> Iterator[str]:
    """Yield everything a page points at."""
    for element in page.root.iter():
        found = (link for name in ATTRIBUTES if (link := element.get(name)) is not None)
        yield from (link for link in found if not IN_PLACE.fullmatch(link))
        yield from (part.split()[0] for part in (element.get("srcset") or "").split(",") if part)


def lost(pages: tuple[Document, ...], folder: Path, base: str) -> list[tuple[str, str]]:
    """Return each link that leads to nothing, with its page."""
    ids = {page.url: frozenset(page.ids) for page in pages}
    return [
        (page.url, link)
        for page in pages
        for link in links(page)
        if not leads_somewhere(urljoin(base + page.url, link), folder, base, ids)
    ]


def leads_somewhere(url: str, folder: Path, base: str, ids: dict[str, frozenset[str]]) -> bool:
    """Tell whether an address is there; those of other hosts are taken on trust."""
    parts, host = urlsplit(url), urlsplit(base)
    if "=" in parts.fragment:  # what a script reads, and no anchor
        parts = parts._replace(fragment="")
    if (parts.scheme, parts.netloc) != (host.scheme, host.netloc):
        return parts.scheme in ("https", "http", "mailto", "tel", "sms")
    if not parts.path.startswith(host.path):
        return False
    address = unquote(parts.path.removeprefix(host.path))
    if parts.fragment:
        return unquote(parts.fragment) in ids.get(address, frozenset())
    return address in ids or (folder / address).is_file()


def test_every_link_leads_somewhere(pages: tuple[Document, ...], real_site: Path) -> None:
    assert lost(pages, real_site, REAL) == []


def test_the_site_can_live_in_a_folder(
    garden_pages: tuple[Document, ...], garden_built: Path
) -> None:
    assert lost(garden_pages, garden_built, SUB) == []


def test_links_to_other_hosts_are_those_of_the_data(
    pages: tuple[Document, ...], site: Site
) -> None:
    named = [url for entry in site.glossary for url in entry.read_at]
    named += [url for ref in site.references.values() for url in (ref.link, ref.url) if url]
    named += [study.licence_url or "" for study in site.studies]
    named += [seen.address or "" for line in site.of(Helpline) for seen in line.seen_on]
    named += [way.link or "" for line in site.of(Helpline) for way in line.ways]
    named += [url for guide in site.of(Standard) for url in guide.read_at]
    known = {urlsplit(url).netloc for url in (*named, REAL, EDIT)} | {
        "creativecommons.org",
        "doi.org",
        "pmc.ncbi.nlm.nih.gov",
        "pubmed.ncbi.nlm.nih.gov",
    }
    found = {urlsplit(link).netloc for page in pages for link in links(page) if "://" in link}
    assert found <= known


def test_nothing_is_loaded_from_another_host(pages: tuple[Document, ...]) -> None:
    loaded = [
        (page.url, element.get("src") or element.get("href"))
        for page in pages
        for element in page.root.iter()
        if element.get("src") or (element.tag == "link" and element.get("rel") != "canonical")
    ]
    from_elsewhere = [item for item in loaded if not IN_PLACE.fullmatch(item[1] or "")]
    assert len(from_elsewhere) < len(loaded)
    assert [item for item in from_elsewhere if "//" in (item[1] or "")] == []


def test_what_style_sheets_name_is_there(real_site: Path) -> None:
    for sheet in real_site.rglob("*.css"):
        for name in re.findall(r"""url\(["']?([^"')]+)""", sheet.read_text(encoding="utf-8")):
            if not name.startswith(("data:", "#")):
                assert (sheet.parent / name.partition("?")[0].partition("#")[0]).is_file(), name
