"""Whatever happens to the files: the site loads, or every problem is told with its place."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from theorybook.codes import CODES
from theorybook.problems import DataError, Place, Problem
from theorybook.site import Site

GARDEN = Path(__file__).resolve().parent.parent / "garden"
FILES = sorted(file.relative_to(GARDEN).as_posix() for file in GARDEN.rglob("*") if file.is_file())
YAMLS = [file for file in FILES if file.endswith(".yaml")]
TEXTS = {file: (GARDEN / file).read_text(encoding="utf-8") for file in FILES}
KNOWN = {code.code for code in CODES}

GARBAGE = {
    "nothing": b"",
    "bytes": bytes(range(256)),
    "half a character": "a: é".encode()[:-1],
    "utf-16": "a: é".encode("utf-16"),
    "nul": b"\0",
    "null": b"null",
    "list": b"- a\n- b\n",
    "text": b"just words",
    "number": b"1",
    "list in a mapping": b"theories: {a: b}\npeople: x\n",
    "deep": b"[" * 100_000,
    "deep and closed": b"[" * 5_000 + b"]" * 5_000,
    "laughs": b"a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n",
    "bom": b"\xef\xbb\xbf",
    "carriage returns": b"a: b\rc: d\r",
    "big number": b'{"addresses": ' + b"9" * 5_000 + b"}",
}
SOME_GARBAGE = 5


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the garden; whoever damages it mends it."""
    return Path(shutil.copytree(GARDEN, tmp_path_factory.mktemp("damage") / "garden"))


def problems_of(root: Path) -> tuple[Problem, ...]:
    """Return what loading complains about; anything but a `DataError` is raised."""
    try:
        Site.load(root)
    except DataError as error:
        return error.problems or pytest.fail("a DataError without problems")
    return ()


def told(root: Path) -> list[str]:
    """Return the codes of all problems, after a look at each of them."""
    problems = problems_of(root)
    assert list(problems) == sorted(set(problems))
    for problem in problems:
        assert problem.code in KNOWN
        assert problem.message.strip()
        assert problem.fix.strip()
        assert "\n" not in str(problem)
        assert_is_there(root, problem.place)
    return [problem.code for problem in problems]


def assert_is_there(root: Path, place: Place) -> None:
    """Assert that a place is in a file: a line that it has, a column near that line."""
    path = root / place.file
    if path.is_dir():
        return
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines() or [""]
    assert 1 <= place.line <= len(lines) + 1, place
    assert place.column >= 1, place


def garbage_of_files() -> Iterator[tuple[str, str]]:
    """Yield all garbage for one file of each form, which one parser reads; for others, in turn."""
    forms: set[str] = set()
    kinds = cycle(GARBAGE)
    for file in FILES:
        form = Path(file).suffix
        few = SOME_GARBAGE if form in forms else len(GARBAGE)
        forms.add(form)
        yield from ((file, next(kinds)) for _ in range(few))


@pytest.mark.parametrize(("file", "garbage"), [*garbage_of_files()])
def test_garbage_in_any_file(copy: Path, file: str, garbage: str) -> None:
    try:
        (copy / file).write_bytes(GARBAGE[garbage])
        codes = told(copy)
    finally:
        (copy / file).write_text(TEXTS[file], encoding="utf-8")
    assert codes or file.endswith(".md")


@pytest.mark.parametrize("file", FILES)
def test_a_folder_in_place_of_a_file(tmp_path: Path, file: str) -> None:
    root = Path(shutil.copytree(GARDEN, tmp_path / "garden"))
    (root / file).unlink()
    (root / file).mkdir()
    assert "Y04" in told(root)


def test_nothing_there_at_all(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        Site.load(tmp_path)
    assert [problem.code for problem in caught.value.problems] == ["Y04"]


def test_no_stored_texts_and_no_pages(copy: Path, tmp_path: Path) -> None:
    shutil.copytree(copy / "data", tmp_path / "data")
    shutil.rmtree(tmp_path / "data/sources")
    assert set(told(tmp_path)) == {"Q02"}


def lines_with_value() -> Iterator[tuple[str, int]]:
    """Yield lines of YAML that give a field a value: the first two of each field of a file."""
    seen: Counter[tuple[str, str]] = Counter()
    for file in YAMLS:
        for number, line in enumerate(TEXTS[file].split("\n")):
            field = file, line.split(": ")[0]
            if ": " in line and not line.startswith("#") and seen[field] < 2:
                seen[field] += 1
                yield file, number


VALUES = ["", "[]", "{}", "[[x]]", "{a: {b: [c]}}", "- x", "\U0001f331"]


@pytest.mark.parametrize("first", range(len(VALUES)))
def test_another_value_in_every_field(copy: Path, first: int) -> None:
    for count, (file, number) in enumerate(lines_with_value()):
        if count % len(VALUES) != first:
            continue
        value = VALUES[(first + count // len(VALUES)) % len(VALUES)]
        lines = TEXTS[file].split("\n")
        lines[number] = f"{lines[number].split(': ')[0]}: {value}"
        try:
            (copy / file).write_text("\n".join(lines), encoding="utf-8")
            told(copy)
        finally:
            (copy / file).write_text(TEXTS[file], encoding="utf-8")


SNIPPETS = [
    "", " ", "  ", "\n", "\n- ", ": ", "#", "'", '"', "[", "]", "{", "}", "&a ", "*a", "!", "|",
    ">", "- ", "\t", "\x00", "\x85", "\u2028", "é", "ש", "🌱", "no", "null", "~", "@", "%", "`",
    "Q001", "T002", "T001-E1", "voice: our advice", "\n  voice: from the study", "term: leaving",
    ",", "? ", "example2031beds", "---\n", "...\n", "2032-01-01", "0", "-1",
]  # fmt: skip


@st.composite
def damages(draw: st.DrawFn) -> tuple[str, str]:
    """Return a file and what is left of its text."""
    file = draw(st.sampled_from([*YAMLS, *YAMLS, *FILES]))
    text = TEXTS[file]
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        length = draw(st.sampled_from([0, 0, 1, 1, 3, 20, 200]))
        piece = text[start : start + length]
        new = draw(
            st.sampled_from(SNIPPETS)
            | st.sampled_from([piece * 2, piece[::-1], piece.upper(), piece.replace("\n", " ")])
            | st.text(max_size=5)
        )
        text = text[:start] + new + text[start + length :]
    return file, text


@given(damage=damages())
@settings(max_examples=100)
def test_any_damage_is_told_with_its_place(copy: Path, damage: tuple[str, str]) -> None:
    file, text = damage
    try:
        (copy / file).write_text(text, encoding="utf-8", newline="")
        told(copy)
    finally:
        (copy / file).write_text(TEXTS[file], encoding="utf-8")


@given(file=st.sampled_from(YAMLS), data=st.data())
@settings(max_examples=40)
def test_any_lines_taken_out_or_moved(copy: Path, file: str, data: st.DataObject) -> None:
    lines = TEXTS[file].split("\n")
    start = data.draw(st.integers(0, len(lines) - 1))
    end = data.draw(st.integers(start, min(start + 30, len(lines))))
    to = data.draw(st.none() | st.integers(0, len(lines)))
    cut = lines[start:end]
    rest = lines[:start] + lines[end:]
    left = rest if to is None else rest[:to] + cut + rest[to:]
    try:
        (copy / file).write_text("\n".join(left), encoding="utf-8")
        told(copy)
    finally:
        (copy / file).write_text(TEXTS[file], encoding="utf-8")
