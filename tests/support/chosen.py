"""Records of our own data that tests look at, chosen by what they are and never by their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tests.support.neighbours import relations

from theorybook.model.study import Study
from theorybook.model.theory import Theory
from theorybook.site import Site


def best_backed(site: Site) -> Theory:
    """Return the theory with most evidence."""
    return max(site.theories, key=lambda theory: len(theory.evidence))


def first_at_home(site: Site) -> Theory:
    """Return the first of the theories that the home page starts with."""
    return site.theory(site.settings.home.first[0])


def most_linked(site: Site) -> list[Theory]:
    """Return the theories by how many others each is linked to, most first."""
    linked = relations(site)
    return sorted(site.theories, key=lambda theory: -len(linked[theory.id]))


def most_told(site: Site) -> Study:
    """Return the study with most findings."""
    return max(site.studies, key=lambda study: len(study.findings))


def most_common(values: Iterable[str]) -> str:
    """Return the value that is there most often; of several, the first in the alphabet."""
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value))


def common_filters(site: Site) -> dict[str, str]:
    """Return, for each filter of the evidence, a value that many studies or theories have."""
    return {
        "about": most_common(theory.about for theory in site.theories),
        "group": most_common(group for study in site.studies for group in study.groups),
        "design": most_common(study.design for study in site.studies),
    }
