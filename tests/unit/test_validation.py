"""From plain data to records: every fault with its place and cure, all of them at once."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, Field, StringConstraints
from tests.support.texts import texts

from theorybook.codes import CODES
from theorybook.data.datafiles import DATA_FILES, DataFile, IdList
from theorybook.data.guesses import nearest, suggestion
from theorybook.data.marked_yaml import parse
from theorybook.data.raw_ids import raw_references
from theorybook.data.validation import Checked, validate
from theorybook.model.base import Day, Record, Statement, StudyKey, TermRef, Text, Voice
from theorybook.problems import Place, Problem


class Color(StrEnum):
    """An example of a choice."""

    RED = "red"
    DEEP_BLUE = "deep blue"


class Leaf(Record):
    """An example of a part."""

    name: Text = Field(description="What it is called.")
    term: TermRef | None = Field(None, description="Its term.")


class Plant(Record):
    """An example of a record."""

    id: Annotated[str, StringConstraints(pattern=r"^P[0-9]$")] = Field(description="`P`, a digit.")
    color: Color = Field(description="Its color.")
    eaten: bool | None = Field(None, description="Whether one eats it.")
    height: int = Field(1, description="How high it is.")
    sown: Day | None = Field(None, description="When it was sown.")
    leaf: Leaf | None = Field(None, description="Its leaf.")
    leaves: tuple[Leaf, ...] = Field((), description="Its leaves.")
    cites: tuple[StudyKey, ...] = Field((), description="Its sources.")
    said: Statement | None = Field(None, description="What is said of it.")


class Bed(Record):
    """An example of a file."""

    plants: tuple[Plant, ...] = Field(description="The plants.")


BEDS = DataFile("plants", Bed, (IdList("plants", "plant"),))


def check(text: str) -> Checked[Bed]:
    """Check a text as a bed."""
    return validate(Bed, parse(text, "bed.yaml"))


def problem(field: str) -> Problem:
    """Return the only problem with a plant that has this line."""
    (found,) = check(f"plants:\n- id: P1\n  color: red\n  {field}\n").problems
    return found


def test_a_sound_file() -> None:
    checked = check("plants:\n- {id: P1, color: deep blue, eaten: no, sown: 2031-02-03}")
    assert checked.problems == ()
    assert checked.record is not None
    assert checked.record.plants[0].color is Color.DEEP_BLUE
    assert checked.record.plants[0].eaten is False


@pytest.mark.parametrize(
    ("field", "code", "column", "message", "fix"),
    [
        ("colr: red", "M01", 3, "no field `colr` here (did you mean `color`?)", "one of: id"),
        ("xyz: red", "M01", 3, "there is no field `xyz` here", "one of: id, color, eaten"),
        ("leaf: {namx: x, name: y}", "M01", 10, "`namx` here (did you mean `name`?)", "name, term"),
        ("leaf: {term: x}", "M02", 9, "`name` is missing", "add `name:` (What it is called.)"),
        ("leaf: {name: }", "M02", 10, "`name` is empty", "add `name:` (What it is called.)"),
        ("leaves: [{term: x}]", "M02", 12, "`name` is missing", "add `name:`"),
        ("leaf: x", "M03", 9, "`leaf` cannot be `x`: a group of fields", "its leaf"),
        ("leaves: x", "M03", 11, "`leaves` cannot be `x`: a list is wanted", "its leaves"),
        ("leaves: {}", "M03", 11, "`leaves` cannot be a group of fields: a list", "its leaves"),
        ("leaves: ", "M03", 10, "`leaves` cannot be empty: a list", "its leaves"),
        ("leaves: [x]", "M03", 12, "`leaves` cannot be `x`: a group", "its leaves"),
        ("leaves: [~]", "M03", 12, "`leaves` cannot be empty: a group", "its leaves"),
        ("eaten: maybe", "M03", 10, "`eaten` cannot be `maybe`", "use one of: true, false"),
        ("eaten: [no]", "M03", 10, "`eaten` cannot be a list", "use one of: true, false"),
        ("height: tall", "M03", 11, "`height` cannot be `tall`: a whole number", "how high it is"),
        ("height: 1.5", "M03", 11, "`height` cannot be `1.5`", "how high it is"),
        ("sown: 1700000000", "M03", 9, "a date such as 2026-11-30", "when it was sown"),
        ("sown: 2031-2-3", "M03", 9, "a date such as 2026-11-30", "when it was sown"),
        ("sown: [2031-02-03]", "M03", 9, "`sown` cannot be a list: a date", "when it was sown"),
        ("cites: [a b]", "M03", 11, "`cites` cannot be `a b`", "its sources"),
        ("cites: [[a]]", "M03", 11, "`cites` cannot be a list: a text", "its sources"),
        ("said: {text: x}", "V01", 9, "whose voice", "from the study, our reading, our advice"),
        ("said: {text: x, voice: }", "V01", 19, "whose voice", "`voice:` with one of"),
        ("said: {text: x, voice: ours}", "M03", 26, "`voice` cannot be `ours`", "our advice"),
        ("said: {text: x, voice: our reading}", "V02", 3, "nothing is cited", "cites"),
        ("leaves: x, y", "M03", 11, "a list is wanted", "write an item a line below it"),
        ("cites: a", "M03", 10, "a list is wanted", "brackets round it: `[a]`; what `cites`"),
        ("leaf: x", "M03", 9, "a group of fields", "write its fields, such as `name:`"),
        ("leaf: {name: [x]}", "M03", 16, "a text is wanted", "without a dash: `x`; what"),
        ("cites: [[a]]", "M03", 11, "a text is wanted", "take these brackets or this dash out"),
        ("leaves: [~]", "M03", 12, "a group of fields", "or take the dash out"),
        ("leaf: {name: [x, y]}", "M03", 16, "a text is wanted", "write one of them"),
        ("leaf: {name: so, and so}", "M01", 20, "ends the text of `name:`", "marks round"),
        ("leaf: {name: so, and, so}", "M01", 20, "ends the text of `name:`", "marks round"),
        ("said: {text: x, voice: our\u00a0advice}", "M03", 26, "no plain space", "`our advice`"),
        ("height:: 3", "M01", 3, "take one of the two colons out", "use one of"),
        ("said: {text: x, voice: cites}", "M03", 26, "cannot be `cites`", "a field of its own"),
        ("said: {text: '', voice: our advice}", "M03", 16, "a text is wanted", "the sentence"),
    ],
)  # fmt: skip
def test_a_fault(field: str, code: str, column: int, message: str, fix: str) -> None:
    found = problem(field)
    assert (found.code, found.place) == (code, Place("bed.yaml", 4, column))
    assert message in found.message
    assert fix in found.fix


def test_a_choice_is_guessed() -> None:
    (found,) = check("plants: [{id: P1, color: deep blu}]").problems
    assert str(found) == (
        "bed.yaml:1:26: M03 `color` cannot be `deep blu` (did you mean `deep blue`?); "
        "fix: use one of: red, deep blue"
    )


def test_a_long_value_is_shown_in_short() -> None:
    found = problem(f"eaten: {'long ' * 100}")
    assert len(found.message) < 100
    assert "..." in found.message


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "M02"), ("~", "M03"), ("x", "M03"), ("[]", "M02"), ("plants:", "M02"), ("{}", "M02")],
)
def test_a_file_with_nothing_in_it(text: str, code: str) -> None:
    checked = check(text)
    assert [p.code for p in checked.problems] == [code]
    assert checked.record is None


def test_all_faults_are_told_at_once() -> None:
    text = """\
