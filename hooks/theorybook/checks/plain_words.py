"""Plain words: no sentence too long, no page too hard, nothing said twice. Drafts may."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from theorybook.data.folder import Folder
from theorybook.data.marks import Path
from theorybook.kinds import KINDS, RecordKind, kind_of
from theorybook.model.base import prose_in
from theorybook.model.theory import Status, Theory
from theorybook.model.versioned import VersionedRecord
from theorybook.problems import Place, Problem
from theorybook.words.reading import Reading, measured, sentences, words

# The sentences of each record that readers see, each with the path of its text, by the kind of the
# record. There are thousands, and what a path is in a file is looked for only where it is told.
Sentences: TypeAlias = list[tuple[Path, str]]
Told: TypeAlias = Mapping[RecordKind, list[Sentences]]
LONGEST_SENTENCE = 25
HARDEST_GRADE = 8.0


def hard_words(folder: Folder) -> Iterator[Problem]:
    """Yield every sentence that is too long, every theory too hard, every one told twice."""
    told = {kind: [*_told(folder, kind)] for kind in KINDS}
    yield from _long_sentences(folder, told)
    yield from _long_headlines(folder)
    yield from _hard_theories(folder, told[kind_of(Theory)])
    yield from _repeated_sentences(folder, told)


def _told(folder: Folder, kind: RecordKind) -> Iterator[Sentences]:
    """Yield the sentences of each record of a kind, in the order of the file; drafts have none."""
    for index, record in enumerate(folder.records.of(kind.model)):
        is_draft = isinstance(record, Theory) and record.status is Status.DRAFT
        yield [] if is_draft else [*_sentences(record, (kind.many, index))]


def _sentences(record: VersionedRecord, start: Path) -> Iterator[tuple[Path, str]]:
    for path, text in prose_in(record, start):
        for sentence in sentences(text):
            yield path, sentence


def _place(folder: Folder, path: Path) -> Place:
    """Return where a text of a record stands; its path starts with the name of its file."""
    return folder.files[str(path[0])].place(path)


def _long_sentences(folder: Folder, told: Told) -> Iterator[Problem]:
    for path, sentence in (each for kind in told.values() for record in kind for each in record):
        count = measured(sentence).words
        if count > LONGEST_SENTENCE:
            message = f"a sentence of {count} words: {_start(sentence)}"
            fix = f"make two of it; {LONGEST_SENTENCE} words are the limit"
            yield Problem(_place(folder, path), "W01", message, fix)


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


def _repeated_sentences(folder: Folder, told: Told) -> Iterator[Problem]:
    """Compare the sentences of the theories with each other and with those of other records."""
    theories = kind_of(Theory)
    first = {
        measured(sentence).folded: path
        for kind, records in told.items()
        if kind is not theories
        for spoken in records
        for path, sentence in spoken
    }
    for path, sentence in (each for spoken in told[theories] for each in spoken):
        known = first.setdefault(measured(sentence).folded, path)
        if known != path:
            where = _place(folder, known)
            message = f"this sentence stands at {where} as well: {_start(sentence)}"
            fix = "say here what is true of this theory alone"
            yield Problem(_place(folder, path), "W03", message, fix)


def _start(sentence: str) -> str:
    few = sentence.split()[:9]
    return " ".join(few) + (" ..." if len(few) < len(sentence.split()) else "")
