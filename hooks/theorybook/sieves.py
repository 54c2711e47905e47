"""What a reader can filter the lists by: only what some record has."""

from __future__ import annotations

from collections.abc import Iterable

from theorybook.model.settings import Choice
from theorybook.model.study import Study
from theorybook.site import Site

Options = list[tuple[str, str]]
NOT_KNOWN = ("not-known", "not known")


def study_filters(site: Site) -> list[tuple[str, str, Options]]:
    """Return name, label and options of each filter of the list of studies."""
    settings = site.settings
    years = sorted({site.references[study.key].year for study in site.studies}, reverse=True)
    return [
        ("group", "About", _used(settings.groups, (study.groups for study in site.studies))),
        ("design", "Kind", _used(settings.designs, ((study.design,) for study in site.studies))),
        ("country", "Country", _used(settings.countries, (s.countries for s in site.studies))),
        ("year", "Year", [(year, year) for year in years]),
    ]


def quote_filters(site: Site) -> list[tuple[str, str, Options]]:
    """Return name, label and options of each filter of the list of quotations."""
    sources = sorted({quote.source for quote in site.quotes})
    return [
        ("stands", "From", [(stands, f"the {stands}") for stands in _places(site)]),
        ("speaker", "Whose voice",
         _used(site.settings.speakers, ((quote.speaker,) for quote in site.quotes))),
        ("source", "Study", [(key, site.references[key].short) for key in sources]),
    ]  # fmt: skip


def newest_first(site: Site) -> list[Study]:
    """Return the studies by year, the newest first, then by name."""
    by_name = sorted(site.studies, key=lambda study: site.references[study.key].short)
    return sorted(by_name, key=lambda study: site.references[study.key].year, reverse=True)


def _places(site: Site) -> list[str]:
    return sorted({quote.stands.value for quote in site.quotes})


def _used(choices: Iterable[Choice], used: Iterable[Iterable[str]]) -> Options:
    groups = [tuple(ids) for ids in used]
    there = {id_ for ids in groups for id_ in ids}
    options = [(choice.id, choice.name) for choice in choices if choice.id in there]
    return options if all(groups) else [*options, NOT_KNOWN]
