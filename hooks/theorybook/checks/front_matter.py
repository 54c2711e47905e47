"""What stands between two lines of `---` at the start of a hand-written page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from theorybook.data.datafiles import read_text
from theorybook.data.hand_written import hand_written
from theorybook.data.marked_yaml import parse
from theorybook.problems import DataError, Problem

# The same as MkDocs takes for it. Where it is no YAML, MkDocs shows it to readers as text.
_FRONT_MATTER = re.compile(r"-{3}[ \t]*\n(.*?\n)(?:-{3}|\.{3})[ \t]*\n", re.DOTALL)


def faulty_front_matter(docs: Path) -> Iterator[Problem]:
    """Yield everything wrong with how hand-written pages start, and pages that cannot be read.

    Args:
        docs: the folder of hand-written pages.
    """
    for page in hand_written(docs):
        if page.is_page:
            try:
                text = read_text(docs, page.place.file.removeprefix(f"{docs.name}/"))
            except DataError as error:
                yield from error.problems
                continue
            yield from _faults(text, page.place.file)


def _faults(text: str, file: str) -> Iterator[Problem]:
    found = _FRONT_MATTER.match(text)
    try:
        parse(found[1] if found else "", file)
    except DataError as error:
        for problem in error.problems:
            place = problem.place._replace(line=problem.place.line + 1)
            yield replace(problem, place=place)
