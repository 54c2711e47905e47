"""What a reader can filter activities and questions by: above all, how much time there is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from theorybook.list_filters import Options, as_one_word, used
from theorybook.model.activity import Activity, Heaviness
from theorybook.model.theory import Talk, Theory
from theorybook.site import Site

# How much time somebody may have, in minutes.
_TIMES = (10, 15, 20, 30, 60)


def activity_filters(site: Site) -> list[tuple[str, str, Options]]:
    """Return name, label and options of each filter of the list of activities."""
    about = {term for each in site.activities for term in each.about}
    terms = sorted((site.term(id_) for id_ in about), key=lambda term: term.name)
    values = [activity_values(site, each) for each in site.activities]
    heavy = {each.heavy for each in site.activities}
    return [
        ("minutes", "Time", _times(value["minutes"] for value in values)),
        ("for", "For", used(site.settings.audiences, (each.for_whom for each in site.activities))),
        ("about", "About", [(term.id, term.name) for term in terms]),
        ("heavy", "How heavy", [(as_one_word(e), e.value) for e in Heaviness if e in heavy]),
    ]


def activity_values(site: Site, activity: Activity) -> dict[str, tuple[str, ...]]:
    """Return the options that an activity fits, by the name of the filter."""
    return {
        "minutes": _times_that_do(activity.minutes),
        "for": activity.for_whom,
        "about": activity.about,
        "heavy": (as_one_word(activity.heavy),),
    }


def question_filters(site: Site) -> list[tuple[str, str, Options]]:
    """Return name, label and options of each filter of the list of questions to talk about."""
    values = [question_values(theory, talk) for theory in site.theories for talk in theory.talk]
    return [
        ("minutes", "Time", _times(value["minutes"] for value in values)),
        ("about", "About", used(site.settings.people, (value["about"] for value in values))),
    ]


def question_values(theory: Theory, talk: Talk) -> dict[str, tuple[str, ...]]:
    """Return the options that a question of a theory fits, by the name of the filter."""
    return {"minutes": _times_that_do(talk.minutes), "about": (theory.about,)}


def _times_that_do(minutes: int) -> tuple[str, ...]:
    """Return the times that are enough for so many minutes; no time at all where none is."""
    return tuple(str(time) for time in _TIMES if minutes <= time)


def _times(used: Iterable[tuple[str, ...]]) -> Options:
    """Return the times that are enough for something, each for more than the time before."""
    found: Options = []
    before = 0
    counts = Counter(time for times in used for time in times)
    for time in map(str, _TIMES):
        if counts[time] > before:
            found.append((time, f"{time} minutes or less"))
        before = counts[time]
    return found
