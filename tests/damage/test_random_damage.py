"""Any file of the garden, damaged at random: a site, or problems with places; nothing else."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from theorybook.codes import CODES
from theorybook.problems import DataError
from theorybook.site import Site

GARDEN = Path(__file__).resolve().parent.parent / "garden"
FILES = sorted(f.relative_to(GARDEN).as_posix() for f in GARDEN.rglob("*") if f.is_file())
YAMLS = [file for file in FILES if file.endswith(".yaml")]
BYTES = {file: (GARDEN / file).read_bytes() for file in FILES}
KNOWN = {code.code for code in CODES}
_VALUE = re.compile(r"^ *(?:- )?([a-z_]+): (.+)$", re.MULTILINE)
ODD = [
    "1" * 100_000, "-1", "1e5", ".inf", ".nan", "0x10", "1_000", "١٢", "1" + "0" * 400, "1.0",
    "010",
    "0000-01-01", "9999-12-31", "2206-01-01", "1969-12-31", "2026-02-30", "2026-1-1", '"\\ud800"',
    '"\\u202e"', '"a\\nb"', "x" * 100_000, "[[a]]", "{a: {b: c}}", "true", "null", "🌱" * 300,
]  # fmt: skip
# Fields that hold a number or a day; none of them takes one of the first of these.
ODD_NUMBERS, SOME_ODD = 17, 5
COUNTED = ("version", "minutes", "date", "reviewed", "review_by", "looked_on")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the garden; whoever damages it mends it."""
    return Path(shutil.copytree(GARDEN, tmp_path_factory.mktemp("random") / "garden"))


def told(root: Path, file: str, content: bytes) -> list[str]:
    """Return the codes of what loading says of a damaged file, after a look at each place."""
    try:
        (root / file).write_bytes(content)
        Site.load(root)
    except DataError as error:
        for problem in error.problems:
            lines = (root / problem.place.file).read_bytes().splitlines()
            assert problem.code in KNOWN
            assert 1 <= problem.place.line <= len(lines) + 1, problem
            assert "\n" not in str(problem)
            assert len(str(problem)) < 1500
        return [problem.code for problem in error.problems] or pytest.fail("no problems")
    finally:
        (root / file).write_bytes(BYTES[file])
    return []


@st.composite
def flipped(draw: st.DrawFn) -> tuple[str, bytes]:
    """Return a file with some bytes changed, put in or taken out."""
    file = draw(st.sampled_from(FILES))
    content = bytearray(BYTES[file])
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(content)))
        content[at : at + draw(st.integers(0, 2))] = draw(st.binary(max_size=2))
    return file, bytes(content)


@given(damage=flipped())
@settings(max_examples=60)
def test_bytes_flipped(copy: Path, damage: tuple[str, bytes]) -> None:
    told(copy, *damage)


@given(file=st.sampled_from(YAMLS), data=st.data())
@settings(max_examples=40)
def test_values_swapped(copy: Path, file: str, data: st.DataObject) -> None:
    text = BYTES[file].decode()
    values = [*_VALUE.finditer(text)]
    one, other = (data.draw(st.sampled_from(values)) for _ in range(2))
    new = text[: one.start(2)] + other[2] + text[one.end(2) :]
    told(copy, file, new.encode())


@given(file=st.sampled_from(YAMLS), odd=st.sampled_from(ODD), data=st.data())
@settings(max_examples=40)
def test_odd_values(copy: Path, file: str, odd: str, data: st.DataObject) -> None:
    text = BYTES[file].decode()
    one = data.draw(st.sampled_from([*_VALUE.finditer(text)]))
    told(copy, file, (text[: one.start(2)] + odd + text[one.end(2) :]).encode())


def counted() -> Iterator[tuple[str, str, int]]:
    """Yield each file and field that holds a number or a day, each with some odd values in turn."""
    odd = cycle(range(ODD_NUMBERS))
    for file in YAMLS:
        names = {found[1] for found in _VALUE.finditer(BYTES[file].decode())}
        fields = ((file, name) for name in COUNTED if name in names)
        yield from ((*field, next(odd)) for field in fields for _ in range(SOME_ODD))


@pytest.mark.parametrize(("file", "field", "odd"), [*counted()])
def test_no_odd_number_or_day_is_taken(copy: Path, file: str, field: str, odd: int) -> None:
    text = BYTES[file].decode()
    one = next(found for found in _VALUE.finditer(text) if found[1] == field)
    assert told(copy, file, (text[: one.start(2)] + ODD[odd] + text[one.end(2) :]).encode())
