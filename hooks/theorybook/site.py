"""The whole knowledge base, loaded and checked: the one way in for hooks, scripts and tests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from theorybook.addresses import record_addresses
from theorybook.bibliography import Reference
from theorybook.checks import check
from theorybook.folder import Folder, read_folder
from theorybook.model.base import Depth
from theorybook.model.glossary import Entry
from theorybook.model.quotation import Quotation
from theorybook.model.settings import Settings
from theorybook.model.study import Finding, Study
from theorybook.model.term import Kind, Term
from theorybook.model.theory import Status, Theory
from theorybook.problems import DataError, Place
from theorybook.sources import Source


@dataclass(frozen=True)
class Site:
    """Everything the site says, checked. Collections keep the order of the files."""

    settings: Settings
    theories: tuple[Theory, ...]
    studies: tuple[Study, ...]
    quotes: tuple[Quotation, ...]
    terms: tuple[Term, ...]
    glossary: tuple[Entry, ...]
    references: Mapping[str, Reference]
    sources: Mapping[str, Source]
    places: Mapping[str, Place]

    @classmethod
    def load(cls, root: Path) -> Site:
        """Load and check the data of a project.

        Args:
            root: the project's folder; it holds `data/` and `docs/`.

        Returns:
            The site.

        Raises:
            DataError: with every problem found.
        """
        folder = read_folder(root / "data")
        problems = check(folder, root / "docs")
        if problems:
            raise DataError(problems)
        return _site(folder)

    @cached_property
    def addresses(self) -> dict[str, str]:
        """Address of every record, by `kind/id`."""
        return record_addresses(self.theories, self.terms, self.studies, self.quotes, self.glossary)

    def theory(self, id: str) -> Theory:
        """Return the theory with this id."""
        return next(theory for theory in self.theories if theory.id == id)

    def term(self, id: str) -> Term:
        """Return the term with this id."""
        return next(term for term in self.terms if term.id == id)

    def study(self, key: str) -> Study:
        """Return the study with this key."""
        return next(study for study in self.studies if study.key == key)

    def quote(self, id: str) -> Quotation:
        """Return the quotation with this id."""
        return next(quote for quote in self.quotes if quote.id == id)

    def person(self, id: str) -> str:
        """Return what readers call this kind of person."""
        return next(person.name for person in self.settings.people if person.id == id)

    def speaker(self, id: str) -> str:
        """Return what readers call this kind of speaker."""
        return next(speaker.name for speaker in self.settings.speakers if speaker.id == id)

    def terms_of(self, kind: Kind) -> tuple[Term, ...]:
        """Return the terms of one kind."""
        return tuple(term for term in self.terms if term.kind is kind)

    def quotes_of(self, key: str) -> tuple[Quotation, ...]:
        """Return the quotations from one publication."""
        return tuple(quote for quote in self.quotes if quote.source == key)

    def theories_with_term(self, id: str) -> tuple[Theory, ...]:
        """Return the theories that use a term in their chain."""
        return tuple(theory for theory in self.theories if id in _terms_in(theory))

    def theories_with_study(self, key: str) -> tuple[Theory, ...]:
        """Return the theories that have evidence from a study."""
        return tuple(t for t in self.theories if any(e.study == key for e in t.evidence))

    def theories_with_quote(self, id: str) -> tuple[Theory, ...]:
        """Return the theories whose evidence rests on a quotation."""
        return tuple(t for t in self.theories if any(e.quote == id for e in t.evidence))

    def findings_with_term(self, id: str) -> tuple[tuple[Study, Finding], ...]:
        """Return the findings placed under a term, each with its study."""
        return tuple(
            (study, finding)
            for study in self.studies
            for finding in study.findings
            if any(placement.term == id for placement in finding.terms)
        )

    def studies_behind(self, theory: Theory) -> tuple[Study, ...]:
        """Return the studies among a theory's evidence, in the order of studies.yaml."""
        keys = {item.study for item in theory.evidence}
        return tuple(study for study in self.studies if study.key in keys)

    def closest_reading(self, theory: Theory) -> Depth:
        """Return how close we read the study of a theory that we read closest."""
        order = list(Depth)
        return max((study.depth for study in self.studies_behind(theory)), key=order.index)


def _terms_in(theory: Theory) -> set[str]:
    return {
        target
        for slot in theory.slots.values()
        for _, kind, target in slot.references()
        if kind == "term"
    }


def _site(folder: Folder) -> Site:
    drafts = [theory for theory in folder.theories if theory.status is Status.DRAFT]
    hidden = record_addresses(drafts, (), (), (), ())
    return Site(
        settings=folder.settings,
        theories=tuple(t for t in folder.theories if t.status is Status.PUBLISHED),
        studies=folder.studies,
        quotes=folder.quotes,
        terms=folder.terms,
        glossary=folder.glossary,
        references=folder.references,
        sources=folder.sources,
        places={name: place for name, place in folder.places.items() if name not in hidden},
    )
