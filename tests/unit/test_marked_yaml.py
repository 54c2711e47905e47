"""YAML with places: strings stay as typed, every fault has a place, nothing else is raised."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.support.texts import texts

from theorybook.codes import CODES
from theorybook.data.marked_yaml import Marked, Plain, parse
from theorybook.problems import DataError, Place, Problem

YAMLISH = st.text(alphabet=st.sampled_from(list("ab:-?,[]{}#&*!|>'\"%@` \n\t~.0é🌱")), max_size=40)
WORDS = st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True)
TEXTS = texts(max_size=30)


def dumps(data: object) -> str:
    """Return JSON that is YAML too: one character is one character, unless YAML forbids it."""
    text = json.dumps(data, ensure_ascii=False)
    return re.sub(
        r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]", lambda m: f"\\u{ord(m[0]):04x}", text
    )


def refusal(text: str) -> Problem:
    """Return the first problem with a text."""
    with pytest.raises(DataError) as caught:
        parse(text, "f.yaml")
    return caught.value.problems[0]


@pytest.mark.parametrize(
    "word",
    [
        "no", "No", "yes", "on", "off", "true", "y", "1.10", "007", "0x1F", "1e3", "1_000", ".5",
        ".inf", ".nan", "2031-01-02", "12:30:45", "=", "<<", "1.10.0", "+1", "-1", "Nullable",
    ],
)  # fmt: skip
def test_a_bare_word_stays_as_typed(word: str) -> None:
    assert parse(f"a: {word}", "f").data == {"a": word}
    assert parse(f"- {word}", "f").data == [word]
    assert parse(f"{word}: x", "f").data == {word: "x"}


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL", "# only a comment"])
def test_an_empty_value_is_none(nothing: str) -> None:
    assert parse(f"a: {nothing}\nb: x", "f").data == {"a": None, "b": "x"}


@pytest.mark.parametrize("word", ["", "~", "null", "no", " ", "# no comment"])
@pytest.mark.parametrize("mark", ["'", '"'])
def test_a_quoted_value_is_a_string(word: str, mark: str) -> None:
    assert parse(f"a: {mark}{word}{mark}", "f").data == {"a": word}


@pytest.mark.parametrize("text", ["", "\n", "# comment\n", "   ", "---\n# x"])
def test_an_empty_file_is_an_empty_or_null_record(text: str) -> None:
    assert not parse(text, "f").data


@given(TEXTS)
@example("{{ 7 * 7 }} {% raw %} <script> [@nokey] | *x* _y_ &amp; שלום 🌱")
def test_strings_round_trip(text: str) -> None:
    assert parse(dumps({"a": [text], f"b{text}": "x"}), "f").data == {"a": [text], f"b{text}": "x"}


@given(
    st.recursive(
        st.none() | TEXTS,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
        max_leaves=15,
    )
)
def test_json_means_the_same(data: Plain) -> None:
    marked = parse(dumps({"data": data}), "f")
    assert marked.data == {"data": data}
    assert all(marked.place(path).line == 1 for path in marked.spots)


@given(st.text())
@example("a: \x00")
@example("é: [\x07]")
@example("%YAML 9.9\n---\n")
@example("? [a, [b]]\n: c")
@example("*a : b")
@example("a: &a [*a]")
@example("- -\t-")
@example("\ufeffa: b")
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    read_or_refused(text)


@given(YAMLISH)
def test_any_near_yaml_is_read_or_refused_with_a_place(text: str) -> None:
    read_or_refused(text)


def read_or_refused(text: str) -> None:
    """Assert that a text is read, or refused with sound problems only."""
    problems: tuple[Problem, ...] = ()
    try:
        parse(text, "f")
    except DataError as error:
        problems = error.problems or pytest.fail("a DataError without problems")
    for problem in problems:
        assert problem.code in {code.code for code in CODES}
        assert problem.place.file == "f"
        # YAML counts lines as Python does, more or less: it also breaks at U+0085.
        assert 1 <= problem.place.line <= max(1, len(text.splitlines()))
        assert problem.place.column >= 1
        assert problem.message
        assert problem.fix


TREE = """\
# a comment
theories:
- id: T001
  headline:
    text: 'one'
    cites: [a, b]
- id: T002
  "slug" :   x
