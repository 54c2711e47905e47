"""The boxes of a theory say at a glance what opens below them."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

from tests.support.html import Document, document, text_of

from theorybook.record_id import RecordId
from theorybook.site import Site


def glance_and_terms(page: Document, step: Element) -> tuple[str, list[str]]:
    """Return what a box says at a glance, and the gaps and terms that open below it."""
    (glance,) = step.iter("summary")
    gaps = ["ot known" for _ in page.with_class("unread", step)]
    links = [a for line in page.with_class("step__term", step) for a in line.iter("a")]
    return text_of(glance), [*gaps, *dict.fromkeys(map(text_of, links))]


def test_each_box_says_at_a_glance_what_opens_below_it(site: Site, real_site: Path) -> None:
    for theory in site.theories:
        page = document(real_site, site.addresses[RecordId("theory", theory.id)])
        boxes = page.with_class("step")
        assert len(boxes) == 5
        found = [glance_and_terms(page, box) for box in boxes]
        assert sum(len(terms) for _, terms in found) >= 3
        for glance, terms in found:
            assert [term for term in terms if term not in glance] == [], theory.id
