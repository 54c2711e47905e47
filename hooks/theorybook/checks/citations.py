"""Citations in hand-written pages: `[@key]`, as mkdocs-bibtex reads them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from theorybook.checks.lost_records import LostRecords
from theorybook.data.datafiles import read_text
from theorybook.data.folder import Folder
from theorybook.data.guesses import nearest, suggestion
from theorybook.data.markdown_links import labels_in, plain_lines
from theorybook.problems import DataError, Place, Problem

# The same as mkdocs-bibtex takes for a citation: parts of a bracket, between semicolons.
_BRACKET = re.compile(r"\[(.*?)\]")
_PART = re.compile(r"[^;]+")
_EMAIL = re.compile(r"[\w.%+-]+@[\w.-]+\.[a-zA-Z]{2,}", re.ASCII)
_KEY = re.compile(r"[^@]*@([\w-]+)")
# What is meant for a citation, and shown to readers as it is typed.
_UNMARKED = re.compile(
    r"\[@\s+([\w-]+)\]"  # a blank behind the sign
    r"|(?<![\\\]!])\[([\w-]+)\](?![\[(:])"  # no sign
    r"|(?<![\w@./\[;-])@([\w-]+)(?![^\[\]]*\])"  # no brackets
)
_LIKE_A_KEY = re.compile(r"[a-z]+\d{4}[a-z]+")


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
        named = f"{docs.name}/{file.relative_to(docs).as_posix()}"
        for place, key, plain in _citations(text, named):
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
        yield from _unmarked(text, named, folder.references)


def _unmarked(text: str, file: str, known: Collection[str]) -> Iterator[Problem]:
    """Yield each citation without its brackets or its sign, code left out."""
    labels = labels_in(text)
    for number, line in plain_lines(text):
        for found in _UNMARKED.finditer(line):
            key = next(filter(None, found.groups()))
            meant = key if key in known else _LIKE_A_KEY.match(key) and nearest(key, known)
            if meant and key.lower() not in labels:
                place = Place(file, number, found.start() + 1)
                message = f"`{found[0]}` is no citation, and readers see it as it is typed"
                yield Problem(place, "D01", message, f"write `[@{meant}]`")


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