"""


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (("theories",), (2, 1), (3, 1)),
        (("theories", 0), (3, 3), (3, 3)),
        (("theories", 0, "id"), (3, 3), (3, 7)),
        (("theories", 0, "headline"), (4, 3), (5, 5)),
        (("theories", 0, "headline", "text"), (5, 5), (5, 11)),
        (("theories", 0, "headline", "cites"), (6, 5), (6, 12)),
        (("theories", 0, "headline", "cites", 0), (6, 13), (6, 13)),
        (("theories", 0, "headline", "cites", 1), (6, 16), (6, 16)),
        (("theories", 1, "slug"), (8, 3), (8, 14)),
    ],
)
def test_keys_and_values_have_places(
    path: tuple[str | int, ...], key: tuple[int, int], value: tuple[int, int]
) -> None:
    marked = parse(TREE, "f.yaml")
    assert marked.place(path) == Place("f.yaml", *key)
    assert marked.value_place(path) == Place("f.yaml", *value)


def test_what_is_not_there_has_the_place_of_the_nearest_part() -> None:
    marked = parse(TREE, "f.yaml")
    assert marked.place(("theories", 1, "headline", "text")) == Place("f.yaml", 7, 3)
    assert marked.value_place(("theories", 9)) == Place("f.yaml", 2, 1)
    assert marked.place(("nothing",)) == Place("f.yaml", 2, 1)
    assert Marked({}, "f.yaml", {}).place(("x", 0)) == Place("f.yaml", 1, 1)


def test_columns_count_characters_not_bytes() -> None:
    assert parse("é🌱: {שלום: x, b: y}", "f").place(("é🌱", "b")).column == 15


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: 1\nb: 2\na: 3", "Y02", 3, 1),
        ("x:\n  - b: 1\n    b: 2", "Y02", 3, 5),
        ("a: 1\n'a': 2", "Y02", 2, 1),
        ("a: &x 1", "Y03", 1, 4),
        ("a: &x [1]", "Y03", 1, 4),
        ("a: {b: &x 1}\nc: *x", "Y03", 1, 8),
        ("&k a: 1", "Y03", 1, 1),
        ("*k : 1", "Y03", 1, 1),
        ("a: !!str 1", "Y03", 1, 4),
        ("a: !!python/object:os.system x", "Y03", 1, 4),
        ("a: !mine [x]", "Y03", 1, 4),
        ("a: ! x", "Y03", 1, 4),
        ("!!map {a: b}", "Y03", 1, 1),
        ("[a]: b", "Y01", 1, 1),
        ("{a: b}: c", "Y01", 1, 1),
        ("? - [a, {b: [c]}]\n: d", "Y01", 1, 3),
        ("a: b: c", "Y01", 1, 5),
        ("a:\n\tb: c", "Y01", 2, 1),
        ("a: 'open", "Y01", 1, 4),
        ("a: [1, 2", "Y01", 1, 4),
        ("a: 1\nb: 'open\nc: 2\n", "Y01", 2, 4),
        ("a: b\n c: d", "Y01", 2, 2),
        ("a: @x", "Y01", 1, 4),
        ("a: x\n---\nb: y", "Y01", 2, 1),
        ("é: שלום\nb: \x07", "Y01", 2, 4),
        ("a: \x00", "Y01", 1, 4),
    ],
)
def test_what_is_refused_and_where(text: str, code: str, line: int, column: int) -> None:
    problem = refusal(text)
    assert (problem.code, str(problem.place)) == (code, f"f.yaml:{line}:{column}")


def test_all_refusals_are_told_at_once() -> None:
    with pytest.raises(DataError) as caught:
        parse("a: &x 1\nb: *x\nb: 2\nc: !t 3\n[d]: 4\ne: {f: 1, f: 2}", "f")
    assert [(p.place.line, p.code) for p in caught.value.problems] == [
        (1, "Y03"),
        (2, "Y03"),
        (3, "Y02"),
        (4, "Y03"),
        (5, "Y01"),
        (6, "Y02"),
    ]


def test_problems_inside_a_refused_part_are_told_too() -> None:
    with pytest.raises(DataError) as caught:
        parse("a: 1\na: {b: *x, b: 2}", "f")
    assert [p.code for p in caught.value.problems] == ["Y02", "Y03", "Y02"]


@pytest.mark.parametrize("depth", [60, 1_000, 20_000])
@pytest.mark.parametrize(("start", "end"), [("[", "]"), ("[", ""), ("{a: ", "}"), ("- ", "")])
def test_deep_nesting_is_refused(depth: int, start: str, end: str) -> None:
    assert refusal(f"{start * depth}x{end * depth}").code == "Y01"


def test_deep_nesting_in_a_key_is_refused() -> None:
    assert refusal(f"? {'[' * 5_000}x{']' * 5_000}\n: y").code == "Y01"


def test_nesting_within_reason_is_read() -> None:
    assert parse("[" * 40 + "]" * 40, "f").data


def test_aliases_that_would_grow_without_end_are_refused() -> None:
    lines = ["a0: &a0 [x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    assert refusal("\n".join(lines)).code == "Y03"


def test_without_the_c_parser_the_same_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    with_c = parse(TREE, "f.yaml")
    monkeypatch.delattr("yaml.CSafeLoader")
    assert parse(TREE, "f.yaml") == with_c
    assert refusal("a: \x07").place == Place("f.yaml", 1, 4)
