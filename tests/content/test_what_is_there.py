"""What has to be on our site is on it: what could not be read, and the facts of the first study."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from tests.support.html import Document, blocks, document, text_of

from theorybook.data.folder import read_folder
from theorybook.model.base import Depth, prose_in
from theorybook.record_id import RecordId
from theorybook.site import Site

pytestmark = pytest.mark.xdist_group("site")
STUDY = "studies/halsall2023closure/"


def test_there_is_as_much_as_we_say(site: Site) -> None:
    assert [theory.id for theory in site.theories][:4] == ["T001", "T002", "T003", "T004"]
    assert len(site.theories) >= 20
    assert len(site.studies) >= 140
    assert len(site.tensions) >= 20
    gaps = [gap for theory in site.theories for gap in theory.gaps]
    gaps += [gap for study in site.studies for gap in study.unread]
    assert len(gaps) > 180
    assert len(site.everything.by_id) > 300
    assert len(site.go) > 900


def test_what_waits_is_known(root: Path) -> None:
    record = read_folder(root / "data").files["waiting"].record
    assert record is not None
    assert {entry.id for entry in record.waiting} >= {"devanethesis", "hsc2023mechanisms"}


UNKNOWN: dict[str, dict[str, tuple[str, ...]]] = {
    "When context": {
        "loft-over-arching-context": ("T001", "T002", "T003", "T004"),
        "loft-clients-over-arching-context": ("T005", "T006", "T007"),
    },
    "What changes outcome": {
        "loft-clients-over-arching-outcome": ("T005", "T006", "T007"),
    },
}


@pytest.mark.parametrize(
    ("step", "term"), [(step, term) for step, terms in UNKNOWN.items() for term in terms]
)
def test_what_could_not_be_read_is_said_to_be_unknown(
    site: Site, real_site: Path, step: str, term: str
) -> None:
    address = site.addresses[RecordId("term", term)]
    own = document(real_site, address)
    for id_ in UNKNOWN[step][term]:
        page = document(real_site, site.addresses[RecordId("theory", id_)])
        (found,) = (s for s in page.with_class("step") if shown(s).startswith(step))
        assert "not known" in text_of(found).lower()
        assert f"../../{address}" in [a.get("href") for a in found.iter("a")]
        assert site.theory(id_).short in own.text


def test_a_reason_that_no_source_gives_is_shown_as_unknown(site: Site, real_site: Path) -> None:
    gapped = [theory for theory in site.theories if theory.mechanism.unknown]
    assert {"T001", "T002", "T003", "T004"} <= {theory.id for theory in gapped}
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


def test_what_the_limits_say_of_our_reading_is_true(site: Site, real_site: Path) -> None:
    read_in_full = [s.key for s in site.studies if s.depth is Depth.FULL_TEXT]
    says_none = "We have read no article in full." in document(real_site, "about/limits/").text
    assert says_none == (not read_in_full), "mend docs/about/limits.md"


@pytest.mark.parametrize(
    "fact",
    [
        "Tanya Halsall, Mardi Daley, Lisa D. Hawke, Jo Henderson, Kimberly Matheson",
        "International Journal of Mental Health Systems, volume 17, article 34, 2023",
        "10.1186/s13033-023-00608-4",
        "PMID 37875958",
        "PMCID PMC10594763",
        "License CC BY 4.0",
        "© The Author(s) 2023. Licensed under CC BY 4.0.",
        "LOFT Transitional Age Youth (TAY) peer services",
        "Semi-structured interviews and focus groups",
        "Peer and non-peer staff",
        "How many people took part",
        "exploring how involvement in youth peer support work can promote peer development",
    ],
)
def test_the_facts_of_the_study_are_there(real_site: Path, fact: str) -> None:
    page = document(real_site, STUDY)
    assert any(fact in block for block in (*blocks(page.root), *rows(page)))


def shown(step: Element) -> str:
    """Return the words of a step, as one line."""
    return " ".join(text_of(step).split())


def rows(page: Document) -> list[str]:
    """Return each line of the tables of facts: its name and what it says."""
    return [" ".join(blocks(e)) for e in page.all("div") if e.find("dt") is not None]
