"""Theories side by side: what stands for each, and which projects are behind more than one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from theorybook.model.study import Study
from theorybook.model.theory import Theory
from theorybook.pictures.chain import Step, steps
from theorybook.pictures.neighbours import Neighbour
from theorybook.site import Site


@dataclass(frozen=True)
class Project:
    """A separate project behind a theory: a study, or several that do not confirm each other."""

    id: str
    name: str
    studies: tuple[Study, ...]


@dataclass(frozen=True)
class Side:
    """What stands for a theory beside another."""

    theory: Theory
    boxes: tuple[Step, ...]
    projects: tuple[Project, ...]


@dataclass(frozen=True)
class Pair:
    """A theory beside one that is linked to it; `shared` are the projects behind both."""

    neighbour: Neighbour
    sides: tuple[Side, Side]
    shared: tuple[Project, ...]


def side(site: Site, theory: Theory) -> Side:
    """Return what stands for a theory beside another.

    Args:
        site: what the site says.
        theory: the theory, in force or retired.
    """
    by_project: dict[str, list[Study]] = {}
    for study in site.studies_behind(theory):
        by_project.setdefault(study.project or study.key, []).append(study)
    names = {project.id: project.name for project in site.settings.projects}
    return Side(
        theory,
        steps(site, theory),
        tuple(
            Project(id_, names.get(id_) or site.references[id_].short, tuple(studies))
            for id_, studies in by_project.items()
        ),
    )


def pair(site: Site, own: Side, neighbour: Neighbour) -> Pair:
    """Return a theory beside one that is linked to it."""
    sides = (own, side(site, neighbour.theory))
    return Pair(neighbour, sides, shared(sides))


def shared(sides: Sequence[Side]) -> tuple[Project, ...]:
    """Return the projects of the first side that are behind every other side, too."""
    others = [{project.id for project in each.projects} for each in sides[1:]]
    return tuple(p for p in sides[0].projects if all(p.id in other for other in others))
