"""A new record: all that its model needs, the next id, and nothing else in the file moved."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import GARDEN, Project
from tests.support.filling import fill_all

from theorybook.authoring.addable import NotAddedError, kind_called, record_kinds
from theorybook.authoring.new_record import NewRecord, new_part, new_record
from theorybook.authoring.questions import questions
from theorybook.authoring.record_template import _STARTS, _WANTED, template
from theorybook.authoring.yaml_text import Leaves, item_lines, scalar
from theorybook.data.folder import read_folder
from theorybook.data.marked_yaml import parse
from theorybook.data.model_paths import model_in
from theorybook.kinds import KINDS, OWNERS, PartKind, RecordKind
from theorybook.model.theory import Theory

TODAY = date(2032, 2, 29)
FINDING = "example2031beds-F1"
# What fills blanks that only certain words fill, by the names of their fields.
VALUES = {
    "id": "a-new-one", "key": "example2031beds", "slug": "a-new-one", "study": "example2031beds",
    "finding": FINDING, "cites": FINDING, "source": "example2031beds", "term": "shared-tools",
    "theory": "T001", "about": "gardener", "concerns": "gardener", "theme": "snails",
    "design": "talk", "groups": "gardeners", "countries": "nowhere", "speaker": "gardener",
    "stands": "title", "stance": "supports", "depth": "abstract", "standing": "result",
    "placed": "arguable", "took_part": "not stated", "kind": "context", "whose": "its own page",
    "least": "2", "most": "3", "trainer": "some", "learner": "some", "heavy": "light",
    "for_whom": "gardeners", "minutes": "10", "promise": "60", "begins": "9:30",
    "game": "pieces", "activity": "J01",
    "found": "perhaps better", "voice": "our reading", "asks": "Something.",
}  # fmt: skip


def text_of(kind: RecordKind, root: Path = GARDEN) -> str:
    return (root / "data" / kind.filename).read_text(encoding="utf-8")


def made(kind_name: str, root: Path = GARDEN, **answers: str) -> NewRecord:
    """Make a new record for the garden."""
    kind = kind_called(kind_name)
    assert isinstance(kind, RecordKind)
    said = {field.replace("__", "."): answer for field, answer in answers.items()}
    return new_record(kind, read_folder(root / "data"), text_of(kind, root), said, TODAY)


def part(name: str, owner: str, root: Path = GARDEN, **answers: str) -> NewRecord:
    """Make a new part of a record of the garden."""
    kind = kind_called(name)
    assert isinstance(kind, PartKind)
    text = text_of(OWNERS[name], root)
    return new_part(kind, read_folder(root / "data"), text, owner, answers, TODAY)


def records_in(text: str) -> list[dict[str, Any]]:
    """Return the records that a data file holds."""
    data = parse(text, "x").data
    assert isinstance(data, dict)
    (records,) = data.values()
    assert isinstance(records, list)
    return [record for record in records if isinstance(record, dict)]


def new_of(kind: RecordKind) -> NewRecord:
    """Make a new record of a kind for the garden; one without a number gets an id in words."""
    identity = {"study": {"key": "beet2032slugs"}}.get(kind.name, {})
    if kind.name in ("term", "glossary", "helpline", "standard"):
        identity = {"id": "a-new-one"}
    return new_record(kind, read_folder(GARDEN / "data"), text_of(kind), identity, TODAY)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.name))
def test_with_its_blanks_filled_a_record_fits_its_model(kind: RecordKind) -> None:
    new = new_of(kind)
    record = records_in(fill_all(new.text, VALUES, "Some words."))[-1]
    read = kind.model.model_validate(record)
    assert kind.id_of(read).id == new.id
    assert (read.version, read.dated) == (1, TODAY)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.name))
def test_all_else_in_the_file_stays_as_it_was(kind: RecordKind) -> None:
    text, new = text_of(kind), new_of(kind)
    assert new.text.startswith(text)
    assert new.text.splitlines()[new.place.line - 1].startswith(f"- {kind.id_field}: {new.id}")
    assert new.place.line == len(text.splitlines()) + 1


def test_ids_go_on_after_the_last_that_was_ever_in_use(project: Project) -> None:
    assert made("quote").id == "Q018"
    assert made("theory", short="A shed", slug="a-shed").id == "T016"
    # T016 was published once, and was taken out since.
    project.edit("data/published.json", '"theory/T015"', '"theory/T016": ["x/"], "theory/T015"')
    assert made("theory", project.root, slug="a-shed").id == "T017"
    assert part("finding", "example2031beds").id == "example2031beds-F13"
    assert part("evidence", "T001").id == "T001-E7"


def test_an_id_in_words_is_made_of_the_name() -> None:
    assert made("term", name="Déjà vu & weeds!").id == "deja-vu-weeds"
    assert made("term", name="Déjà vu", id="seen-before").id == "seen-before"


def test_a_theory_from_a_finding_rests_on_it() -> None:
    new = made("theory", slug="a-shed", evidence__finding=FINDING, evidence__stance="supports")
    theory = records_in(new.text)[-1]
    assert theory["headline"]["cites"] == theory["in_a_sentence"]["cites"] == [FINDING]
    assert theory["evidence"][0]["id"] == "T016-E1"
    assert theory["evidence"][0]["study"] == "example2031beds"
    assert theory["status"] == "draft"
    assert (theory["reviewed"], theory["review_by"]) == ("2032-02-29", "2033-02-28")


def test_what_an_answer_asks_for_is_a_blank_as_well() -> None:
    assert "___" in records_in(made("term", name="Mulch", kind="outcome").text)[-1]["wanted"]
    assert "wanted" not in records_in(made("term", name="Mulch", kind="context").text)[-1]
    assert "unknown" in records_in(made("answer", found="not tested here").text)[-1]
    assert "unknown" not in records_in(made("answer", found="perhaps better").text)[-1]


def test_answers_stand_where_they_belong() -> None:
    study = records_in(made("study", key="b", groups="gardeners, neighbors", design="talk").text)
    assert study[-1]["groups"] == ["gardeners", "neighbors"]
    assert study[-1]["design"] == "talk"
    theory = records_in(made("theory", research_name__quote="Q001", slug="x").text)[-1]
    assert theory["research_name"]["quote"] == "Q001"


def test_a_part_is_put_behind_the_last_of_its_record() -> None:
    new = part("finding", "example_2032-weeds")
    before = {record["key"]: record for record in records_in(text_of(OWNERS["finding"]))}
    after = {record["key"]: record for record in records_in(new.text)}
    grown = after["example_2032-weeds"]["findings"]
    assert grown[:-1] == before["example_2032-weeds"]["findings"]
    assert grown[-1]["id"] == new.id
    del before["example_2032-weeds"], after["example_2032-weeds"]
    assert before == after


@pytest.mark.parametrize(
    ("file", "text", "name"),
    [
        ("gaps.yaml", "gaps: []\n", "gap"),
        ("gaps.yaml", "# None yet.\ngaps: []  # none\n", "gap"),
        ("gaps.yaml", "gaps:\n", "gap"),
        ("gaps.yaml", "# Nothing.\n", "gap"),
    ],
)
def test_the_first_record_of_a_file(project: Project, file: str, text: str, name: str) -> None:
    (project.root / "data" / file).write_text(text, encoding="utf-8")
    new = made(name, project.root)
    assert [record["id"] for record in records_in(new.text)] == [new.id]
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        line for line in new.text.splitlines() if line.startswith("#")
    ]


def test_a_list_that_is_indented_stays_so(project: Project) -> None:
    path = project.root / "data" / "gaps.yaml"
    head, *lines = path.read_text(encoding="utf-8").partition("gaps:\n")[::2]
    indented = "".join(f"    {line}" for line in "".join(lines).splitlines(keepends=True))
    path.write_text(f"{head}gaps:\n{indented}    # The end.\n\n", encoding="utf-8")
    new = made("gap", project.root)
    assert len(records_in(new.text)) == len(records_in(path.read_text(encoding="utf-8"))) + 1
    assert "    # The end.\n" in new.text


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: kind_called("stduy"), "there is no kind `stduy` (did you mean `study`?)"),
        (lambda: made("study"), "a new study needs its key"),
        (lambda: made("term"), "a new term needs its id or name"),
        (lambda: made("term", id="blisters"), "there is a term `blisters` already"),
        (lambda: made("study", key="b", dsign="x"), "no field `dsign` (did you mean `design`?)"),
        (lambda: made("study", key="b", kind__txt="x"), "no field `txt`"),
        (lambda: part("finding", ""), "there is no study ``"),
        (lambda: part("finding", "example2031bed"), "did you mean `example2031beds`?"),
    ],
)
def test_what_cannot_be_made_is_told(make: Any, says: str) -> None:
    with pytest.raises(NotAddedError) as caught:
        make()
    assert says in str(caught.value)


def test_a_list_on_one_line_is_left_alone(project: Project) -> None:
    path = project.root / "data" / "gaps.yaml"
    path.write_text("gaps: [{id: G01}]\n", encoding="utf-8")
    with pytest.raises(NotAddedError, match="on one line"):
        made("gap", project.root)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain words", "plain words"),
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        ("'quoted", '"\'quoted"'),
        ("no", '"no"'),
        ("", '""'),
        ("10.1", "10.1"),
        ("two\nlines", '"two\\nlines"'),
        ("שלום 🌱", "שלום 🌱"),
        ("- item", '"- item"'),
        ("@home", '"@home"'),
    ],
)
def test_a_text_is_in_quotation_marks_only_where_it_must_be(text: str, written: str) -> None:
    assert scalar(text) == written
    assert parse(f"k: {written}", "x").data == {"k": text}


def test_a_comma_in_a_list_needs_them() -> None:
    assert scalar("a, b", in_list=True) == '"a, b"'
    assert scalar("a, b") == "a, b"


def test_our_tables_name_fields_that_are_there() -> None:
    for model, names in _WANTED.items():
        assert set(names) <= model.model_fields.keys()
    for model, starts in _STARTS.items():
        for path in starts:
            here = model
            *groups, name = path.split(".")
            for group in groups:
                here = model_in(here.model_fields[group].annotation) or here
            assert name in here.model_fields, path


@pytest.mark.parametrize("kind", record_kinds(), ids=lambda kind: str(kind.name))
def test_questions_are_about_fields_that_are_there(kind: RecordKind | PartKind) -> None:
    asked = questions(kind, read_folder(GARDEN / "data"))
    assert asked
    assert all(question.says for question in asked)


def test_a_study_is_asked_for_among_publications_without_one(project: Project) -> None:
    bibliography = project.root / "data" / "references.bib"
    with bibliography.open("a", encoding="utf-8") as file:
        file.write("@misc{beet2032slugs, author={Beet, B.}, title={Slugs}, year=2032}\n")
    kind = kind_called("study")
    asked = questions(kind, read_folder(project.root / "data"))
    assert {q.field: q.choices for q in asked}["key"] == ("beet2032slugs",)


def test_a_blank_says_what_may_be_chosen() -> None:
    lines = item_lines(template(Theory, {}), Leaves(TODAY))
    assert "  short: ___ A name of two to six words for lists and pictures." in lines
    (stance,) = [line for line in lines if "stance:" in line]
    assert all(way in stance for way in ("supports", "goes against", "points both ways"))
