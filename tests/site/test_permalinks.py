"""Every quotation, piece of evidence, finding and question has a link to where it stays."""

from __future__ import annotations

import re
from urllib.parse import urldefrag

from tests.support.html import Document, text_of

# Parts with an address of their own, by the form of their anchors.
PART = re.compile(r"T\d+-E\d+|Q\d{3}|[\w-]+-F\d+|T\d+-Q\d+|T\d+-check-\d+")


def test_every_part_has_a_link_of_its_own(garden_pages: tuple[Document, ...]) -> None:
    counted = 0
    # What only leads on, and the list of versions, show no part.
    pages = [p for p in garden_pages if p.all("article") and p.url != "check/"]
    for page in pages:
        linked = {link.get("href") or "" for link in page.with_class("permalink")}
        ends = {urldefrag(link)[1] or link.rstrip("/").rpartition("/")[2] for link in linked}
        figures = {e.get("id") or "" for e in page.root.iter() if e.tag not in ("a", "p")}
        parts = {id_ for id_ in figures if PART.fullmatch(id_)}
        assert parts <= ends, page.url
        counted += len(linked)
    assert counted > 20


def test_no_two_links_of_a_page_have_one_name(garden_pages: tuple[Document, ...]) -> None:
    for page in garden_pages:
        names = [text_of(link) for link in page.with_class("permalink")]
        assert len(names) == len(set(names)), page.url
