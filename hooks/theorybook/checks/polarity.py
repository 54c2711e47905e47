"""Polarity: has each lack its words, and does no part say the opposite of what it cites?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from theorybook.data.folder import Folder
from theorybook.model.polarity import Polarity
from theorybook.model.study import Direction, Finding
from theorybook.model.theory import Part, Theory
from theorybook.named_part import lacks_of
from theorybook.problems import Place, Problem

# What all findings that a part cites must not say of its term.
_OPPOSITE = {
    Polarity.PRESENT: Direction.LACKING,
    Polarity.LACKING: Direction.FOR,
    Polarity.IN_THE_WAY: Direction.FOR,
}


def faulty_polarity(folder: Folder) -> Iterator[Problem]:
    """Yield terms whose lack has no words, and parts that say the opposite of what they cite."""
    yield from _lacks_without_words(folder)
    yield from _opposites(folder)


def _lacks_without_words(folder: Folder) -> Iterator[Problem]:
    reported = _reported_as_lacking(folder)
    for index, term in enumerate(folder.records.terms):
        if term.id in reported and not term.lack:
            place = folder.files["terms"].place(("terms", index))
            message = f"{reported[term.id]} reports `{term.id}` as lacking, which has no `lack:`"
            fix = "add `lack:` with 2 to 6 words for its lack, such as `No clear role`"
            yield Problem(place, "C04", message, fix)


def _reported_as_lacking(folder: Folder) -> dict[str, str]:
    """Return the terms that something reports as lacking, each with the first that does."""
    first: dict[str, str] = {}
    for theory in folder.records.theories:
        for id_ in lacks_of(theory):
            first.setdefault(id_, theory.id)
    for study in folder.records.studies:
        for finding in study.findings:
            for placement in finding.terms:
                if placement.points is Direction.LACKING:
                    first.setdefault(placement.term, finding.id)
    return first


def _opposites(folder: Folder) -> Iterator[Problem]:
    findings = _findings_by_source(folder)
    for index, theory in enumerate(folder.records.theories):
        for slot, i, part in _parts(theory):
            against = _cited(part, findings)
            opposite = _OPPOSITE.get(part.polarity)
            if against and set(against.values()) == {opposite}:
                place = folder.files["theories"].place(("theories", index, slot, "parts", i))
                yield _contradiction(place, theory, part, against)


def _contradiction(
    place: Place, theory: Theory, part: Part, against: Mapping[str, Direction]
) -> Problem:
    is_lack = part.polarity.is_lack
    stands, tells = ("lacking", "supports it") if is_lack else ("present", "reports its lack")
    message = (
        f"a part of {theory.id} says that `{part.term}` is {stands}, and all that it cites "
        f"{tells} ({', '.join(against)})"
    )
    instead = Polarity.PRESENT if is_lack else Polarity.LACKING
    fix = f"write `polarity: {instead}`, or cite a finding that says the same as the part"
    return Problem(place, "E04", message, fix)


def _parts(theory: Theory) -> Iterator[tuple[str, int, Part]]:
    """Yield every part of a theory, with its slot and its number there."""
    for name, slot in theory.slots.items():
        for i, part in enumerate(slot.parts):
            yield name, i, part


def _findings_by_source(folder: Folder) -> Mapping[str, list[Finding]]:
    """Return the findings in force by what names them: their id, and the quotation they rest on."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for study in folder.records.studies:
        for finding in study.findings:
            if not finding.retired:
                for source in filter(None, (finding.id, finding.quote)):
                    found[source].append(finding)
    return found


def _cited(part: Part, findings: Mapping[str, list[Finding]]) -> dict[str, Direction]:
    """Return which way the findings point that a part cites and that stand under its term."""
    return {
        finding.id: placement.points
        for source in part.cites
        for finding in findings.get(source, ())
        for placement in finding.terms
        if placement.term == part.term
    }
