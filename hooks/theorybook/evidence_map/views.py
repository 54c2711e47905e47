"""The pages of the evidence map: two views, each whole and for one part of the evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from theorybook.addresses import MAP, MECHANISM_MAP
from theorybook.evidence_map.drawn import EvidenceMap, evidence_map
from theorybook.evidence_map.evidence_filter import EvidenceFilter
from theorybook.model.settings import Choice
from theorybook.model.term import TermKind
from theorybook.once import once
from theorybook.site import Site

# What the map can be filtered by, and how readers see it named.
FIELDS = (
    ("about", "Who it is about"),
    ("group", "People in the studies"),
    ("design", "Kind of study"),
)
VIEWS = {TermKind.STRATEGY: MAP, TermKind.MECHANISM: MECHANISM_MAP}


@dataclass(frozen=True)
class Part:
    """A part of the evidence that has a page: by which field, which value, and its name."""

    field: str
    value: str
    name: str

    @property
    def filter(self) -> EvidenceFilter:
        """What lets this part through."""
        return EvidenceFilter(**{self.field: self.value})

    def address(self, kind: TermKind) -> str:
        """Address of its page in a view."""
        return f"{VIEWS[kind]}{self.field}/{self.value}/"


def parts(site: Site) -> tuple[Part, ...]:
    """Return every part that has a page: only what some record has, retired ones included."""
    used = {
        "about": {theory.about for theory in site.everything.theories},
        "group": {group for study in site.everything.studies for group in study.groups},
        "design": {study.design for study in site.everything.studies},
    }
    lists: dict[str, tuple[Choice, ...]] = {
        "about": site.settings.people,
        "group": site.settings.groups,
        "design": site.settings.designs,
    }
    return tuple(
        Part(field, choice.id, choice.name)
        for field, choices in lists.items()
        for choice in choices
        if choice.id in used[field]
    )


def listed_at(drawn: EvidenceMap, address: str) -> dict[str, str]:
    """Return the address of the page that lists the cells of each group of outcomes, by its id.

    Args:
        drawn: a map.
        address: where its table is; the list is there, too, unless it is long.
    """
    return {
        group.id: f"{address}list/{group.id}/" if drawn.is_long else address
        for group in drawn.groups
    }


@once
def whole_map(site: Site, kind: TermKind) -> EvidenceMap:
    """Return a view of all the evidence."""
    return evidence_map(site, kind, EvidenceFilter())


def maps(site: Site) -> Iterator[tuple[str, Part | None, EvidenceMap]]:
    """Yield every page of the map: its address, its part or None for the whole, and the map."""
    for kind, address in VIEWS.items():
        yield address, None, whole_map(site, kind)
        for part in parts(site):
            yield part.address(kind), part, evidence_map(site, kind, part.filter)
