"""Which records of ours are copied how often.

Round 0 is our own data. Each further round copies the theories once more; the last one only as many
as the size asks for. All else that grows does so by the square root, in whole rounds: new theories
rest mostly on studies and terms that are there. What a copy names is the copy of the same round,
or else in turn one of those that there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, sqrt
from random import Random

from benchmark.made.numbering import Numbering
from theorybook.data.folder import Folder
from theorybook.kinds import id_of, whole_of
from theorybook.model.answer import Answer
from theorybook.model.gap import FieldGap
from theorybook.model.quotation import Quotation
from theorybook.model.situation import Situation
from theorybook.model.study import Study
from theorybook.model.tension import Tension
from theorybook.model.term import Term
from theorybook.model.theory import Theory
from theorybook.model.versioned import VersionedRecord
from theorybook.record_id import RecordId

# What grows. Quotations come with their studies, and terms with what uses them. All else (glossary,
# safety, help lines, guides, pages written by hand) stays as large as ours.
_SLOWLY = (Study, Tension, FieldGap, Situation, Answer)
COPIED = (Theory, *_SLOWLY, Quotation, Term)


class Copies:
    """The copies that make up data of a size.

    Args:
        folder: our data.
        size: how many theories in force there are to be; not fewer than ours.
        chance: decides what the last round leaves out.
    """

    def __init__(self, folder: Folder, size: int, chance: Random) -> None:
        records = folder.records
        ours = sum(not theory.retired for theory in records.theories)
        if size < ours:
            raise ValueError(f"{size} theories are fewer than the {ours} that are copied")
        self._numbering = Numbering(folder)
        self._made: set[tuple[int, RecordId]] = set()
        self.rounds = self._copy(records.theories, size / ours, chance)
        slowly = round(sqrt(size / ours))
        for model in _SLOWLY:
            self._copy(records.of(model), slowly, chance)
        self._slow_rounds = range(1, slowly)
        for project in folder.settings.projects:
            self._made.update((n, RecordId("project", project.id)) for n in self._slow_rounds)
        self._copy_quotations(records.quotes)
        self._copy_terms(folder)

    def has(self, number: int, id: RecordId) -> bool:
        """Whether there is a copy of a record, or of a part of one, in a round."""
        return not number or (number, whole_of(id)) in self._made

    def round_of(self, number: int, id: RecordId) -> int:
        """Return the round in which a copy of a round finds what it names."""
        known = self._numbering.of_one_kind(id)
        if self.has(number, known):
            return number
        there: list[int] = [each for each in (0, *self._slow_rounds) if self.has(each, known)]
        return there[number % len(there)]

    def named(self, number: int, id: RecordId) -> str:
        """Return what a copy of a round writes where the original names something by its id."""
        known = self._numbering.of_one_kind(id)
        return self._numbering.name(self.round_of(number, known), known)

    def _copy(self, records: Sequence[VersionedRecord], times: float, chance: Random) -> int:
        """Copy records so that there are that many times as many in force as ours.

        Args:
            records: those of a kind.
            times: how many times as many.
            chance: decides which of them the last round takes.

        Returns:
            How many rounds that took.
        """
        in_turn = _shuffled(records, chance)
        in_force = sum(not record.retired for record in records)
        rounds = ceil(times) - 1
        wanted = round(in_force * (times - rounds))
        for number in range(1, rounds + 1):
            is_last = number == rounds
            self._add(number, in_turn[:wanted] if is_last and wanted < in_force else in_turn)
        return rounds

    def _copy_quotations(self, quotes: Sequence[Quotation]) -> None:
        for number in self._slow_rounds:
            there = [q for q in quotes if self.has(number, RecordId("study", q.source))]
            self._add(number, there)

    def _copy_terms(self, folder: Folder) -> None:
        """Copy each term where a copy uses it: one that nothing uses is a mistake."""
        uses = [
            (id_of(record), target)
            for model in (Theory, Study)
            for record in folder.records.of(model)
            for _, target in record.references()
            if target.kind == "term"
        ]
        for number in self._slow_rounds:
            used = {target for user, target in uses if self.has(number, user)}
            self._add(number, [term for term in folder.records.terms if id_of(term) in used])

    def _add(self, number: int, records: Sequence[VersionedRecord]) -> None:
        ids = (id_of(record) for record in records)
        self._made.update((number, id_) for id_ in ids if self._numbering.has_room(number, id_))


def _shuffled(records: Sequence[VersionedRecord], chance: Random) -> list[VersionedRecord]:
    """Return records in an order of chance, those that are retired last."""
    return sorted(chance.sample(records, len(records)), key=lambda record: bool(record.retired))
