"""Evidence: does every claim for a study rest on something that study says?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from theorybook.data.folder import Folder
from theorybook.kinds import kind_of
from theorybook.model.answer import Answer
from theorybook.model.base import Statement, Voice, statements_in
from theorybook.model.evidence import Directness
from theorybook.model.situation import Situation
from theorybook.model.study import Standing
from theorybook.model.tension import Tension
from theorybook.model.topic import Topic
from theorybook.model.versioned import VersionedRecord
from theorybook.problems import Place, Problem


def faulty_evidence(folder: Folder) -> Iterator[Problem]:
    """Yield evidence of another study, and sentences that speak for a study without backing."""
    owners = {quote.id: quote.source for quote in folder.records.quotes}
    # One whose id does not start with the key of its study belongs elsewhere, or the key is wrong.
    owners |= {
        finding.id: study.key
        for study in folder.records.studies
        for finding in study.findings
        if finding.id.startswith(f"{study.key}-")
    }
    yield from _evidence_from_elsewhere(folder, owners)
    yield from _background_as_outright(folder)
    yield from _unbacked_theories(folder, owners)
    yield from _unbacked_statements(folder, Tension)
    for model in (Topic, Situation, Answer):
        yield from _unbacked_statements(folder, model)
    yield from _about_others(folder, owners)


def _evidence_from_elsewhere(folder: Folder, owners: Mapping[str, str]) -> Iterator[Problem]:
    studies = _studies(folder)
    for index, theory in enumerate(folder.records.theories):
        for i, item in enumerate(theory.evidence):
            target = item.source.id
            owner = owners.get(target)
            if owner in folder.references and owner != item.study and item.study in studies:
                path = ("theories", index, "evidence", i, "quote" if item.quote else "finding")
                place = folder.files["theories"].place(path)
                message = f"`{target}` belongs to {owner}, not to {item.study}"
                fix = f"name a quotation or finding of {item.study}, or change `study:`"
                yield Problem(place, "E02", message, fix)


def _background_as_outright(folder: Folder) -> Iterator[Problem]:
    background = {
        finding.id
        for study in folder.records.studies
        for finding in study.findings
        if finding.standing is Standing.BACKGROUND
    }
    for index, theory in enumerate(folder.records.theories):
        for i, item in enumerate(theory.evidence):
            if item.finding in background and item.directness is Directness.OUTRIGHT:
                path = ("theories", index, "evidence", i, "directness")
                message = f"`{item.finding}` is only background in its study"
                fix = "make it `by inference`, or rest it on a result"
                yield Problem(folder.files["theories"].place(path), "E03", message, fix)


def _unbacked_theories(folder: Folder, owners: Mapping[str, str]) -> Iterator[Problem]:
    studies = _studies(folder)
    for index, theory in enumerate(folder.records.theories):
        backed = {item.study for item in theory.evidence}
        is_told = not backed <= studies  # one of them has a wrong key, and may be what is missed
        for path, statement in theory.statements:
            spot = ("theories", index, *path, "cites")
            yield from _whole_studies(folder, "theories", spot, statement)
            for i, source in enumerate(statement.cites):
                key = owners.get(source)
                if statement.voice is Voice.STUDY and key not in {None, *backed} and not is_told:
                    place = folder.files["theories"].place((*spot, i))
                    message = f"this speaks for {key}, which is not among {theory.id}'s evidence"
                    fix = f"add an evidence item from {key}, or make it `our reading`"
                    yield Problem(place, "V03", message, fix)


def _studies(folder: Folder) -> set[str]:
    """Return the keys that a study has, or a publication alone."""
    return {*folder.references, *(id_.id for id_ in folder.places if id_.kind == "study")}


def _unbacked_statements(folder: Folder, model: type[VersionedRecord]) -> Iterator[Problem]:
    many = kind_of(model).many
    for index, record in enumerate(folder.records.of(model)):
        for path, statement in statements_in(record):
            spot = (many, index, *path, "cites")
            yield from _whole_studies(folder, many, spot, statement)


def _about_others(folder: Folder, owners: Mapping[str, str]) -> Iterator[Problem]:
    """Yield answers about people whom a study that they cite is not about.

    Where an answer says that some do not show their ages, one that is about them is enough.
    """
    groups = {study.key: study.groups for study in folder.records.studies}
    for index, answer in enumerate(folder.records.answers):
        others = [
            ((*path, "cites", i), key)
            for path, statement in statements_in(answer)
            for i, key in enumerate(owners.get(source, source) for source in statement.cites)
            if answer.about and answer.about not in groups.get(key, (answer.about,))
        ]
        cited = sum(len(statement.cites) for _, statement in statements_in(answer))
        if answer.some_ages_not_shown and len(others) < cited:
            continue
        for path, key in others:
            place = folder.files["answers"].place(("answers", index, *path))
            message = f"{answer.id} is about {answer.about}, and {key} is not"
            fix = "change `about:`, or cite a study of these people"
            yield Problem(place, "E05", message, fix)


def _whole_studies(
    folder: Folder, file: str, spot: tuple[str | int, ...], statement: Statement
) -> Iterator[Problem]:
    """Yield what speaks for a study and names the study, but no finding of it."""
    if statement.voice is Voice.STUDY:
        for i, source in enumerate(statement.cites):
            if source in folder.references:
                place: Place = folder.files[file].place((*spot, i))
                message = f"this speaks for {source} and does not say what in it says so"
                fix = f"name a finding or quotation, such as `{source}-F1`, or change the voice"
                yield Problem(place, "V04", message, fix)
