"""Citations on the pages: what can be copied is what is shown, and each file is there."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs

import pytest
from tests.support.html import Document, document, text_of

from theorybook.addresses import relative
from theorybook.record_id import RecordId
from theorybook.site import Site

FORMS = ("bib", "ris", "json")


def links(page: Document) -> set[str]:
    """Return what a page links to."""
    return {link.get("href") or "" for link in page.all("a")}


def test_each_record_links_its_files_and_they_are_there(site: Site, real_site: Path) -> None:
    expected = {
        **{
            f"cite/{t.id}": site.addresses[RecordId("theory", t.id)]
            for t in site.everything.theories
        },
        **{f"cite/{q.id}": "quotes/" for q in site.everything.quotes},
        **{f"cite/{key}": f"studies/{key}/" for key in site.references},
        **{f"cite/{key}-publication": f"studies/{key}/" for key in site.references},
    }
    for file, address in expected.items():
        for form in FORMS:
            assert relative(f"{file}.{form}", address) in links(document(real_site, address))
            assert (real_site / f"{file}.{form}").stat().st_size > 0
    assert len(list((real_site / "cite").iterdir())) == len(expected) * len(FORMS)


@pytest.mark.parametrize("kind", ["theory", "study"])
def test_the_line_that_can_be_copied_is_shown_in_full(
    kind: str, site: Site, real_site: Path
) -> None:
    records = {name: r for name, r in site.everything.by_id.items() if name.kind == kind}
    for name, record in records.items():
        page = document(real_site, site.addresses[name])
        part = page.one("section", **{"aria-labelledby": "about-use"})
        lines = [e for e in part.iter("span") if e.get("data-copy") == ""]  # copies what it shows
        assert len(lines) == {"theory": 2, "study": 4}[kind]
        assert len({e.get("data-copy-name") for e in lines}) == len(lines)
        version = f"ersion {record.history[-1].version}"
        ours = [text_of(line) for line in lines if version in text_of(line)]
        assert len(ours) == 2
        for line in ours:
            assert name.id in line
            assert site.settings.content_licence in line
            assert str(record.history[-1].date.year) in line
            assert site.addresses[name] in line


def test_a_study_page_says_when_to_cite_what(site: Site, real_site: Path) -> None:
    page = document(real_site, site.addresses[RecordId("study", site.studies[0].key)])
    part = text_of(page.one("section", **{"aria-labelledby": "about-use"}))
    assert "To say what the study found, cite the publication." in part
    assert "To say how we read it, cite this page." in part


def test_each_quotation_can_be_copied_as_a_citation(site: Site, real_site: Path) -> None:
    page = document(real_site, "quotes/")
    copied = [e.get("data-copy") or "" for e in page.all("span") if e.get("data-copy")]
    assert len(copied) == len(site.everything.quotes)
    for quote in site.everything.quotes:
        (line,) = [text for text in copied if f"({quote.id}, Version {quote.version})" in text]
        assert f"“{quote.exact}”" in line


def test_programs_find_each_publication_in_the_references(
    site: Site, pages: tuple[Document, ...]
) -> None:
    spans = {page.url: page.with_class("Z3988") for page in pages}
    found = {url: [parse_qs(e.get("title") or "") for e in es] for url, es in spans.items() if es}
    assert len(found.pop("references/")) == len(site.references)
    assert set(found) == {f"studies/{key}/" for key in site.references}
    for url, publications in found.items():
        (publication,) = publications
        reference = site.references[url.split("/")[1]]
        titles = [publication.get(f"rft.{name}") for name in ("atitle", "btitle", "title")]
        assert [reference.title] in titles, url
    assert all(not text_of(e) for elements in spans.values() for e in elements)
