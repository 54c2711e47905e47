"""Problems for programs: as JSON, and as annotations on the lines of a proposed change."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from theorybook.problems import Problem

ERROR, NOTE = "error", "note"
_ANNOTATIONS = {ERROR: "error", NOTE: "notice"}


def as_json(errors: Iterable[Problem], notes: Iterable[Problem]) -> str:
    """Return problems as a list in JSON.

    Args:
        errors: what stops a build.
        notes: what deserves a look, and stops nothing.

    Returns:
        A list of objects with `file` (from the project's root), `line` and `column` (from 1),
        `code`, `message`, `fix` and `severity`: `error` or `note`.
    """
    found = [
        {
            "file": problem.place.file,
            "line": problem.place.line,
            "column": problem.place.column,
            "code": problem.code,
            "message": problem.message,
            "fix": problem.fix,
            "severity": severity,
        }
        for severity, problem in _with_severity(errors, notes)
    ]
    return json.dumps(found, indent=1, ensure_ascii=False)


def as_annotations(errors: Iterable[Problem], notes: Iterable[Problem]) -> Iterator[str]:
    """Yield a line for each problem that GitHub shows beside the line of the file.

    Args:
        errors: what stops a build.
        notes: what deserves a look, and stops nothing.
    """
    for severity, problem in _with_severity(errors, notes):
        place = problem.place
        fields = {"file": place.file, "line": place.line, "col": place.column}
        named = {**fields, "title": f"{problem.code} ({severity})"}
        where = ",".join(f"{name}={_in_field(str(value))}" for name, value in named.items())
        said = _in_text(f"{problem.message}; fix: {problem.fix}")
        yield f"::{_ANNOTATIONS[severity]} {where}::{said}"


def _with_severity(
    errors: Iterable[Problem], notes: Iterable[Problem]
) -> Iterator[tuple[str, Problem]]:
    yield from ((ERROR, problem) for problem in errors)
    yield from ((NOTE, problem) for problem in notes)


def _in_text(text: str) -> str:
    """Write what would end a line as GitHub's runner reads it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _in_field(text: str) -> str:
    """Write what would end a field, too."""
    return _in_text(text).replace(":", "%3A").replace(",", "%2C")
