"""Moodle's GIFT, read by what did not write it: as far as our quizzes go, and strictly."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_QUESTION = re.compile(
    r"::(?P<title>(?:\\.|[^\\:])+)::\[plain\](?P<stem>(?:\\.|[^\\{}~=#:])+)"
    r"(?:\{(?P<answers>(?:\\.|[^\\{}])*)\})?",
)
_ANSWER = re.compile(r"([=~])((?:\\.|[^\\=~#])+)")


@dataclass(frozen=True)
class Question:
    """A question: what it asks, what is right and wrong, its pairs, and what is said of it."""

    title: str
    asks: str
    right: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    pairs: dict[str, str] = field(default_factory=dict)
    feedback: str = ""


def read_gift(text: str) -> list[Question]:
    """Return the questions of a file; an AssertionError tells what Moodle would not take in."""
    lines = [line for line in text.split("\n") if not line.startswith("//")]
    blocks = re.split(r"\n\s*\n", "\n".join(lines).strip())
    return [_question(block) for block in blocks if not block.startswith("$CATEGORY: ")]


def _question(block: str) -> Question:
    found = _QUESTION.fullmatch(block.strip())
    assert found, block
    title, asks = _plain(found["title"]), _plain(found["stem"])
    if found["answers"] is None:
        return Question(title, asks)
    answers, mark, feedback = found["answers"].partition("####")
    assert mark, block
    right: list[str] = []
    wrong: list[str] = []
    pairs: dict[str, str] = {}
    for sign, said in _ANSWER.findall(answers):
        one, arrow, other = said.partition("->")
        if arrow:
            pairs[_plain(one)] = _plain(other)
        else:
            (right if sign == "=" else wrong).append(_plain(said))
    return Question(title, asks, right, wrong, pairs, _plain(feedback))


def _plain(text: str) -> str:
    assert not re.search(r"(?<!\\)(?:\\\\)*[~=#{}]", text), text
    return re.sub(r"\\(.)", r"\1", text).strip()
