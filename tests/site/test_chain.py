"""The picture of a theory says what the list beside it says, in both of its forms."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from tests.support.html import SVG, Document, document, text_of

from theorybook.record_id import RecordId
from theorybook.site import Site

pytestmark = pytest.mark.xdist_group("site")
TITLE = SVG.replace("svg}svg", "svg}title")
TEXT = SVG.replace("svg}svg", "svg}text")


def listed(page: Document) -> list[str]:
    """Return the names, gaps and terms in the list, in order."""
    return [words for step in page.with_class("step") for words in words_of(page, step)]


def words_of(page: Document, step: Element) -> list[str]:
    """Return the name of a step, whether it is unknown, and its terms."""
    (heading,) = step.iter("h3")
    gaps = ["Not known" for _ in page.with_class("said--unknown", step)]
    lines = page.with_class("step__term", step)
    return [
        (heading.text or "").strip(),
        *gaps,
        *dict.fromkeys(text_of(a) for line in lines for a in line.iter("a")),
    ]


def test_both_pictures_say_what_the_list_says(site: Site, real_site: Path) -> None:
    for theory in site.theories:
        page = document(real_site, site.addresses[RecordId("theory", theory.id)])
        wanted = listed(page)
        assert len(wanted) >= 8
        pictures = page.with_class("chain")
        assert len(pictures) == 2
        for picture in pictures:
            (title,) = picture.iter(TITLE)
            words = " ".join("".join(line.itertext()) for line in picture.iter(TEXT))
            assert in_order(wanted, text_of(title)), (wanted, text_of(title))
            assert in_order(wanted, words), (wanted, words)


def in_order(wanted: list[str], text: str) -> bool:
    """Tell whether all these words stand in a text, one after the other."""
    place = 0
    for words in wanted:
        place = text.find(words, place)
        if place == -1:
            return False
        place += len(words)
    return True
