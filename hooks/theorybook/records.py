"""The records of a knowledge base, by kind. Collections keep the order of the files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar, cast

from theorybook.kinds import KINDS, id_of, kind_of
from theorybook.model.activity import Activity
from theorybook.model.answer import Answer
from theorybook.model.drill import Drill
from theorybook.model.gap import FieldGap
from theorybook.model.glossary import Entry
from theorybook.model.pack import Pack
from theorybook.model.quotation import Quotation
from theorybook.model.situation import Situation
from theorybook.model.standard import Standard
from theorybook.model.study import Study
from theorybook.model.tension import Tension
from theorybook.model.term import Term, TermKind
from theorybook.model.theory import Theory
from theorybook.model.versioned import VersionedRecord
from theorybook.multimap import multimap
from theorybook.record_id import RecordId

R = TypeVar("R", bound=VersionedRecord)
Collections = Mapping[type[VersionedRecord], tuple[VersionedRecord, ...]]


@dataclass(frozen=True)
class Records:
    """Every record: the collection of each kind, by its model."""

    collections: Collections = field(default_factory=dict)

    def of(self, model: type[R]) -> tuple[R, ...]:
        """Return the records of a model, in the order of their file."""
        return cast("tuple[R, ...]", self.collections.get(model, ()))

    @cached_property
    def by_id(self) -> dict[RecordId, VersionedRecord]:
        """Every record by its id, kind by kind."""
        return {id_of(record): record for kind in KINDS for record in self.of(kind.model)}

    def record(self, id: RecordId) -> VersionedRecord:
        """Return a record by its id; raises KeyError."""
        return self.by_id[id]

    def one(self, model: type[R], id: str) -> R:
        """Return the record of a model that has this id; raises KeyError."""
        return cast("R", self.record(RecordId(kind_of(model).name, id)))

    @property
    def theories(self) -> tuple[Theory, ...]:
        """The theories."""
        return self.of(Theory)

    @property
    def studies(self) -> tuple[Study, ...]:
        """The studies."""
        return self.of(Study)

    @property
    def quotes(self) -> tuple[Quotation, ...]:
        """The quotations."""
        return self.of(Quotation)

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms."""
        return self.of(Term)

    @property
    def glossary(self) -> tuple[Entry, ...]:
        """The entries of the glossary."""
        return self.of(Entry)

    @property
    def tensions(self) -> tuple[Tension, ...]:
        """The tensions."""
        return self.of(Tension)

    @property
    def gaps(self) -> tuple[FieldGap, ...]:
        """The gaps of the field."""
        return self.of(FieldGap)

    @property
    def situations(self) -> tuple[Situation, ...]:
        """The situations."""
        return self.of(Situation)

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The answers on what works."""
        return self.of(Answer)

    @property
    def activities(self) -> tuple[Activity, ...]:
        """The activities."""
        return self.of(Activity)

    @property
    def packs(self) -> tuple[Pack, ...]:
        """The packs."""
        return self.of(Pack)

    @property
    def drills(self) -> tuple[Drill, ...]:
        """The drills."""
        return self.of(Drill)

    def theory(self, id: str) -> Theory:
        """Return the theory with this id."""
        return self.one(Theory, id)

    def term(self, id: str) -> Term:
        """Return the term with this id."""
        return self.one(Term, id)

    def study(self, key: str) -> Study:
        """Return the study with this key."""
        return self.one(Study, key)

    def standard(self, id: str) -> Standard:
        """Return the guide or standard with this id."""
        return self.one(Standard, id)

    def quote(self, id: str) -> Quotation:
        """Return the quotation with this id."""
        return self.one(Quotation, id)

    def terms_of(self, kind: TermKind) -> tuple[Term, ...]:
        """Return the terms of one kind."""
        return tuple(term for term in self.terms if term.kind is kind)

    def quotes_of(self, key: str) -> tuple[Quotation, ...]:
        """Return the quotations from one publication."""
        return self._quotes.get(key, ())

    @cached_property
    def _quotes(self) -> Mapping[str, tuple[Quotation, ...]]:
        return multimap((quote.source, quote) for quote in self.quotes)

    def studies_with_keys(self, keys: Iterable[str]) -> tuple[Study, ...]:
        """Return the studies with these keys, each once, in the order of their file."""
        places = self._places_of_studies
        found = sorted({places[key] for key in keys if key in places})
        return tuple(self.studies[place] for place in found)

    @cached_property
    def _places_of_studies(self) -> dict[str, int]:
        return {study.key: place for place, study in enumerate(self.studies)}
