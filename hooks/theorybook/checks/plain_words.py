"""Plain words: no sentence too long, no page too hard, nothing said twice. Drafts may."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from theorybook.data.folder import Folder
from theorybook.kinds import KINDS, RecordKind, kind_of
from theorybook.model.base import prose_in
from theorybook.model.theory import Status, Theory
from theorybook.problems import Place, Problem
from theorybook.words.reading import Reading, measured, sentences, words

# The sentences of the records of each kind, each with its place.
Told: TypeAlias = Mapping[RecordKind, list[tuple[Place, str]]]
LONGEST_SENTENCE = 25
HARDEST_GRADE = 8.0


def hard_words(folder: Folder) -> Iterator[Problem]:
    """Yield every sentence that is too long, every theory too hard, every one told twice."""
    told = {kind: [*_sentences(folder, kind)] for kind in KINDS}
    yield from _long_sentences(told)
    yield from _long_headlines(folder)
    yield from _hard_theories(folder)
    yield from _repeated_sentences(told)


def _sentences(folder: Folder, kind: RecordKind) -> Iterator[tuple[Place, str]]:
    """Yield every sentence of the records of a kind, each with its place."""
    for index, record in enumerate(folder.records.of(kind.model)):
        if isinstance(record, Theory) and record.status is Status.DRAFT:
            continue
        for path, text in prose_in(record):
            place = folder.files[kind.many].place((kind.many, index, *path))
            for sentence in sentences(text):
                yield place, sentence


def _long_sentences(told: Told) -> Iterator[Problem]:
    for spoken in told.values():
        for place, sentence in spoken:
            count, _ = measured(sentence)
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


def _hard_theories(folder: Folder) -> Iterator[Problem]:
    for index, theory in enumerate(folder.records.theories):
        if theory.status is Status.DRAFT:
            continue
        reading = Reading.of(text for _, text in prose_in(theory))
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
        _folded(sentence): place
        for kind, spoken in told.items()
        if kind is not theories
        for place, sentence in spoken
    }
    for place, sentence in told[theories]:
        known = first.setdefault(_folded(sentence), place)
        if known != place:
            message = f"this sentence stands at {known} as well: {_start(sentence)}"
            yield Problem(place, "W03", message, "say here what is true of this theory alone")


def _folded(sentence: str) -> str:
    return " ".join(words(sentence.lower()))


def _start(sentence: str) -> str:
    few = sentence.split()[:9]
    return " ".join(few) + (" ..." if len(few) < len(sentence.split()) else "")
