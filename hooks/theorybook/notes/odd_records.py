"""Records that are allowed and look like a slip."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.data.folder import Folder
from theorybook.kinds import CHOICES, KINDS
from theorybook.model.base import Voice
from theorybook.problems import Problem
from theorybook.record_id import RecordId

_QUOTATION_MARKS = "\"'“”„‟‘’‚‛«»"
# Who can be spoken of, and who can speak, are lists to choose from even where nobody is yet.
_FILTERED_BY = ("design", "group", "country", "project", "theme", "guide topic", "audience")
# Records that readers tell apart by name alone.
_TOLD_APART_BY_NAME = (
    *("theory", "term", "glossary", "tension", "topic", "helpline", "situation"),
    *("activity", "pack", "drill"),
)


def odd_records(folder: Folder) -> Iterator[Problem]:
    """Yield a note for each record, or part of one, that looks like a slip."""
    yield from _odd_quotations(folder)
    yield from _one_finding_twice(folder)
    yield from _checks_in_the_voice_of_a_study(folder)
    yield from _one_name_twice(folder)
    yield from _unused_choices(folder)
    yield from _studies_without_findings(folder)


def _odd_quotations(folder: Folder) -> Iterator[Problem]:
    for index, quote in enumerate(folder.records.quotes):
        place = folder.files["quotes"].place(("quotes", index, "exact"))
        if len(quote.exact.split()) == 1:
            message = f"{quote.id} is one word long, which shows little of what was meant"
            yield Problem(place, "N09", message, "take over the words around it, too")
        elif quote.exact[0] in _QUOTATION_MARKS and quote.exact[-1] in _QUOTATION_MARKS:
            message = (
                f"{quote.id} starts and ends with quotation marks, and pages put them round it"
            )
            fix = "take them out, unless the source has them there"
            yield Problem(place, "N09", message, fix)


def _one_finding_twice(folder: Folder) -> Iterator[Problem]:
    """Yield evidence that rests on what another item of the theory rests on."""
    rests_on = {
        finding.id: finding.quote
        for study in folder.records.studies
        for finding in study.findings
        if finding.quote
    }
    for index, theory in enumerate(folder.records.theories):
        first: dict[str, str] = {}
        for i, item in enumerate(theory.evidence):
            source = item.quote or rests_on.get(item.finding or "", item.finding or "")
            known = item.id if item.retired else first.setdefault(source, item.id)
            if known != item.id:
                field = "quote" if item.quote else "finding"
                path = ("theories", index, "evidence", i, field)
                message = f"{item.id} rests on what {known} rests on, and would be counted twice"
                fix = "make one item of the two, or name another finding"
                yield Problem(folder.files["theories"].place(path), "N11", message, fix)


def _checks_in_the_voice_of_a_study(folder: Folder) -> Iterator[Problem]:
    for index, theory in enumerate(folder.records.theories):
        for i, condition in enumerate(theory.conditions):
            if condition.ask.voice is Voice.STUDY:
                path = ("theories", index, "conditions", i, "ask", "voice")
                message = "a study is said to ask this, and it is we who ask"
                fix = "write `voice: a question for you`"
                yield Problem(folder.files["theories"].place(path), "N12", message, fix)


def _one_name_twice(folder: Folder) -> Iterator[Problem]:
    for kind in KINDS:
        first: dict[str, str] = {}
        for index, record in enumerate(folder.records.of(kind.model)):
            if record.retired or kind.name not in _TOLD_APART_BY_NAME:
                continue
            name, id_ = str(getattr(record, kind.title)), str(getattr(record, kind.id_field))
            known = first.setdefault(name.casefold(), id_)
            if known != id_:
                place = folder.files[kind.many].place((kind.many, index, kind.title))
                message = f"the {kind.nouns[0]} `{known}` has the same name: {name}"
                fix = "give one of them another name, so that readers can tell them apart"
                yield Problem(place, "N13", message, fix)


def _unused_choices(folder: Folder) -> Iterator[Problem]:
    """Yield what readers could filter by and find nothing. A theme is used by its terms, too."""
    used = {reference.names for reference in folder.raw_references}
    used |= {RecordId("theme", theme.id) for theme in folder.settings.themes if theme.terms}
    # Where a name leads nowhere, an entry may be the one that is meant, which is told.
    unclear = {id_.kind for id_ in used - folder.places.keys()}
    for raw in folder.raw_ids:
        kind = raw.names.kind
        if kind in _FILTERED_BY and raw.names not in used and kind not in unclear:
            message = f"no record uses the {raw.names.kind} `{raw.names.id}`"
            fix = f"take it out of `{CHOICES[raw.names.kind]}`, or use it"
            yield Problem(raw.place, "N14", message, fix)


def _studies_without_findings(folder: Folder) -> Iterator[Problem]:
    for index, study in enumerate(folder.records.studies):
        if not study.findings and not study.retired:
            place = folder.files["studies"].place(("studies", index, "findings"))
            message = f"the study `{study.key}` has no findings, so nothing can rest on it"
            yield Problem(place, "N16", message, "add what it reports, one finding for each thing")
