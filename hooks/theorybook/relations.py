"""What the records say of each other: what uses what, and which way findings point."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from theorybook.kinds import id_of, whole_of
from theorybook.model.activity import Activity
from theorybook.model.base import Depth
from theorybook.model.evidence import Evidence, Stance
from theorybook.model.glossary import Entry
from theorybook.model.quotation import Quotation
from theorybook.model.study import Direction, Finding, Placement, Standing, Study
from theorybook.model.tension import Tension
from theorybook.model.term import Term
from theorybook.model.theory import Link, Part, Talk, Theory
from theorybook.model.versioned import VersionedRecord
from theorybook.multimap import multimap
from theorybook.named_part import NamedPart, lacks_of, named_part
from theorybook.record_id import RecordId
from theorybook.records import R, Records


@dataclass(frozen=True, kw_only=True)
class Relations(Records):
    """Records in force, and all that were ever published beside them.

    Its own collections are those in force: lists and counts are made of them. `everything` holds
    the retired ones too, and all that records rest on; a record is found by its id in either.
    """

    everything: Records

    def record(self, id: RecordId) -> VersionedRecord:
        """Return a record without what no longer counts, unless it is retired itself."""
        return self.by_id.get(id) or self.everything.by_id[id]

    def all_of(self, model: type[R]) -> tuple[R, ...]:
        """Return the records of a model, the retired ones too, each as `record` does."""
        return tuple(self.one(model, id_of(record).id) for record in self.everything.of(model))

    def naming(self, id: RecordId) -> tuple[VersionedRecord, ...]:
        """Return the other records in force that name a record, or a part of it, each once."""
        return self._naming.get(id, ())

    @cached_property
    def _naming(self) -> Mapping[RecordId, tuple[VersionedRecord, ...]]:
        return multimap(
            (named, record)
            for record in self.by_id.values()
            for named in dict.fromkeys(self._named_in(record))
            if named != id_of(record)
        )

    def _named_in(self, record: VersionedRecord) -> Iterator[RecordId]:
        for _, target in record.references():
            source = self._sources.get(target.id)
            known = source[0] if source and target.kind == "source" else target
            yield whole_of(known)

    def theories_with_term(self, id: str) -> tuple[Theory, ...]:
        """Return the theories that use a term in their chain."""
        return self._by_term.get(id, ())

    @cached_property
    def _by_term(self) -> Mapping[str, tuple[Theory, ...]]:
        return multimap((term, theory) for theory in self.theories for term in _terms_in(theory))

    def named(self, parts: Iterable[Part]) -> tuple[NamedPart, ...]:
        """Return what the parts of a theory are called, each name once, in order."""
        each = (named_part(self.term(part.term), part.polarity) for part in parts)
        return tuple(dict.fromkeys(each))

    def theories_lacking(self, id: str) -> tuple[Theory, ...]:
        """Return the theories in which a term is lacking."""
        return self._by_lack.get(id, ())

    @cached_property
    def _by_lack(self) -> Mapping[str, tuple[Theory, ...]]:
        return multimap((term, theory) for theory in self.theories for term in lacks_of(theory))

    def question(self, id: str) -> Talk:
        """Return a question to talk about by its id, taken back or not."""
        return self._questions[id]

    @cached_property
    def _questions(self) -> dict[str, Talk]:
        return {item.id: item for theory in self.everything.theories for item in theory.talk}

    def activities_on(self, id: str) -> tuple[Activity, ...]:
        """Return the activities that rest on a theory."""
        return self._activities.get(id, ())

    @cached_property
    def _activities(self) -> Mapping[str, tuple[Activity, ...]]:
        return multimap((item.theory, each) for each in self.activities for item in each.rests_on)

    def theories_with_study(self, key: str) -> tuple[Theory, ...]:
        """Return the theories that have evidence from a study."""
        return self._by_study.get(key, ())

    @cached_property
    def _by_study(self) -> Mapping[str, tuple[Theory, ...]]:
        return multimap((key, t) for t in self.theories for key in {e.study for e in t.evidence})

    def theories_with_quote(self, id: str) -> tuple[Theory, ...]:
        """Return the theories whose evidence rests on a quotation."""
        return self._by_quote.get(id, ())

    @cached_property
    def _by_quote(self) -> Mapping[str, tuple[Theory, ...]]:
        quoted = (
            (theory, {e.quote for e in theory.evidence if e.quote}) for theory in self.theories
        )
        return multimap((id_, theory) for theory, ids in quoted for id_ in ids)

    def links_to(self, id: str) -> tuple[tuple[Theory, Link], ...]:
        """Return the links that lead to a theory, each with the theory that names it."""
        return self._links_to.get(id, ())

    @cached_property
    def _links_to(self) -> Mapping[str, tuple[tuple[Theory, Link], ...]]:
        return multimap((link.theory, (t, link)) for t in self.theories for link in t.links)

    def findings_with_term(self, id: str) -> tuple[tuple[Study, Finding, Placement], ...]:
        """Return the findings placed under a term, each with its study and placement."""
        return self._findings.get(id, ())

    @cached_property
    def _findings(self) -> Mapping[str, tuple[tuple[Study, Finding, Placement], ...]]:
        return multimap(
            (placement.term, (study, finding, placement))
            for study in self.studies
            for finding in study.findings
            for placement in finding.terms
        )

    def findings_by_direction(
        self, id: str
    ) -> tuple[tuple[Direction, tuple[tuple[Study, Finding, Placement], ...]], ...]:
        """Return the findings placed under a term by which way they point, none empty.

        What a study only retells is not among them: see `background_with_term`.
        """
        found = [item for item in self.findings_with_term(id) if not _is_background(item[1])]
        by_direction = (
            (d, tuple(item for item in found if item[2].points is d)) for d in Direction
        )
        return tuple((direction, items) for direction, items in by_direction if items)

    def background_with_term(self, id: str) -> tuple[tuple[Study, Finding, Placement], ...]:
        """Return the findings under a term that their studies only retell."""
        return tuple(item for item in self.findings_with_term(id) if _is_background(item[1]))

    def studies_with_term(self, id: str) -> tuple[Study, ...]:
        """Return the studies with a finding placed under a term."""
        return self.studies_with_keys(study.key for study, _, _ in self.findings_with_term(id))

    def studies_behind(self, theory: Theory) -> tuple[Study, ...]:
        """Return the studies among a theory's evidence, in the order of studies.yaml."""
        return self.studies_with_keys(item.study for item in theory.evidence)

    def studies_of(self, record: VersionedRecord) -> tuple[Study, ...]:
        """Return the studies that a record rests on, retired or not, in the order of the file."""
        return self.everything.studies_with_keys(self._keys_behind(record))

    def _keys_behind(self, record: VersionedRecord) -> Collection[str]:
        match record:
            case Theory():
                return {item.study for item in record.evidence}
            case Study():
                return {record.key}
            case Quotation():
                return {record.source}
            case Term():
                return {study.key for study in self.studies_with_term(record.id)}
            case Entry():
                return record.cites
            case Tension():
                return self.studies_in(record)
            case _:
                return {self.study_of(id_) for _, (_, id_) in record.references()
                        if id_ in self._sources}  # fmt: skip

    def against(self, theory: Theory) -> tuple[Evidence, ...]:
        """Return the evidence that goes against a theory."""
        return tuple(item for item in theory.evidence if item.stance is Stance.AGAINST)

    def separate(self, studies: Iterable[Study]) -> int:
        """Count studies, those of one project as one: they do not confirm each other."""
        return len({study.project or study.key for study in studies})

    def of_same_project(self, study: Study) -> tuple[Study, ...]:
        """Return the other studies of a study's project, in the order of studies.yaml."""
        return tuple(o for o in self._projects.get(study.project, ()) if o.key != study.key)

    @cached_property
    def _projects(self) -> Mapping[str | None, tuple[Study, ...]]:
        return multimap((study.project, study) for study in self.studies if study.project)

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

    def evidence(self, id: str) -> Evidence:
        """Return an evidence item by its id, taken back or not."""
        return self._evidence[id]

    @cached_property
    def _evidence(self) -> dict[str, Evidence]:
        return {item.id: item for theory in self.everything.theories for item in theory.evidence}

    @cached_property
    def _sources(self) -> dict[str, tuple[RecordId, str]]:
        """Everything that a sentence can rest on, and its study, by id."""
        written = self.everything
        sources = {
            study.key: (RecordId("study", study.key), study.key) for study in written.studies
        }
        sources |= {
            quote.id: (RecordId("quote", quote.id), quote.source) for quote in written.quotes
        }
        return sources | {
            finding.id: (RecordId("finding", finding.id), study.key)
            for study in written.studies
            for finding in study.findings
        }

    def cited(self, ids: Iterable[str]) -> dict[str, list[RecordId]]:
        """Return what a sentence rests on by the key of its study, in the order given."""
        by_study: dict[str, list[RecordId]] = {}
        for id_ in ids:
            source, key = self._sources[id_]
            by_study.setdefault(key, []).append(source)
        return by_study

    def study_of(self, id: str) -> str:
        """Return the key of the study that a finding or quotation belongs to."""
        return self._sources[id][1]

    def studies_in(self, tension: Tension) -> frozenset[str]:
        """Return the keys of the studies that a tension is between."""
        return frozenset(self.study_of(id_) for side in tension.sides for id_ in side.cites)

    def tensions_with(self, record: VersionedRecord) -> tuple[Tension, ...]:
        """Return the tensions that concern a theory, a term or a study."""
        return self._tensions.get(id_of(record), ())

    @cached_property
    def _tensions(self) -> Mapping[RecordId, tuple[Tension, ...]]:
        return multimap((id_, t) for t in self.tensions for id_ in {*self._concerned(t)})

    def _concerned(self, tension: Tension) -> Iterator[RecordId]:
        yield from (RecordId("theory", id_) for id_ in tension.theories)
        yield from (RecordId("term", id_) for id_ in tension.terms)
        yield from (RecordId("study", key) for key in self.studies_in(tension))


def _is_background(finding: Finding) -> bool:
    return finding.standing is Standing.BACKGROUND


def _terms_in(theory: Theory) -> set[str]:
    return {
        target.id
        for slot in theory.slots.values()
        for _, target in slot.references()
        if target.kind == "term"
    }
