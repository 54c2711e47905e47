"""What programs are told of problems: JSON, and annotations that no text can break out of."""

from __future__ import annotations

import json

from theorybook.problem_reports import as_annotations, as_json
from theorybook.problems import Place, Problem

ERROR = Problem(
    Place("data/a,b:c.yaml", 3, 5), "Q01", "100% of it\n::error::is gone", "put it, back"
)
NOTE = Problem(Place("data/é.yaml"), "N05", "a soft hyphen", "type it again")


def test_json_has_all_there_is_to_know() -> None:
    assert json.loads(as_json([ERROR], [NOTE])) == [
        {
            "file": "data/a,b:c.yaml",
            "line": 3,
            "column": 5,
            "code": "Q01",
            "message": "100% of it\n::error::is gone",
            "fix": "put it, back",
            "severity": "error",
        },
        {
            "file": "data/é.yaml",
            "line": 1,
            "column": 1,
            "code": "N05",
            "message": "a soft hyphen",
            "fix": "type it again",
            "severity": "note",
        },
    ]


def test_json_of_nothing_is_an_empty_list() -> None:
    assert json.loads(as_json([], [])) == []


def test_an_annotation_is_one_line_whatever_the_text_holds() -> None:
    assert list(as_annotations([ERROR], [NOTE])) == [
        "::error file=data/a%2Cb%3Ac.yaml,line=3,col=5,title=Q01 (error)::"
        "100%25 of it%0A::error::is gone; fix: put it, back",
        "::notice file=data/é.yaml,line=1,col=1,title=N05 (note)::"
        "a soft hyphen; fix: type it again",
    ]
