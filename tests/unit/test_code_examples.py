"""The examples on the page of error codes are made by running the check, and are up to date."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from tests.support.faults import FOLDER, Fault, changed_lines, faults
from tests.support.publishing import publish

from theorybook.code_examples import FILE, CodeExample, read_code_examples
from theorybook.codes import CODES
from theorybook.problems import DataError, Problem
from theorybook.site import Site

GARDEN = Path(__file__).resolve().parent.parent / "garden"
BY_HAND = FOLDER.parent / "examples_by_hand.yaml"
HEAD = "# Made by tests/unit/test_code_examples.py, and shown on the page of error codes.\n"


class _Readable(yaml.SafeDumper):
    """Writes a text of several lines as a block."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, "|" if "\n" in text else None)


_Readable.add_representer(str, _text)


def found_in(root: Path) -> tuple[Problem, ...]:
    """Return all that is said of a project."""
    try:
        return Site.load(root).notes
    except DataError as error:
        return error.problems


def example(fault: Fault, garden: Path, root: Path) -> CodeExample:
    """Make a slip, and return what it looks like and what is said of it."""
    shutil.copytree(garden, root)
    before = (root / fault.file).read_text(encoding="utf-8")
    fault.put_into(root)
    good, bad = changed_lines(before, (root / fault.file).read_text(encoding="utf-8"))
    said = next(problem for problem in found_in(root) if fault.is_told_by(problem, root))
    says = " ".join(f"{said.message}; fix: {said.fix}".split())
    return CodeExample(fault.code, fault.file, bad, good, says)


def chosen() -> Iterator[Fault]:
    """Yield the slip that is shown of each code: the one that is marked, or the first edit."""
    edits = [
        fault for fault in faults() if (fault.old or fault.append) and fault.encoding == "utf-8"
    ]
    for code in CODES:
        own = [fault for fault in edits if fault.code == code.code]
        yield from ([fault for fault in own if fault.is_shown] or own)[:1]


def made(garden: Path, folder: Path) -> Iterator[CodeExample]:
    """Yield the example of each code."""
    published = Path(shutil.copytree(garden, folder / "published"))
    publish(published)
    for fault in chosen():
        yield example(fault, garden if fault.is_noted else published, folder / fault.code)
    for fields in yaml.safe_load(BY_HAND.read_text(encoding="utf-8")):
        yield CodeExample(**fields)


def test_the_golden_examples_are_what_the_check_says(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    fresh = {each.code: each for each in made(GARDEN, tmp_path)}
    if request.config.getoption("--update-golden"):
        shown = [vars(each) for _, each in sorted(fresh.items())]
        text = yaml.dump(shown, Dumper=_Readable, allow_unicode=True, sort_keys=False, width=98)
        FILE.write_text(f"{HEAD}{text}", encoding="utf-8")
    assert read_code_examples() == fresh


def test_every_code_has_an_example() -> None:
    assert {code.code for code in CODES} == read_code_examples().keys()
