"""Citations in hand-written pages: `[@key]`, as mkdocs-bibtex reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from theorybook.checks.lost_records import LostRecords
from theorybook.data.datafiles import read_text
from theorybook.data.folder import Folder
from theorybook.data.validation import suggestion
from theorybook.problems import DataError, Place, Problem

# The same as mkdocs-bibtex takes for a citation: parts of a bracket, between semicolons.
_BRACKET = re.compile(r"\[(.*?)\]")
_PART = re.compile(r"[^;]+")
_EMAIL = re.compile(r"[\w.%+-]+@[\w.-]+\.[a-zA-Z]{2,}", re.ASCII)
_KEY = re.compile(r"[^@]*@([\w-]+)")


def faulty_citations(folder: Folder, docs: Path, lost: LostRecords) -> Iterator[Problem]:
    """Yield every `[@key]` of a hand-written page that mkdocs-bibtex cannot turn into a reference.

    It would only warn, and name no page.

    Args:
        folder: the data folder, read.
        docs: the folder of hand-written pages.
        lost: what was published and is gone, which is told where it stood.
    """
    for file in sorted(docs.rglob("*.md")):
        try:
            text = read_text(docs, file.relative_to(docs).as_posix())
        except DataError as error:
            yield from error.problems
            continue
        for place, key, plain in _citations(
            text, f"{docs.name}/{file.relative_to(docs).as_posix()}"
        ):
            if not plain:
                message = f"the citation of `{key}` holds more than the key"
                fix = f"write `[@{key}]`, and put a page number behind the bracket"
                yield Problem(place, "D01", message, fix)
            is_told = folder.lacks("references.bib") or lost.explains("study", key)
            if key not in folder.references and not is_told:
                guess = suggestion(key, folder.references)
                message = f"there is no study `{key}` in references.bib{guess}"
                fix = "check the spelling, or add it to references.bib"
                yield Problem(place, "R02", message, fix)


def _citations(text: str, file: str) -> Iterator[tuple[Place, str, bool]]:
    """Yield place and key of each citation, and whether it is the key alone."""
    for number, line in enumerate(text.split("\n"), 1):
        # Up to the last `]` only: each `[` without one costs a search to the end of the line.
        for bracket in _BRACKET.finditer(line, 0, line.rfind("]") + 1):
            for part in _PART.finditer(line, *bracket.span(1)):
                match = _KEY.match(line, *part.span())
                if match and not _EMAIL.match(line, *part.span()):
                    plain = line[slice(*part.span())].strip() == f"@{match.group(1)}"
                    yield Place(file, number, match.start(1) + 1), match.group(1), plain
