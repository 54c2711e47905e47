"""The signs of the map stand in `State`, and its colors in the style sheet: nowhere else."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from tests.support.editions import renderer

from theorybook.evidence_map.browser_data import browser_data
from theorybook.evidence_map.cells import State, evidence_map
from theorybook.evidence_map.evidence_filter import EvidenceFilter
from theorybook.model.term import TermKind
from theorybook.pictures.palette import STYLE_SHEET, read_palette
from theorybook.pictures.poster import Poster, Spot
from theorybook.site import Site
from theorybook.template_engine import TEMPLATES

SVG = "{http://www.w3.org/2000/svg}"
COLOR = re.compile(r"#[0-9a-f]{3,8}\b", re.IGNORECASE)
# One cell of each state; no two have the same counts.
SPOTS = tuple(Spot(i * 44, 0, state, i, 10 + i) for i, state in enumerate(State))


def token(state: State) -> str:
    """Return the name that the style sheet has for the color of a state."""
    return f"map-{state.name.lower().replace('_', '-')}"


# Colors that no style sheet of ours has.
PALETTE = {token(state): f"#0000{i:02x}" for i, state in enumerate(State)} | {
    "ink": "#aa0001",
    "line": "#aa0002",
    "card": "#aa0003",
}


@pytest.fixture(scope="module")
def drawn(garden_site: Site) -> Element:
    """Return a poster with a cell of each state."""
    laid = Poster(TermKind.STRATEGY, 400, 400, 44, (), (), SPOTS, 200)
    return ElementTree.fromstring(renderer(garden_site).poster(laid, PALETTE))


def test_the_style_sheet_has_a_color_for_each_state(root: Path) -> None:
    palette = read_palette(root / "docs")
    sheet = (root / "docs" / STYLE_SHEET).read_text(encoding="utf-8")
    for state in State:
        light = palette[token(state)]
        assert f"--{token(state)}: light-dark({light}, " in sheet
        assert f"map__cell--{state.name.lower()} {{ background: var(--{token(state)});" in sheet
    assert len({palette[token(state)] for state in State}) == len(State)


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
    style = drawn.findtext(f"{SVG}style") or ""
    fills = dict(re.findall(r"\.(\w+) \{ fill: (#\w+); \}", style))
    assert fills == {state.name.lower(): PALETTE[token(state)] for state in State}
    text = ElementTree.tostring(drawn, "unicode")
    assert set(COLOR.findall(text)) == set(PALETTE.values())


def test_each_cell_of_the_poster_has_the_sign_and_the_color_of_its_state(drawn: Element) -> None:
    cells = drawn.findall(f"{SVG}g")
    assert len(cells) == len(SPOTS)
    for cell, spot in zip(cells, SPOTS, strict=True):
        assert (cell.findtext(f"{SVG}title") or "").startswith(f"{spot.state.value}: ")
        rect, sign = cell.find(f"{SVG}rect"), cell.find(f"{SVG}text")
        assert rect is not None
        assert sign is not None
        assert (rect.get("class"), sign.text) == (spot.state.name.lower(), spot.state.sign)


def test_the_key_of_the_poster_names_each_sign(drawn: Element) -> None:
    key = next(text for text in drawn.findall(f"{SVG}text") if "Numbers" in (text.text or ""))
    for state in State:
        assert f"{state.sign} {state.value} " in (key.text or "")


def test_the_browser_is_given_the_signs(garden_site: Site) -> None:
    drawn = evidence_map(garden_site, TermKind.STRATEGY, EvidenceFilter())
    given = browser_data(garden_site, drawn)
    assert given["signs"] == {state.name: state.sign for state in State}
    assert given["states"] == {state.name: state.value for state in State}
    assert len({state.sign for state in State}) == len(State)


def test_signs_and_colors_of_the_map_stand_nowhere_else(root: Path) -> None:
    others = (
        TEMPLATES / "map.html",
        TEMPLATES / "poster.svg",
        root / "docs/assets/js/map.js",
    )
    signs = {state.sign for state in State} - {"·"}  # that is a separator, too
    for file in others:
        text = file.read_text(encoding="utf-8")
        assert not COLOR.findall(re.sub(r"&#\w+;", "", text)), file.name
        assert not {sign for sign in signs if sign in text}, file.name
