"""What a record says, in pieces that search can show: each with its voice and its id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from theorybook.model.base import Gap, Record, Voice, prose_in
from theorybook.model.evidence import Evidence
from theorybook.model.glossary import Entry
from theorybook.model.standard import Standard
from theorybook.model.study import Finding, Study
from theorybook.model.term import Term
from theorybook.model.versioned import RecordPart

# Fields whose voice is fixed by what they are for, and the records that are all our reading.
_OF_FIELDS = {
    (Evidence, "adds"): Voice.STUDY,
    (Evidence, "why"): Voice.READING,
    (Finding, "text"): Voice.STUDY,
}
_OUR_READING = (Gap, Term, Entry, Standard, Study)
# Says the same as another field, in fewer words.
_SAID_TWICE = frozenset({(Evidence, "clause")})


@dataclass(frozen=True)
class Said:
    """A piece of what a record says.

    `voice` is empty where a page names none; `id` is that of the part of the record that says it,
    and its anchor on the page.
    """

    text: str
    voice: str = ""
    id: str = ""


def said_in(record: Record, part: str = "") -> Iterator[Said]:
    """Yield what a record says, in the order of its fields: what is of one voice in one piece.

    Args:
        record: a record, or something in it.
        part: the id of the part of a record that it stands in, if it stands in one.
    """
    by_voice: dict[str, list[str]] = {}
    for (name, *deeper), text in prose_in(record):
        if not any(isinstance(step, str) for step in deeper) and not _is_said_twice(record, name):
            by_voice.setdefault(_voice(record, str(name)), []).append(text)
    for voice, texts in by_voice.items():
        yield Said(" ".join(_ended(text) for text in texts), voice, part)
    for value in (getattr(record, name) for name in type(record).model_fields):
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Record):
                yield from said_in(inner, inner.id if isinstance(inner, RecordPart) else part)


def _is_said_twice(record: Record, field: str | int) -> bool:
    return (type(record), field) in _SAID_TWICE


def _voice(record: Record, field: str) -> str:
    fixed = _OF_FIELDS.get((type(record), field))
    own: Voice | None = fixed or getattr(record, "voice", None)
    if own is None and isinstance(record, _OUR_READING):
        own = Voice.READING
    return own.value if own else ""


def _ended(text: str) -> str:
    """End a text as a sentence ends, so that another can follow."""
    return text if text.endswith((".", "?", "!")) else f"{text}."
