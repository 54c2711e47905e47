"""The plan as a Word file: real headings, tables with a row of names, and only what it says."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from tests.support.made_plan import HOSTILE, answers, read, written_by
from tests.support.plan_files import Take

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def opened(file: bytes) -> Document:
    return docx.Document(io.BytesIO(file))


def headings(document: Document) -> list[str]:
    return [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"]


def rows(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def table_of(document: Document, title: str) -> Table:
    """Return the table below a heading."""
    parts = iter(document.iter_inner_content())
    for part in parts:
        if isinstance(part, Paragraph) and part.text == title:
            return next(part for part in parts if isinstance(part, Table))
    raise AssertionError(title)


def words(document: Document) -> str:
    """Return all that the file says, a paragraph that says something a line."""
    paragraphs = document.element.body.iter(qn("w:p"))
    said = ("".join(text.text or "" for text in p.iter(qn("w:t"))) for p in paragraphs)
    return "\n".join(filter(None, said))


def parts(file: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        assert archive.testzip() is None
        yield from ((name, archive.read(name)) for name in archive.namelist())


def test_it_has_a_title_and_real_headings(take: Take) -> None:
    taken = take()
    document = opened(taken.docx)
    first = document.paragraphs[0]
    assert first.style
    assert (first.style.name, first.text) == ("Title", "Our plan")
    titles = [section["title"] for section in taken.plan["sections"]]
    assert headings(document) == [*titles, "Limits", "Logic model: Our plan"]
    assert document.core_properties.title == "Our plan"


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_each_page_has_the_date_and_the_paper_is_as_asked(take: Take, paper: str) -> None:
    document = opened(take(paper=paper).docx)
    upright, across = document.sections
    assert [p.text for p in upright.header.paragraphs] == ["Our plan, 30 November 2026"]
    assert [p.text for p in across.header.paragraphs] == ["Our plan, 30 November 2026"]
    assert upright.page_width
    assert across.orientation == WD_ORIENT.LANDSCAPE
    assert (across.page_width, across.page_height) == (upright.page_height, upright.page_width)
    assert round(upright.page_width.mm) == {"A4": 210, "Letter": 216}[paper]


def test_tables_have_a_row_of_names_that_is_repeated(take: Take) -> None:
    document = opened(take().docx)
    assert len(document.tables) == 5
    for table in document.tables:
        head, *rest = table.rows
        assert head._tr.trPr is not None
        assert head._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(cell.text for cell in head.cells)
        assert rest
        assert table._tbl.tblPr.find(qn("w:tblCaption")) is not None


def test_tasks_have_who_by_when_and_whose_words(take: Take) -> None:
    lines = {
        "T001-A1": {"owner": "Sam", "date": "2027-01-31", "done": True},
        "T002-A1": {"text": "Do it our way"},
    }
    taken = take(answers(lines=lines, own=[{"section": "actions", "text": "Ask twice"}]))
    document = opened(taken.docx)
    actions = rows(table_of(document, taken.section("actions")["title"]))
    assert actions == [
        ["What to do", "First step", "Who", "By when"],
        [
            "Do it our way (yours, after T002-A1, version 2)",
            *("Begin 1 of T002. (our advice)", "", ""),
        ],
        [
            "Do 1 of T001 (our advice, T001-A1, version 2)",
            *("Begin 1 of T001.", "Sam", "31 January 2027, done"),
        ],
        ["Ask twice (yours)", "", "", ""],
    ]
    place = rows(table_of(document, taken.section("place")["title"]))
    assert place[1][:2] == [
        "Agree on limits. (our advice, S02-2, version 3)",
        "Safety first: Before you start",
    ]
    assert place[2][1] == "Mend part 2 of T003. (our advice)"


def test_every_part_is_named_and_of_a_kind(take: Take) -> None:
    files = dict(parts(take(pictures=True).docx))
    kinds = ElementTree.fromstring(files["[Content_Types].xml"])
    named = {str(kind.get("PartName"))[1:] for kind in kinds if kind.get("PartName")}
    endings = {kind.get("Extension") for kind in kinds if kind.get("Extension")}
    assert named <= files.keys()
    for name in files.keys() - named - {"[Content_Types].xml"}:
        assert name.rpartition(".")[2] in endings - {"xml"}, name
    links = ElementTree.fromstring(files["word/_rels/document.xml.rels"])
    inside = {f"word/{link.get('Target')}" for link in links if not link.get("TargetMode")}
    assert inside == {
        name for name in files if name.startswith("word/") and name.count("_rels") == 0
    } - {"word/document.xml"}


def test_word_takes_it_for_a_file_of_today(take: Take) -> None:
    settings = opened(take().docx).settings.element
    (mode,) = settings.iter(qn("w:compatSetting"))
    assert (mode.get(qn("w:name")), mode.get(qn("w:val"))) == ("compatibilityMode", "15")


def test_a_list_says_what_goes_with_a_line_and_whose_it_is(take: Take) -> None:
    lines = {"T001-S1": {"owner": "Sam", "date": "2027-01-31"}}
    listed = [
        p.text
        for p in opened(take(answers(lines=lines)).docx).paragraphs
        if p.style and p.style.name == "List Bullet"
    ]
    for line in (
        "Hope (For: the young person)",
        "What helps? Take care: Go slow. (a question for you, T001-Q1, version 2)",
        "Sign 1 of T001. Who: Sam. By when: 31 January 2027. (our advice, T001-S1, version 2)",
    ):
        assert line in listed


def test_own_words_have_a_style_of_their_own(take: Take) -> None:
    taken = take(answers(own=[{"section": "signs", "text": "Our own sign"}]))
    runs = [run for p in opened(taken.docx).paragraphs for run in p.runs]
    own = {run.text for run in runs if run.style.name == "Yours"}
    assert own == {*(fact["text"] for fact in taken.plan["about"]), "Our own sign"}


def test_it_keeps_limits_voices_and_addresses(take: Take) -> None:
    taken = take()
    document = opened(taken.docx)
    said = words(document)
    for line in taken.section("theories")["lines"]:
        assert line["limits"] in said
        assert f"our reading, {line['key']}, version {line['version']}" in said
    for limit in (*taken.plan["limits"], taken.plan["key"], taken.plan["reuse"]):
        assert limit in said
    assert {link.address for p in document.paragraphs for link in p.hyperlinks} == {
        taken.plan["check"],
        "https://site.example/sub/studies/ash2020/",
        "https://site.example/sub/studies/elm2021/",
    }


def test_the_model_is_a_table_and_a_picture_that_says_what_it_shows(take: Take) -> None:
    taken = take(pictures=True)
    document = opened(taken.docx)
    table = rows(table_of(document, taken.model["title"]))
    assert len(table) == 1 + len(taken.model["rows"])
    files = dict(parts(taken.docx))
    for i, (shape, sheet) in enumerate(zip(document.inline_shapes, taken.sheets, strict=True)):
        alt = shape._inline.docPr.get("descr")
        assert alt == f"{sheet['title']}. The table below says the same in words."
        assert files[f"word/media/model-{i + 1}.png"].startswith(b"\x89PNG")
        assert files[f"word/media/model-{i + 1}.svg"].decode() == sheet["svg"]
        assert f'r:embed="svg{i}"' in files["word/document.xml"].decode()


def test_a_picture_fits_its_page(take: Take) -> None:
    own = [{"section": "actions", "text": f"{n} {'w' * 190}"} for n in range(12)]  # a high row
    for paper in ("A4", "Letter"):
        document = opened(take(answers(own=own), paper=paper, pictures=True).docx)
        assert len(document.inline_shapes) > 1
        page = document.sections[-1]
        assert page.page_width
        assert page.page_height
        assert page.left_margin
        for shape in document.inline_shapes:
            assert shape.width <= page.page_width - 2 * page.left_margin
            assert shape.height <= page.page_height - 2 * page.left_margin


def test_without_pictures_the_table_says_it_all(take: Take) -> None:
    document = opened(take().docx)
    assert len(document.inline_shapes) == 0
    assert words(document) == words(opened(take(pictures=True).docx))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_stays_a_text(take: Take, text: str) -> None:
    taken, harmless = take(written_by(text)), take(written_by("x"))
    document = opened(taken.docx)
    assert document.paragraphs[0].text == read(text)
    actions = rows(table_of(document, taken.section("actions")["title"]))
    assert [row[2] for row in actions[1:]] == [read(text)] * 3
    for (name, part), (other, harmless_part) in zip(
        parts(taken.docx), parts(harmless.docx), strict=True
    ):
        assert name == other
        tags = [
            [element.tag for element in ElementTree.fromstring(xml).iter()]
            for xml in (part, harmless_part)
        ]
        assert tags[0] == tags[1], name


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not on this machine")
def test_libreoffice_opens_it(take: Take, tmp_path: Path) -> None:
    (tmp_path / "plan.docx").write_bytes(take(pictures=True).docx)
    command = [str(OFFICE), "--headless", f"-env:UserInstallation=file://{tmp_path}/profile"]
    to_text = [*command, "--convert-to", "txt:Text (encoded):UTF8", "plan.docx"]
    subprocess.run(to_text, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    said = (tmp_path / "plan.txt").read_text(encoding="utf-8-sig")
    for words_of_it in (
        "Our plan",
        "Agree on limits.",
        "Begin 1 of T001.",
        "Logic model: Our plan",
    ):
        assert words_of_it in said
