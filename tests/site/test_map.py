"""Every page of the evidence map, as it is written: each cell says what the data say."""

from __future__ import annotations

from pathlib import Path

from tests.support.html import Document, document, text_of
from tests.support.recount import Count, recount

from theorybook.evidence_map.state import State
from theorybook.evidence_map.views import VIEWS, parts
from theorybook.model.term import TermKind
from theorybook.site import Site


def said(page: Document) -> dict[str, str]:
    """Return what every cell of the table says, signs left out, by its row and column."""
    columns = [head.get("data-column") for head in page.all("th") if head.get("data-column")]
    cells = {}
    for row in page.all("tr"):
        head, *rest = row
        if (head.get("id") or "").startswith("row-"):
            for column, cell in zip(columns, rest, strict=True):
                words = [text_of(said) for said in cell.iter() if said.get("class") == "sr"]
                anchor = f"{str(head.get('id')).removeprefix('row-')}--{column}"
                cells[anchor] = "".join(words)
                links = [link.get("href") for link in cell.iter("a")]
                assert links == [f"#{anchor}"] * bool(words)
    return cells


def wanted(
    site: Site, kind: TermKind, counts: dict[tuple[str, str], Count], about: str
) -> dict[str, str]:
    """Return what every cell has to say, counted another way."""
    lines = {}
    for row in (term for term in site.terms_of(kind) if not term.unknown):
        for column in (term for term in site.terms_of(TermKind.OUTCOME) if not term.unknown):
            if about in ("", *column.concerns):
                lines[f"{row.id}--{column.id}"] = words(
                    counts[row.id, column.id], harm=not column.wanted
                )
    return lines


def words(count: Count, *, harm: bool) -> str:
    """Return what a cell says of a count."""
    studies, theories = len(count.studies), len(count.theories)
    if count.state == "no study we read looked":
        return ""
    words = State(count.state).reading(harm=harm).words
    return (
        f"{words}, {studies} {'study' if studies == 1 else 'studies'}, "
        f"{theories} {'theory' if theories == 1 else 'theories'}"
    )


def test_every_cell_of_every_page(site: Site, real_site: Path) -> None:
    for part in (None, *parts(site)):
        chosen = {part.field: part.value} if part else {}
        counts = recount(site, **chosen)
        for kind, whole in VIEWS.items():
            address = part.address(kind) if part else whole
            expected = wanted(site, kind, counts, chosen.get("about", ""))
            assert said(document(real_site, address)) == expected, address