other: x
plants:
- id: Q1
  color: green
  said:
    text: x
    voice: our reading
    voicc: y
- color: red
  leaf: {name: ''}
"""
    assert [(p.place.line, p.code) for p in check(text).problems] == [
        (3, "M03"),
        (4, "M03"),
        (5, "V02"),
        (8, "M01"),
        (9, "M02"),
        (10, "M03"),
        (1, "M01"),
    ]


@given(st.lists(st.booleans(), max_size=12))
def test_sound_records_are_kept_with_their_places(sound: list[bool]) -> None:
    lines = [f"- {{id: P{i % 10}, color: {'red' if s else 'bad'}}}" for i, s in enumerate(sound)]
    checked = check("plants:\n" + "\n".join(lines) if lines else "plants: []")
    assert len(checked.problems) == sound.count(False)
    assert checked.record is not None
    kept = [i for i, s in enumerate(sound) if s]
    assert [plant.id for plant in checked.record.plants] == [f"P{i % 10}" for i in kept]
    for index, original in enumerate(kept):
        assert checked.place(("plants", index, "color")).line == original + 2
        assert checked.place(("plants", index)).line == original + 2


def test_a_fault_beside_the_list_keeps_the_records() -> None:
    checked = check("x: y\nplants: [{id: P1, color: red}]")
    assert checked.record is not None
    assert len(checked.record.plants) == 1


def test_references_are_read_from_faulty_records() -> None:
    text = """\
