"""What a reader can filter the lists by: only what some record has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from theorybook.model.base import Depth
from theorybook.model.polarity import Polarity
from theorybook.model.settings import Choice
from theorybook.model.study import Study, TookPart
from theorybook.model.term import TermKind
from theorybook.model.theory import Slot, Theory
from theorybook.named_part import NamedPart, named_part
from theorybook.site import Site
from theorybook.strength import Rung, strength
from theorybook.themes import GapOwner, themes_of

Options = list[tuple[str, str]]
NOT_KNOWN = ("not-known", "not known")
OTHER = ("other", "other topics")
NOT_ALL_AGREE = ("not-all-agree", "not all agree")
# How many separate projects: the most that each class takes in, its id, and what readers call it.
_CLASSES = (
    (1, "one", "one project"),
    (4, "two-to-four", "two to four projects"),
    (7, "five-to-seven", "five to seven projects"),
    (None, "eight-or-more", "eight or more projects"),
)
# A list is filtered by a term, whether or not it varies, or by its lack.
_ASKED_FOR = (Polarity.PRESENT, Polarity.LACKING)


def theory_filters(site: Site) -> list[tuple[str, str, Options]]:
    """Return name, label and options of each filter of the list of theories."""
    return [
        ("about", "About", used(site.settings.people, ((t.about,) for t in site.theories))),
        *(_term_filter(site, kind) for kind in (TermKind.OUTCOME, TermKind.STRATEGY)),
        ("rung", "How sure", _rungs(site)),
        ("sure", "Projects", _sure(site)),
    ]


def theory_values(site: Site, theory: Theory) -> dict[str, tuple[str, ...]]:
    """Return the options that a theory fits, by the name of the filter, and what sorts it."""
    separate = site.separate(site.studies_behind(theory))
    size = how_many(separate)
    return {
        "about": (theory.about,),
        "outcome": _terms_in(site, theory.outcome) or NOT_KNOWN[:1],
        "strategy": _terms_in(site, theory.strategy) or NOT_KNOWN[:1],
        "rung": (strength(site, theory).rung.slug,),
        "sure": (size, NOT_ALL_AGREE[0]) if site.against(theory) else (size,),
        "person": (str(_place_of_person(site, theory)),),
        "projects": (str(separate),),
    }


def how_many(separate: int) -> str:
    """Return the class that a number of separate projects is in."""
    return next(id_ for most, id_, _ in _CLASSES if most is None or separate <= most)


def by_rung(site: Site) -> list[tuple[Rung, list[Theory]]]:
    """Return the steps of the ladder from the top down, the empty ones too, with their theories.

    Within a step, theories are in the order of the people they are about.
    """
    by_person = sorted(site.theories, key=lambda theory: _place_of_person(site, theory))
    rungs = {theory.id: strength(site, theory).rung for theory in by_person}
    return [(rung, [t for t in by_person if rungs[t.id] is rung]) for rung in reversed(Rung)]


def study_filters(site: Site) -> list[tuple[str, str, Options]]:
    """Return name, label and options of each filter of the list of studies."""
    settings = site.settings
    years = sorted({site.references[study.key].year for study in site.studies}, reverse=True)
    depths = {study.depth for study in site.studies}
    answers = {study.clients.took_part for study in site.studies}
    return [
        ("group", "About", used(settings.groups, (study.groups for study in site.studies))),
        (
            "clients",
            settings.clients.question,
            [(as_one_word(answer), answer.value) for answer in TookPart if answer in answers],
        ),
        ("design", "Kind", used(settings.designs, ((study.design,) for study in site.studies))),
        ("country", "Country", used(settings.countries, (s.countries for s in site.studies))),
        ("year", "Year", [(as_one_word(year), year) for year in years]),
        (
            "depth",
            "We read",
            [(as_one_word(depth), depth.value) for depth in Depth if depth in depths],
        ),
    ]


def study_values(site: Site, study: Study) -> dict[str, tuple[str, ...]]:
    """Return the options that a study fits, by the name of the filter."""
    return {
        "group": study.groups or NOT_KNOWN[:1],
        "clients": (as_one_word(study.clients.took_part),),
        "design": (study.design,),
        "country": study.countries or NOT_KNOWN[:1],
        "year": (as_one_word(site.references[study.key].year),),
        "depth": (as_one_word(study.depth),),
    }


def gap_filters(site: Site) -> list[tuple[str, str, Options]]:
    """Return name, label and options of each filter of the page of gaps."""
    named = [gap_values(site, record)["theme"] for record in with_gaps(site)]
    options = [*((theme.id, theme.name) for theme in site.settings.themes), OTHER]
    there = {value for values in named for value in values}
    return [("theme", "Topic", [option for option in options if option[0] in there])]


def gap_values(site: Site, record: GapOwner) -> dict[str, tuple[str, ...]]:
    """Return the options that a gap, or what has gaps of its own, fits."""
    return {"theme": themes_of(site, record) or OTHER[:1]}


def with_gaps(site: Site) -> Iterator[GapOwner]:
    """Yield the gaps of the field, then each record that says what is not known of it."""
    yield from site.gaps
    yield from site.theories
    yield from (term for term in site.terms if term.unknown)
    yield from (study for study in site.studies if study.unread)


def quote_filters(site: Site) -> list[tuple[str, str, Options]]:
    """Return name, label and options of each filter of the list of quotations."""
    cited = {quote.source for quote in site.quotes}
    sources = sorted(cited, key=lambda key: site.references[key].sort_key)
    return [
        ("stands", "From", [(stands, f"the {stands}") for stands in _places(site)]),
        ("speaker", "Whose voice",
         used(site.settings.speakers, ((quote.speaker,) for quote in site.quotes))),
        ("source", "Study", [(key, site.references[key].short) for key in sources]),
    ]  # fmt: skip


def newest_first(site: Site) -> list[Study]:
    """Return the studies by year, the newest first, then by name."""
    by_name = sorted(site.studies, key=lambda study: site.references[study.key].sort_key)
    return sorted(by_name, key=lambda study: site.references[study.key].year, reverse=True)


def _place_of_person(site: Site, theory: Theory) -> int:
    return [person.id for person in site.settings.people].index(theory.about)


def _term_filter(site: Site, kind: TermKind) -> tuple[str, str, Options]:
    used = [_terms_in(site, theory.slots[kind.value]) for theory in site.theories]
    by_name = sorted(site.terms_of(kind), key=lambda term: term.name)
    choices = (named_part(term, polarity) for term in by_name for polarity in _ASKED_FOR)
    return kind.value, kind.plain, _there([(_term_value(c), c.label) for c in choices], used)


def _terms_in(site: Site, slot: Slot) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_term_value(named) for named in site.named(slot.parts)))


def _term_value(named: NamedPart) -> str:
    """Return the value of a term, or of its lack: no id holds an underscore."""
    return f"{named.term}_lacking" if named.is_lack else named.term


def _sure(site: Site) -> Options:
    there = {value for theory in site.theories for value in theory_values(site, theory)["sure"]}
    options = [*((id_, name) for _, id_, name in _CLASSES), NOT_ALL_AGREE]
    return [option for option in options if option[0] in there]


def _rungs(site: Site) -> Options:
    there = {strength(site, theory).rung for theory in site.theories}
    return [(rung.slug, rung.value) for rung in Rung if rung in there]


def _places(site: Site) -> list[str]:
    return sorted({quote.stands.value for quote in site.quotes})


def as_one_word(words: str) -> str:
    """Return words as one word: the list keeps all that an item fits in one attribute."""
    return "-".join(words.split())


def used(choices: Iterable[Choice], by: Iterable[Iterable[str]]) -> Options:
    """Return the choices that something fits; `by` gives what each thing fits."""
    return _there([(choice.id, choice.name) for choice in choices], by)


def _there(options: Options, used: Iterable[Iterable[str]]) -> Options:
    """Return the options that something fits, and `not known` if something fits none."""
    groups = [tuple(ids) for ids in used]
    there = {id_ for ids in groups for id_ in ids}
    fitting = [option for option in options if option[0] in there]
    return fitting if all(groups) else [*fitting, NOT_KNOWN]
