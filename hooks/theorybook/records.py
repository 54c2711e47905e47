"""The records of a knowledge base, by kind. Collections keep the order of the files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from theorybook.model.gap import FieldGap
from theorybook.model.glossary import Entry
from theorybook.model.kept import Kept
from theorybook.model.quotation import Quotation
from theorybook.model.study import Study
from theorybook.model.tension import Tension
from theorybook.model.term import Kind, Term
from theorybook.model.theory import Theory


@dataclass(frozen=True)
class Records:
    """Every record, found by its id; an id that is not there raises KeyError."""

    theories: tuple[Theory, ...] = ()
    studies: tuple[Study, ...] = ()
    quotes: tuple[Quotation, ...] = ()
    terms: tuple[Term, ...] = ()
    glossary: tuple[Entry, ...] = ()
    tensions: tuple[Tension, ...] = ()
    gaps: tuple[FieldGap, ...] = ()

    @cached_property
    def kept(self) -> dict[str, Kept]:
        """Every record by `kind/id`, such as `theory/T001`."""
        by_kind: dict[str, tuple[Kept, ...]] = {
            "theory": self.theories,
            "study": self.studies,
            "quote": self.quotes,
            "term": self.terms,
            "glossary": self.glossary,
            "tension": self.tensions,
            "gap": self.gaps,
        }
        return {
            f"{kind}/{record.key if isinstance(record, Study) else record.id}": record  # type: ignore[attr-defined]
            for kind, records in by_kind.items()
            for record in records
        }

    def theory(self, id: str) -> Theory:
        """Return the theory with this id."""
        return self._theories[id]

    def term(self, id: str) -> Term:
        """Return the term with this id."""
        return self._terms[id]

    def study(self, key: str) -> Study:
        """Return the study with this key."""
        return self._studies[key]

    def quote(self, id: str) -> Quotation:
        """Return the quotation with this id."""
        return self._quotes[id]

    def terms_of(self, kind: Kind) -> tuple[Term, ...]:
        """Return the terms of one kind."""
        return tuple(term for term in self.terms if term.kind is kind)

    def quotes_of(self, key: str) -> tuple[Quotation, ...]:
        """Return the quotations from one publication."""
        return tuple(quote for quote in self.quotes if quote.source == key)

    @cached_property
    def _theories(self) -> dict[str, Theory]:
        return {theory.id: theory for theory in self.theories}

    @cached_property
    def _terms(self) -> dict[str, Term]:
        return {term.id: term for term in self.terms}

    @cached_property
    def _studies(self) -> dict[str, Study]:
        return {study.key: study for study in self.studies}

    @cached_property
    def _quotes(self) -> dict[str, Quotation]:
        return {quote.id: quote for quote in self.quotes}
