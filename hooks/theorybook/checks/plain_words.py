"""Plain words: no sentence too long, no page too hard, nothing said twice. Drafts may."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from theorybook.data.folder import Folder
from theorybook.data.marks import Path
from theorybook.data.validation import Checked
from theorybook.kinds import KINDS, RecordKind, kind_of
from theorybook.model.base import prose_in
from theorybook.model.theory import Status, Theory
from theorybook.model.versioned import VersionedRecord
from theorybook.problems import Place, Problem
from theorybook.words.reading import Reading, measured, sentences, words

# The sentences of each record that readers see, each with its place, by the kind of the record.
Sentences: TypeAlias = list[tuple[Place, str]]
Told: TypeAlias = Mapping[RecordKind, list[Sentences]]
LONGEST_SENTENCE = 25
HARDEST_GRADE = 8.0


def hard_words(folder: Folder) -> Iterator[Problem]:
    """Yield every sentence that is too long, every theory too hard, every one told twice."""
    told = {kind: [*_told(folder, kind)] for kind in KINDS}
    yield from _long_sentences(told)
    yield from _long_headlines(folder)
    yield from _hard_theories(folder, told[kind_of(Theory)])
    yield from _repeated_sentences(told)


def _told(folder: Folder, kind: RecordKind) -> Iterator[Sentences]:
    """Yield the sentences of each record of a kind, in the order of the file; drafts have none."""
    for index, record in enumerate(folder.records.of(kind.model)):
        is_draft = isinstance(record, Theory) and record.status is Status.DRAFT
        path = (kind.many, index)
        yield [] if is_draft else [*_sentences(record, folder.files[kind.many], path)]


def _sentences(
    record: VersionedRecord, file: Checked[Any], path: Path
) -> Iterator[tuple[Place, str]]:
    for inner, text in prose_in(record):
        place = file.place((*path, *inner))
        for sentence in sentences(text):
            yield place, sentence


def _long_sentences(told: Told) -> Iterator[Problem]:
    for place, sentence in (each for kind in told.values() for record in kind for each in record):
        count = measured(sentence).words
        if count > LONGEST_SENTENCE:
            message = f"a sentence of {count} words: {_start(sentence)}"
            fix = f"make two of it; {LONGEST_SENTENCE} words are the limit"
            yield Problem(place, "W01", message, fix)


def _long_headlines(folder: Folder) -> Iterator[Problem]:
    """Yield headlines of several sentences that are too long together."""
    for index, theory in enumerate(folder.records.theories):
        text = theory.headline.text
        if len(sentences(text)) > 1 and len(words(text)) > LONGEST_SENTENCE:
            place = folder.files["theories"].place(("theories", index, "headline", "text"))
            message = f"a headline of {len(words(text))} words"
            fix = f"say it in {LONGEST_SENTENCE} words, and the rest further down"
            yield Problem(place, "W01", message, fix)


def _hard_theories(folder: Folder, told: list[Sentences]) -> Iterator[Problem]:
    for index, (theory, spoken) in enumerate(zip(folder.records.theories, told, strict=True)):
        reading = Reading(tuple(sentence for _, sentence in spoken))
        if reading.grade > HARDEST_GRADE:
            place = folder.files["theories"].place(("theories", index, "id"))
            hardest = next(sentence for _, sentence in reading.hardest(1))
            message = f"{theory.id} reads at school grade {reading.grade:.1f}"
            fix = f"use shorter words and sentences; the hardest is: {_start(hardest)}"
            yield Problem(place, "W02", message, fix)


def _repeated_sentences(told: Told) -> Iterator[Problem]:
    """Compare the sentences of the theories with each other and with those of other records."""
    theories = kind_of(Theory)
    first = {
        measured(sentence).folded: place
        for kind, records in told.items()
        if kind is not theories
        for spoken in records
        for place, sentence in spoken
    }
    for place, sentence in (each for spoken in told[theories] for each in spoken):
        known = first.setdefault(measured(sentence).folded, place)
        if known != place:
            message = f"this sentence stands at {known} as well: {_start(sentence)}"
            yield Problem(place, "W03", message, "say here what is true of this theory alone")


def _start(sentence: str) -> str:
    few = sentence.split()[:9]
    return " ".join(few) + (" ..." if len(few) < len(sentence.split()) else "")
