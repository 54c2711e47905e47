"""The signs of the map stand in `State`, its colors in the style sheet: nowhere else."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from tests.support.editions import renderer

from theorybook.evidence_map.browser_data import browser_data
from theorybook.evidence_map.drawn import evidence_map
from theorybook.evidence_map.evidence_filter import EvidenceFilter
from theorybook.evidence_map.state import State
from theorybook.model.term import TermKind
from theorybook.pictures.palette import STYLE_SHEET, read_palette
from theorybook.pictures.poster import Poster, Spot
from theorybook.site import Site
from theorybook.template_engine import TEMPLATES

SVG = "{http://www.w3.org/2000/svg}"
COLOR = re.compile(r"#[0-9a-f]{3,8}\b", re.IGNORECASE)
# One cell of each state; no two have the same counts.
SPOTS = tuple(
    Spot(i * 44, 0, state.reading(harm=False), i, 10 + i) for i, state in enumerate(State)
)


# Colors that no style sheet of ours has.
PALETTE = {
    "ink": "#aa0001",
    "line": "#aa0002",
    "card": "#aa0003",
}


@pytest.fixture(scope="module")
def drawn(garden_site: Site) -> Element:
    """Return a poster with a cell of each state."""
    laid = Poster(TermKind.STRATEGY, 400, 400, 44, (), (), (), SPOTS, 200)
    return ElementTree.fromstring(renderer(garden_site).poster(laid, PALETTE))


def test_a_palette_is_what_a_style_sheet_says(tmp_path: Path) -> None:
    sheet = tmp_path / STYLE_SHEET
    sheet.parent.mkdir(parents=True)
    sheet.write_text(
        ":root { --ink: light-dark(#1b2a2f, #e6ecec);\n  --map-not-found:  light-dark(#f3ecf7, #2b2"
        "033); --gap: 1rem; }\n.x { color: var(--ink); background: light-dark(#ffffff, #000000) }",
        encoding="utf-8",
    )
    assert read_palette(tmp_path) == {"ink": "#1b2a2f", "map-not-found": "#f3ecf7"}


def test_the_poster_has_the_colors_of_the_palette(drawn: Element) -> None:
    text = ElementTree.tostring(drawn, "unicode")
    assert set(COLOR.findall(text)) == set(PALETTE.values())


def test_each_cell_of_the_poster_has_the_sign_of_its_state_or_is_blank(drawn: Element) -> None:
    cells = drawn.findall(f"{SVG}g")
    assert len(cells) == len(SPOTS)
    for cell, spot in zip(cells, SPOTS, strict=True):
        assert (cell.findtext(f"{SVG}text") or "") == spot.says.sign
        title = cell.findtext(f"{SVG}title") or ""
        assert title.startswith(f"{spot.says.words}: ") is bool(spot.says.sign)


def test_the_key_of_the_poster_names_each_sign(drawn: Element) -> None:
    key = next(text for text in drawn.findall(f"{SVG}text") if "Numbers" in (text.text or ""))
    for state in State:
        assert f"{state.sign or 'blank:'} {state.value} " in (key.text or "")


def test_the_browser_is_given_the_signs(garden_site: Site) -> None:
    drawn = evidence_map(garden_site, TermKind.STRATEGY, EvidenceFilter())
    given = browser_data(garden_site, drawn)
    for harm, name in ((False, "wanted"), (True, "harm")):
        assert given[name] == {
            state.name: {
                "sign": state.reading(harm=harm).sign,
                "words": state.reading(harm=harm).words,
            }
            for state in State
        }
    assert len({state.sign for state in State}) == len(State)


def test_signs_and_colors_of_the_map_stand_nowhere_else(root: Path) -> None:
    others = (
        TEMPLATES / "map.html",
        TEMPLATES / "poster.svg",
        root / "docs/assets/js/map.js",
    )
    signs = {state.reading(harm=harm).sign for state in State for harm in (True, False)} - {""}
    for file in others:
        text = file.read_text(encoding="utf-8")
        assert not COLOR.findall(re.sub(r"&#\w+;", "", text)), file.name
        assert not {sign for sign in signs if sign in text}, file.name
