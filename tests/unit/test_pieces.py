"""A file that is read item by item is as one that is read as a whole, faults included."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path as File

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from theorybook.data.marked_yaml import Marked, parse
from theorybook.data.marks import Path
from theorybook.data.pieces import in_pieces
from theorybook.data.yaml_reader import Plain
from theorybook.problems import DataError, Place, Problem

GARDEN = File(__file__).resolve().parent.parent / "garden" / "data"
HEADS = st.sampled_from(
    ["x:\n", "# why\n\nx:\n", "x: # why\n", "x:\n# why\n", "x: \n\n", "x: {}\n"]
)
LINES = st.sampled_from(
    [
        *("- a: b", "- c", "- ", "-", "- - a", "- [a,", "- {a: b", "- 'a", '- "a', "- |", "- >+"),
        *(
            "- |2",
            "- ? a",
            "- &a b",
            "- *a",
            "- !t a",
            "- a: 1\n  a: 2",
            "- a # b",
            "- %a",
            "- ---",
        ),
        *(
            "  a: b",
            "  - c",
            "   d",
            "  b]",
            "  c}",
            "' ",
            '" ',
            "  |",
            " # why",
            "# why",
            "",
            " ",
            "\t",
        ),
        *(
            "y: z",
            "---",
            "...",
            "--- a",
            "... ",
            "%YAML 1.2",
            "  : a",
            "  ? b",
            "<<: a",
            "- é🌱: שלום",
        ),
    ]
)


def found(text: str, read_in_pieces: bool) -> tuple[object, ...]:
    """Return what a text holds, and where each part stands; or what is wrong with it."""
    try:
        marked = (in_pieces(parse) if read_in_pieces else parse)(text, "f")
    except DataError as error:
        return error.problems
    return marked.data, [places(marked, path) for path in paths(marked.data)], marked.text


def places(marked: Marked, path: Path) -> tuple[object, ...]:
    beyond = [(*path, part) for part in ("no", 0, 99)]
    spots = [(marked.place(each), marked.value_place(each)) for each in (path, *beyond)]
    return marked.has(path), spots


def paths(data: Plain, path: Path = ()) -> Iterator[Path]:
    """Yield the path of each part of what a file holds."""
    yield path
    if isinstance(data, dict):
        for name, value in data.items():
            yield from paths(value, (*path, name))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from paths(value, (*path, index))


def deep(levels: int) -> str:
    return "- " + "[" * levels + "]" * levels


@given(HEADS, st.lists(LINES, max_size=9))
@example("x:\n", ["- a: 'b", "- c'"])
@example("x:\n", ["- a: |+", "    b", "", "- c"])
@example("x:\n", ["- a", "...", "- b"])
@example("x:\n", ["- a: &a b", "- c: *a"])
@example("x:\n", ["- a: b", "y:", "- c"])
@example("x:\n", ["- a: text # lost", "- b"])
@example("x:\n", ["- a", deep(47)])
@example("x:\n", ["- a", deep(48)])
@example("x:\n", ["- a", deep(49)])
@example("x:\n", ["- a", deep(50)])
def test_pieces_are_as_the_whole(head: str, lines: list[str]) -> None:
    text = head + "\n".join(lines)
    assert found(text, read_in_pieces=True) == found(text, read_in_pieces=False)
    assert found(f"{text}\n", read_in_pieces=True) == found(f"{text}\n", read_in_pieces=False)


@pytest.mark.parametrize("file", sorted(GARDEN.glob("*.yaml")), ids=lambda file: str(file.name))
def test_the_garden_is_read_alike(file: File) -> None:
    text = file.read_text(encoding="utf-8")
    assert found(text, read_in_pieces=True) == found(text, read_in_pieces=False)


def test_only_what_is_new_is_read() -> None:
    asked: list[str] = []

    def read(text: str, file: str) -> Marked:
        asked.append(text)
        return parse(text, file)

    marked = in_pieces(read)("# why\nx:\n- a: b\n\n- c:\n    d\n", "f")
    assert asked == ["x:\n- a: b\n\n", "x:\n- c:\n    d\n"]
    assert marked.data == {"x": [{"a": "b"}, {"c": "d"}]}
    assert marked.value_place(("x", 1, "c")) == Place("f", 6, 5)


def test_a_fault_is_told_at_its_place_in_the_file() -> None:
    with pytest.raises(DataError) as caught:
        in_pieces(parse)("x:\n- a: b\n- c: d\n  c: e\n", "f")
    (problem,) = caught.value.problems
    assert isinstance(problem, Problem)
    assert (problem.code, problem.place) == ("Y02", Place("f", 4, 3))
