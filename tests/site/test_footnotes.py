"""A publication that a hand-written page cites has the text there that it has on our lists."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from markdown import markdown
from tests.support.bibliographies import CASES, text_of_html
from tests.support.editions import renderer
from tests.support.html import document, text_of

from references import as_markdown
from theorybook.bibliography.reading import parse_bibliography
from theorybook.problems import DataError
from theorybook.site import Site

EXTENSIONS = ["abbr", "attr_list", "def_list", "footnotes", "tables", "pymdownx.tilde"]


def test_a_footnote_agrees_to_the_letter_with_the_list_of_references(
    garden_built: Path, garden_site: Site
) -> None:
    """The titles in the garden are hard to show: HTML, Markdown, Hebrew, an escaped entity."""
    notes = document(garden_built, "about/").with_class("footnote")
    (listed,) = document(garden_built, "references/").with_class("references")
    found = {item.get("id"): item for note in notes for item in note.iter("li")}
    assert len(found) == len(garden_site.references)
    for item in listed.iter("li"):
        key = item.get("id")
        note = text_of(found[f"fn:{key}"]).partition("↩")[0].strip()
        assert text_of(item).startswith(note), key
        assert len(note) > 40
        links = [link.get("href") for link in found[f"fn:{key}"].iter("a")]
        addresses = [link.get("href") or "" for link in item.iter("a")]
        assert {at for at in addresses if at.startswith("http")} <= set(links)


@pytest.mark.parametrize("case", sorted(file.stem for file in CASES.glob("*.bib")))
def test_markdown_takes_no_sign_of_a_reference_for_its_own(case: str, garden_site: Site) -> None:
    try:
        found = parse_bibliography((CASES / f"{case}.bib").read_text(encoding="utf-8"), "r.bib")
    except DataError:
        return
    site = replace(garden_site, references=found)
    made = renderer(site)
    for key in found:
        html = made.reference(key)
        shown = markdown(f"x[^1]\n\n[^1]: {as_markdown(html)}", extensions=EXTENSIONS)
        assert text_of_html(html) in text_of_html(shown)