plants:
- wrong: x
  cites: [a, b, [c]]
  leaf: {term: d}
  leaves: [{term: e, bad: f}, x]
  said: {cites: h}
- x
"""
    checked = validate(Bed, parse(text, "f"))
    found = [(w.path, *w.names) for w in raw_references(BEDS, checked)]
    assert sorted(found, key=str) == [
        (("plants", 0, "cites", 0), "study", "a"),
        (("plants", 0, "cites", 1), "study", "b"),
        (("plants", 0, "leaf", "term"), "term", "d"),
        (("plants", 0, "leaves", 0, "term"), "term", "e"),
        (("plants", 0, "said", "cites"), "source", "h"),
    ]


def test_references_written_are_the_references_of_the_record() -> None:
    data = parse("plants: [{id: P1, color: red, cites: [a], leaves: [{name: x, term: b}]}]", "f")
    checked = validate(Bed, data)
    assert checked.record is not None
    found = {(w.path, w.names) for w in raw_references(BEDS, checked)}
    assert found == set(checked.record.references())


JUNK = st.recursive(
    st.none() | texts(max_size=5) | st.sampled_from([*Voice, "Q001", "T001", "2031-01-01"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(texts(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)


@pytest.mark.parametrize("file", DATA_FILES, ids=[file.name for file in DATA_FILES])
@given(data=st.data())
@settings(max_examples=50)
def test_any_value_anywhere_is_told_or_taken(file: DataFile, data: st.DataObject) -> None:
    names = st.sampled_from(sorted(file.model.model_fields))
    junk = data.draw(st.dictionaries(names, JUNK | st.lists(records(file), max_size=2)))
    checked = validate(file.model, parse(_yaml(junk), "f"))
    for found in checked.problems:
        assert found.code in {code.code for code in CODES}
        assert found.message
        assert found.fix


def records(file: DataFile) -> st.SearchStrategy[dict[str, object]]:
    """Return records whose fields have the right names and any values."""
    inner = next(iter(file.model.model_fields.values())).annotation
    models = [t for t in getattr(inner, "__args__", ()) if isinstance(t, type)]
    names = [n for m in models if issubclass(m, BaseModel) for n in m.model_fields]
    return st.dictionaries(st.sampled_from(names or ["x"]), JUNK, max_size=8)


def _yaml(value: object) -> str:
    """Return JSON; what YAML cannot say as two escapes becomes some other character."""
    return json.dumps(value, ensure_ascii=True).replace("\\ud", "\\u0d")


@pytest.mark.parametrize(
    ("word", "guess"),
    [
        ("statos", " (did you mean `status`?)"),
        ("zzz", ""),
        ("", ""),
        ("status", " (did you mean `status`?)"),
    ],
)
def test_suggestion(word: str, guess: str) -> None:
    assert suggestion(word, {"status", "version"}) == guess


def test_the_nearest_word_does_not_hang_on_order() -> None:
    assert nearest("ab", ["aa", "bb"]) == nearest("ab", ["bb", "aa"])
    assert nearest("x", []) is None


def test_what_stands_in_another_list_is_told_beside_other_faults() -> None:
    text = """\
plants:
- id: P1
  color: green
  leaves:
  - name: x
  - id: P2
    color: red
"""
    checked = check(text)
    assert [(p.place.line, p.code) for p in checked.problems] == [(6, "M01"), (3, "M03")]
    assert checked.marked.data == {}


@pytest.mark.parametrize("item", ["{name: x, colour: red}", "{id: P2}", "{term: x, name: y, z: 1}"])
def test_what_lacks_the_fields_of_another_list_is_not_said_to_stand_in_it(item: str) -> None:
    (found,) = [p for p in check(f"plants:\n- id: P1\n  color: red\n  leaves: [{item}]").problems
                if p.code == "M01"]  # fmt: skip
    assert "there is no field" in found.message
