"""A site with much evidence, made up from the garden by a seeded chance.

It is for what counts evidence, and is checked by nothing: its words mean nothing.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random

from theorybook.model.base import Placed
from theorybook.model.evidence import Evidence, Stance
from theorybook.model.study import Direction, Finding, Placement, Standing, Study
from theorybook.model.theory import Theory
from theorybook.records import Collections, Records
from theorybook.site import Site

STUDIES, THEORIES = 20, 4


def made_up(garden: Site, seed: int = 11) -> Site:
    """Return the garden with other studies and theories, always the same for a seed."""
    chance = Random(seed)
    studies = tuple(_study(garden, chance, f"made{n}") for n in range(STUDIES))
    theories = tuple(_theory(garden, chance, f"T{n:03}", studies) for n in range(THEORIES))
    made: Collections = {Study: studies, Theory: theories}
    everything = Records({**garden.everything.collections, **made})
    return replace(garden, collections={**garden.collections, **made}, everything=everything)


def _study(garden: Site, chance: Random, key: str) -> Study:
    findings = tuple(_finding(garden, chance, f"{key}-F{n}") for n in (1, 2))
    groups = [group.id for group in garden.settings.groups]
    return garden.studies[0].model_copy(
        update={
            "key": key,
            "findings": findings,
            "project": None,
            "design": chance.choice(garden.settings.designs).id,
            "groups": tuple(chance.sample(groups, chance.randint(0, len(groups)))),
        }
    )


def _finding(garden: Site, chance: Random, id_: str) -> Finding:
    terms = chance.sample([term.id for term in garden.terms], 2)
    placements = tuple(
        Placement(term=term, placed=Placed.STATED, points=chance.choice(list(Direction)))
        for term in terms
    )
    return (
        garden.studies[0]
        .findings[0]
        .model_copy(
            update={"id": id_, "terms": placements, "standing": chance.choice(list(Standing))}
        )
    )


def _theory(garden: Site, chance: Random, id_: str, studies: tuple[Study, ...]) -> Theory:
    model = garden.theories[0]
    steps = {
        name: slot.model_copy(
            update={
                "parts": tuple(
                    slot.parts[0].model_copy(update={"term": term})
                    for term in chance.sample([t.id for t in garden.terms if t.kind == name], 1)
                )
            }
        )
        for name, slot in model.slots.items()
    }
    evidence = tuple(_evidence(model, chance, f"{id_}-E{n}", studies) for n in (1, 2))
    about = chance.choice(garden.settings.people).id
    return model.model_copy(update={"id": id_, "about": about, "evidence": evidence, **steps})


def _evidence(model: Theory, chance: Random, id_: str, studies: tuple[Study, ...]) -> Evidence:
    study = chance.choice(studies)
    # Evidence that rests on a quotation names no finding.
    finding = chance.choice([*study.findings, None])
    return model.evidence[0].model_copy(
        update={
            "id": id_,
            "study": study.key,
            "finding": finding.id if finding else None,
            "quote": None if finding else "Q002",
            "stance": chance.choice(list(Stance)),
        }
    )
