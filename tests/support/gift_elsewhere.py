"""Moodle's GIFT, read by a parser of somebody else: gift-pegjs, as its package on npm has it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.support.gift import Question

_HERE = Path(__file__).resolve().parent
PARSER = _HERE.parent / "vendor" / "gift-pegjs" / "pegjs-gift.js"
_READER = _HERE / "gift_pegjs.js"
# It gives the second half of a pair back with the marks that it, as Moodle, puts for escaped signs.
_MARK = re.compile(r"&&(\d{3});")


class RefusedError(Exception):
    """The parser takes a file for no GIFT."""


def read_elsewhere(files: Sequence[Path]) -> list[list[Question]]:
    """Return the questions of each file.

    Raises:
        RefusedError: it is no GIFT to the parser.
    """
    may_read = ",".join(map(str, (PARSER, *files)))
    done = subprocess.run(
        [
            *(str(Path(sys.executable).parent / "deno"), "run", "--quiet", "--no-lock"),
            *("--no-config", f"--allow-read={may_read}"),
            *map(str, (_READER, PARSER, *files)),
        ],
        env=os.environ | {"NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    return [_questions(each) for each in json.loads(done.stdout)]


def _questions(read: dict[str, Any]) -> list[Question]:
    if "refused" in read:
        raise RefusedError(read["refused"])
    return [_question(each) for each in read["questions"] if each["type"] != "Category"]


def _question(given: dict[str, Any]) -> Question:
    title, asks = given["title"], _text(given["stem"])
    feedback = _text(given["globalFeedback"]) if given.get("globalFeedback") else ""
    match given["type"]:
        case "Description":
            return Question(title, asks)
        case "MC":
            told: dict[bool, list[str]] = {True: [], False: []}
            for choice in given["choices"]:
                told[choice["isCorrect"]].append(_text(choice["text"]))
            return Question(title, asks, told[True], told[False], feedback=feedback)
        case "Matching":
            pairs = {
                _text(pair["subquestion"]): _MARK.sub(_sign, pair["subanswer"])
                for pair in given["matchPairs"]
            }
            return Question(title, asks, pairs=pairs, feedback=feedback)
    raise AssertionError(given["type"])


def _text(given: dict[str, str]) -> str:
    assert given["format"] in ("plain", "moodle"), given
    return given["text"]


def _sign(mark: re.Match[str]) -> str:
    return chr(int(mark[1]))
