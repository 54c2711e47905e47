"""The whole knowledge base, loaded and checked: the one way in for hooks, scripts and tests."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from theorybook.addresses import go_addresses, record_addresses, theory_addresses
from theorybook.bibliography.reference import Reference
from theorybook.bibliography.twins import likely_twins
from theorybook.checks import check
from theorybook.data.folder import Folder, read_folder
from theorybook.data.published import Published
from theorybook.data.sources import Source
from theorybook.model.base import Depth
from theorybook.model.evidence import Evidence, Stance
from theorybook.model.gap import FieldGap
from theorybook.model.glossary import Entry
from theorybook.model.kept import Retirement
from theorybook.model.quotation import Quotation
from theorybook.model.settings import Settings
from theorybook.model.study import Direction, Finding, Placement, Study
from theorybook.model.tension import Tension
from theorybook.model.term import Term
from theorybook.model.theory import Link, Status, Theory
from theorybook.problems import DataError, Place, Problem
from theorybook.promises.notes import notes, notes_on_pages
from theorybook.promises.retirement import in_force, retirements, settings_in_force, vars_of
from theorybook.records import Records


@dataclass(frozen=True, kw_only=True)
class Site(Records):
    """Everything the site says, checked. Collections keep the order of the files.

    Its own records are those in force: lists and counts are made of them. `everything` holds the
    retired ones too, and all that records rest on; a record is found by its id in either.
    `notes` tell the maintainer what should be looked at, and stop nothing.
    """

    everything: Records
    published: Published
    notes: tuple[Problem, ...]
    settings: Settings
    references: Mapping[str, Reference]
    sources: Mapping[str, Source]
    places: Mapping[str, Place]

    @classmethod
    def load(cls, root: Path, preview: bool = False) -> Site:
        """Load and check the data of a project.

        Args:
            root: the project's folder; it holds `data/` and `docs/`.
            preview: whether somebody is still at work, so that a change without a line in the
                history is a note and no error.

        Returns:
            The site.

        Raises:
            DataError: with every problem found.
        """
        folder = read_folder(root / "data")
        problems = check(folder, root)
        unsaid = [problem for problem in problems if preview and problem.code == "H02"]
        if len(problems) > len(unsaid):
            raise DataError(problems)
        return _site(folder, [*unsaid, *notes(folder), *notes_on_pages(folder, root / "docs"),
                              *likely_twins(folder.references)])  # fmt: skip

    @cached_property
    def addresses(self) -> dict[str, str]:
        """Address of every record, by `kind/id`."""
        return record_addresses(self.everything)

    @cached_property
    def go(self) -> dict[str, str]:
        """Permanent address of all that has an id, by `kind/id`."""
        return go_addresses(self.addresses)

    def dated(self, name: str = "") -> date:
        """Return the date of a record's last change, by `kind/id`; without a name, of any."""
        records = self.everything.kept
        chosen = [records[name]] if name else records.values()
        return max(max(r.dated, r.retired.on) if r.retired else r.dated for r in chosen)

    @cached_property
    def names(self) -> dict[str, str]:
        """The `kind/id` of everything that has an id, by its id alone: the first of two alike."""
        return {name.partition("/")[2]: name for name in reversed(self.go)}

    def title(self, name: str) -> str:
        """Return what readers call a record, by `kind/id`; a part of a record has only its id."""
        match self.everything.kept.get(name):
            case Theory(short=title) | Quotation(about=title) | Tension(title=title):
                return title
            case Term(name=title) | Entry(name=title) | FieldGap(what=title):
                return title
            case Study(key=key):
                return self.references[key].short
            case _:
                return name.partition("/")[2]

    @cached_property
    def retirements(self) -> dict[str, Retirement]:
        """What is retired, by `kind/id`, evidence and findings included."""
        return retirements(self.everything)

    def person(self, id: str) -> str:
        """Return what readers call this kind of person."""
        return next(person.name for person in self.settings.people if person.id == id)

    def speaker(self, id: str) -> str:
        """Return what readers call this kind of speaker."""
        return next(speaker.name for speaker in self.settings.speakers if speaker.id == id)

    def theories_with_term(self, id: str) -> tuple[Theory, ...]:
        """Return the theories that use a term in their chain."""
        return tuple(theory for theory in self.theories if id in self._terms_used[theory.id])

    @cached_property
    def _terms_used(self) -> dict[str, frozenset[str]]:
        return {theory.id: frozenset(_terms_in(theory)) for theory in self.theories}

    def theories_with_study(self, key: str) -> tuple[Theory, ...]:
        """Return the theories that have evidence from a study."""
        return tuple(t for t in self.theories if any(e.study == key for e in t.evidence))

    def theories_with_quote(self, id: str) -> tuple[Theory, ...]:
        """Return the theories whose evidence rests on a quotation."""
        return tuple(t for t in self.theories if any(e.quote == id for e in t.evidence))

    def links_to(self, id: str) -> tuple[tuple[Theory, Link], ...]:
        """Return the links that lead to a theory, each with the theory that names it."""
        return tuple((t, link) for t in self.theories for link in t.links if link.theory == id)

    def findings_with_term(self, id: str) -> tuple[tuple[Study, Finding, Placement], ...]:
        """Return the findings placed under a term, each with its study and placement."""
        return tuple(
            (study, finding, placement)
            for study in self.studies
            for finding in study.findings
            for placement in finding.terms
            if placement.term == id
        )

    def findings_by_direction(
        self, id: str
    ) -> tuple[tuple[Direction, tuple[tuple[Study, Finding, Placement], ...]], ...]:
        """Return the findings placed under a term by which way they point, none empty."""
        found = self.findings_with_term(id)
        by_direction = (
            (d, tuple(item for item in found if item[2].points is d)) for d in Direction
        )
        return tuple((direction, items) for direction, items in by_direction if items)

    def studies_with_term(self, id: str) -> tuple[Study, ...]:
        """Return the studies with a finding placed under a term."""
        keys = {study.key for study, _, _ in self.findings_with_term(id)}
        return tuple(study for study in self.studies if study.key in keys)

    def studies_behind(self, theory: Theory) -> tuple[Study, ...]:
        """Return the studies among a theory's evidence, in the order of studies.yaml."""
        keys = {item.study for item in theory.evidence}
        return tuple(study for study in self.studies if study.key in keys)

    def against(self, theory: Theory) -> tuple[Evidence, ...]:
        """Return the evidence that goes against a theory."""
        return tuple(item for item in theory.evidence if item.stance is Stance.AGAINST)

    def separate(self, studies: Iterable[Study]) -> int:
        """Count studies, those of one project as one: they do not confirm each other."""
        return len({study.project or study.key for study in studies})

    def closest_reading(self, theory: Theory) -> Depth:
        """Return how close we read the study of a theory that we read closest."""
        return self.closest(self.studies_behind(theory))

    def closest(self, studies: Iterable[Study]) -> Depth:
        """Return how close we read the study that we read closest, of one or more."""
        order = list(Depth)
        return max((study.depth for study in studies), key=order.index)

    def taken_back(self, theory: Theory) -> tuple[Evidence, ...]:
        """Return the evidence of a theory that no longer counts."""
        in_force = {item.id for item in theory.evidence}
        written = self.everything.theory(theory.id).evidence
        return tuple(item for item in written if item.id not in in_force)

    def withdrawn(self, study: Study) -> tuple[Finding, ...]:
        """Return the findings of a study that no longer count."""
        in_force = {finding.id for finding in study.findings}
        written = self.everything.study(study.key).findings
        return tuple(finding for finding in written if finding.id not in in_force)

    @cached_property
    def _theories(self) -> dict[str, Theory]:
        return self.everything._theories | super()._theories

    @cached_property
    def _terms(self) -> dict[str, Term]:
        return self.everything._terms

    @cached_property
    def _studies(self) -> dict[str, Study]:
        return self.everything._studies | super()._studies

    @cached_property
    def _quotes(self) -> dict[str, Quotation]:
        return self.everything._quotes

    @cached_property
    def _sources(self) -> dict[str, tuple[str, str]]:
        """Kind and study of everything a sentence can rest on, by id."""
        written = self.everything
        sources = {study.key: ("study", study.key) for study in written.studies}
        sources |= {quote.id: ("quote", quote.source) for quote in written.quotes}
        return sources | {
            finding.id: ("finding", study.key)
            for study in written.studies
            for finding in study.findings
        }

    def cited(self, ids: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
        """Return what a sentence rests on, as (kind, id) by study, in the order given."""
        by_study: dict[str, list[tuple[str, str]]] = {}
        for id_ in ids:
            kind, key = self._sources[id_]
            by_study.setdefault(key, []).append((kind, id_))
        return by_study

    def study_of(self, id: str) -> str:
        """Return the key of the study that a finding or quotation belongs to."""
        return self._sources[id][1]

    def studies_in(self, tension: Tension) -> frozenset[str]:
        """Return the keys of the studies that a tension is between."""
        return frozenset(self.study_of(id_) for side in tension.sides for id_ in side.cites)

    def tensions_with(self, kind: str, id: str) -> tuple[Tension, ...]:
        """Return the tensions that concern a theory, a term or a study."""

        def concerns(tension: Tension) -> Collection[str]:
            by_kind: dict[str, Collection[str]] = {
                "theory": tension.theories,
                "term": tension.terms,
                "study": self.studies_in(tension),
            }
            return by_kind[kind]

        return tuple(tension for tension in self.tensions if id in concerns(tension))


def _terms_in(theory: Theory) -> set[str]:
    return {
        target
        for slot in theory.slots.values()
        for _, kind, target in slot.references()
        if kind == "term"
    }


def _site(folder: Folder, noted: Iterable[Problem]) -> Site:
    drafts = [theory for theory in folder.records.theories if theory.status is Status.DRAFT]
    published = tuple(t for t in folder.records.theories if t.status is Status.PUBLISHED)
    hidden = {name for draft in drafts for name in theory_addresses(draft)}
    everything = Records(**vars_of(folder.records) | {"theories": published})
    return Site(
        **vars_of(in_force(everything)),
        everything=everything,
        published=folder.published,
        notes=tuple(sorted(noted)),
        settings=settings_in_force(folder.settings, everything),
        references=folder.references,
        sources=folder.sources,
        places={name: place for name, place in folder.places.items() if name not in hidden},
    )
