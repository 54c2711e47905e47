"""Handouts: what stands on one, what is left out where it does not fit, and how it is told."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from tests.support.editions import renderer
from tests.support.handouts import handed_out, says
from typst import TypstError

import cut_fonts
from theorybook.cache import Cache
from theorybook.handouts import pdf as made_pdf
from theorybook.handouts.handout import Block, Handout, Section, read_handout
from theorybook.handouts.handout_files import handout_files
from theorybook.handouts.paper import PAPERS
from theorybook.handouts.pdf import TooLongError, pdf
from theorybook.problems import DataError
from theorybook.site import Site

if TYPE_CHECKING:
    from tests.conftest import Project

HTML = """<header>The garden
 · T001</header><h1>Tools &amp; <bdi>trust</bdi></h1>
<section><h2>Who?</h2><p data-voice="our reading"><b>A:</b> one</p>
<p data-voice="our reading" data-cut="1">two</p></section>
<section><h2>What?</h2><p class="unread" data-voice="our reading">three</p>
<p data-voice="our advice" data-cut="2"><b>B:</b> four</p></section>
<footer data-check="https://x.example/check/" data-alt="A code." data-changed="Say so.">
<p>A foot.</p></footer>"""


@pytest.fixture
def docs(root: Path) -> Path:
    return root / "docs"


def made(site: Site, docs: Path) -> dict[str, bytes]:
    return dict(handout_files(renderer(site), Cache(), docs))


def test_a_handout_is_read_from_what_a_template_wrote() -> None:
    one = Block("A:", "one"), Block("", "two", cut=1)
    other = (
        Block("", "three", "our reading", unread=True),
        Block("B:", "four", "our advice", cut=2),
    )
    assert read_handout(HTML) == Handout(
        "Tools & trust",
        "The garden · T001",
        (Section("Who?", "our reading", one), Section("What?", "", other)),
        ("A foot.",),
        "https://x.example/check/",
        "A code.",
        "Say so.",
    )


def with_long(text: str, cut: int) -> Handout:
    """Return the handout with a part that takes more than a sheet, and may be left out."""
    long = Section("Much", "", (Block(text=f"{text} " * 900, cut=cut),))
    handout = read_handout(HTML)
    return replace(handout, sections=(*handout.sections, long))


@pytest.mark.parametrize(
    ("cut", "there", "gone"),
    [(1, ("one", "three", "four"), ("two",)), (2, ("one", "three"), ("two", "four"))],
)
def test_what_has_the_lowest_number_is_left_out_first(
    docs: Path, tmp_path: Path, cut: int, there: tuple[str, ...], gone: tuple[str, ...]
) -> None:
    file = tmp_path / "x-a4.pdf"
    handout = with_long("much", cut)
    assert handout.cuts == (0, 1, 2)
    file.write_bytes(pdf(handout, PAPERS[0], "us", docs / "assets" / "fonts"))
    assert says(file, *there)
    assert [word for word in gone if says(file, word)] == []
    # A part with nothing left goes with its heading.
    assert not says(file, "Much")


def test_what_does_not_fit_is_left_out_and_no_more(
    monkeypatch: pytest.MonkeyPatch, docs: Path
) -> None:
    tried = []

    def compiled(inputs: dict[str, str]) -> bytes:
        tried.append(json.loads(inputs["paper"])["cut"])
        if len(tried) < 2:
            raise TypstError("panicked with: too long", "")
        return b"%PDF"

    monkeypatch.setattr(made_pdf, "_compiled", compiled)
    assert pdf(read_handout(HTML), PAPERS[0], "us", docs / "assets" / "fonts") == b"%PDF"
    assert tried == [0, 1]


def test_what_can_never_fit_is_told(docs: Path) -> None:
    long = Section("What?", "", (Block(text="word " * 2000),))
    handout = replace(read_handout(HTML), sections=(long,))
    for paper in PAPERS:
        with pytest.raises(TooLongError):
            pdf(handout, paper, "us", docs / "assets" / "fonts")


def test_a_record_whose_handout_is_too_long_is_named_with_its_line(
    project: Project, docs: Path
) -> None:
    site = Site.load(project.root)
    theory = site.theory("T002")
    action = theory.actions[0].model_copy(update={"first_step": "Dig. " * 900})
    long = theory.model_copy(update={"actions": (action,)})
    theories = tuple(long if one.id == theory.id else one for one in site.theories)
    edited = replace(site, collections={**site.collections, type(theory): theories})
    with pytest.raises(DataError) as error:
        made(edited, docs)
    found = error.value.problems
    assert {(problem.code, problem.place) for problem in found} == {
        ("S01", site.places[next(id_ for id_ in site.places if id_.id == "T002")])
    }
    assert [paper.label in " ".join(p.message for p in found) for paper in PAPERS] == [True] * 4


def test_each_record_has_its_files_retired_or_not(garden_site: Site, docs: Path) -> None:
    forms = [*(f"-{paper.name}.pdf" for paper in PAPERS), ".docx"]
    assert [*made(garden_site, docs)] == [
        f"train/handouts/{record.id}{form}" for record in handed_out(garden_site) for form in forms
    ]


def test_the_same_site_gives_the_same_bytes(garden_site: Site, docs: Path) -> None:
    assert made(garden_site, docs) == made(garden_site, docs)


def test_what_was_made_before_is_found(
    garden_site: Site, docs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path / "cache" / "c.sqlite")
    first = dict(handout_files(renderer(garden_site), cache, docs))
    refused = SimpleNamespace(compile=lambda **_: pytest.fail("made again"))
    monkeypatch.setattr(made_pdf, "_compiler", lambda: refused)
    assert dict(handout_files(renderer(garden_site), cache, docs)) == first


def test_an_edit_of_how_it_looks_makes_all_again(
    garden_site: Site, docs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path / "cache" / "c.sqlite")
    dict(handout_files(renderer(garden_site), cache, docs))
    template = tmp_path / "handout.typ"
    template.write_text("// another look", encoding="utf-8")
    monkeypatch.setattr(made_pdf, "_TEMPLATE", template)
    monkeypatch.setattr(made_pdf, "_compiled", lambda _: b"another")
    files = dict(handout_files(renderer(garden_site), cache, docs))
    assert {data for name, data in files.items() if name.endswith(".pdf")} == {b"another"}


def test_a_letter_that_the_typeface_lacks_is_no_gap(docs: Path) -> None:
    handout = replace(read_handout(HTML), title="Ashkelon שלום 🌱 Łódź", above="東京")
    assert pdf(handout, PAPERS[0], "us", docs / "assets" / "fonts").startswith(b"%PDF")


def test_the_cuts_are_those_of_the_typeface_of_the_site() -> None:
    there = {file.name: file.read_bytes() for file in sorted(cut_fonts.CUTS.iterdir())}
    assert there == cut_fonts.cuts()
