"""What has to be on our site is on it: what could not be read, and the facts of each study."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

from tests.support.html import Document, blocks, document, text_of

from theorybook.data.folder import read_folder
from theorybook.model.base import prose_in
from theorybook.record_id import RecordId
from theorybook.site import Site


def test_what_waits_is_no_study_yet(root: Path, site: Site) -> None:
    record = read_folder(root / "data").files["waiting"].record
    assert record is not None
    assert {entry.id for entry in record.waiting}.isdisjoint(site.references)


def test_what_could_not_be_read_is_said_to_be_unknown(site: Site, real_site: Path) -> None:
    for theory in site.theories:
        for slot in theory.slots.values():
            if slot.unknown and slot.unknown.term:
                term = RecordId("term", slot.unknown.term)
                address = site.addresses[term]
                page = document(real_site, site.addresses[RecordId("theory", theory.id)])
                steps = [s for s in page.with_class("step")
                         if f"../../{address}" in [a.get("href") for a in s.iter("a")]]  # fmt: skip
                assert any("not known" in text_of(step).lower() for step in steps), theory.id
                assert theory.short in document(real_site, address).text


def test_a_reason_that_no_source_gives_is_shown_as_unknown(site: Site, real_site: Path) -> None:
    gapped = [theory for theory in site.theories if theory.mechanism.unknown]
    for theory in gapped:
        page = document(real_site, site.addresses[RecordId("theory", theory.id)])
        (why,) = (s for s in page.with_class("step") if shown(s).startswith("Why mechanism"))
        assert theory.mechanism.unknown
        assert f"Our reading, not known: {theory.mechanism.unknown.what}" in text_of(why)


def test_each_tension_is_read_in_half_a_minute(site: Site) -> None:
    words_a_minute = 250  # what we count on
    said = {
        tension.id: len(" ".join(text for _, text in prose_in(tension)).split())
        for tension in site.tensions
    }
    assert {id_: words for id_, words in said.items() if words > words_a_minute / 2} == {}


def test_the_facts_of_each_study_are_there(site: Site, real_site: Path) -> None:
    for study in site.studies:
        page = document(real_site, site.addresses[RecordId("study", study.key)])
        told = [*blocks(page.root), *rows(page)]
        facts = [study.setting.text, study.population.text, study.methods.text, study.depth_note]
        facts += filter(None, [study.credit, site.references[study.key].doi])
        for fact in facts:
            assert any(fact in block for block in told), (study.key, fact)


def shown(step: Element) -> str:
    """Return the words of a step, as one line."""
    return " ".join(text_of(step).split())


def rows(page: Document) -> list[str]:
    """Return each line of the tables of facts: its name and what it says."""
    return [" ".join(blocks(e)) for e in page.all("div") if e.find("dt") is not None]
