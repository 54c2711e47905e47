"""What each field allows, and what makes no sense all the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from theorybook.bibliography.identifiers import doi
from theorybook.bibliography.sort_key import folded
from theorybook.data.folder import Folder
from theorybook.data.marks import Path as Steps
from theorybook.data.raw_ids import RawId
from theorybook.model.base import Voice
from theorybook.model.gap import Waiting
from theorybook.problems import Problem

# The id of each record, and of each part that has one, by file and path.
Owners: TypeAlias = Mapping[tuple[str, Steps], str]
_INSTEAD = ("retired", "instead")
_LINKS = ("links",)


def senseless(folder: Folder) -> Iterator[Problem]:
    """Yield what names itself, headlines that ask, and publications that wait and are there."""
    owners = {(raw.file.name, raw.path[:-1]): raw.names.id for raw in folder.raw_ids}
    yield from _links_to_itself(folder, owners)
    yield from _circles(folder, owners)
    yield from _asking_headlines(folder)
    yield from _waiting_and_there(folder)


def _links_to_itself(folder: Folder, owners: Owners) -> Iterator[Problem]:
    for reference in _named_as(folder, "theory"):
        record, field, id_ = reference.path[:-3], reference.path[-3:-2], reference.names.id
        if field == _LINKS and owners.get((reference.file.name, record)) == id_:
            fix = "name the other theory, or take the link out"
            yield Problem(reference.place, "R08", f"{id_} is linked to itself", fix)


def _named_as(folder: Folder, kind: str) -> Iterator[RawId]:
    return (reference for reference in folder.raw_references if reference.names.kind == kind)


def _circles(folder: Folder, owners: Owners) -> Iterator[Problem]:
    """Yield the first line of each circle of what is to be used in place of what is retired."""
    leads = _instead(folder, owners)
    told: set[str] = set()
    for id_, references in leads.items():
        for reference in references:
            way = _way_back(reference.names.id, id_, leads)
            if way is None or told.intersection(way):
                continue
            told.update(way)
            message = f"`{id_}` is retired, and is to be used in its own place"
            if len(way) > 1:
                circle = ", then ".join(f"`{step}`" for step in way)
                message = f"what is to be used in place of `{id_}` goes in a circle: {circle}"
            fix = "name what holds today, or leave `instead:` out"
            yield Problem(reference.place, "R08", message, fix)


def _instead(folder: Folder, owners: Owners) -> Mapping[str, list[RawId]]:
    """Return, by the id of what is retired, what is to be used in its place."""
    leads: dict[str, list[RawId]] = {}
    for reference in _named_as(folder, "record"):
        if reference.path[-3:-1] == _INSTEAD:
            owner = owners.get((reference.file.name, reference.path[:-3]))
            if owner:
                leads.setdefault(owner, []).append(reference)
    return leads


def _way_back(start: str, goal: str, leads: Mapping[str, list[RawId]]) -> tuple[str, ...] | None:
    """Return the ids from `start` on to `goal`, or None where no way leads there."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    for way in ways:
        if way[-1] == goal:
            return way
        for reference in leads.get(way[-1], ()):
            if reference.names.id not in seen:
                seen.add(reference.names.id)
                ways.append((*way, reference.names.id))
    return None


def _asking_headlines(folder: Folder) -> Iterator[Problem]:
    for index, theory in enumerate(folder.records.theories):
        asks = "text" if theory.headline.text.endswith("?") else ""
        asks = "voice" if theory.headline.voice is Voice.QUESTION else asks
        if asks:
            place = folder.files["theories"].place(("theories", index, "headline", asks))
            message = f"the headline of {theory.id} is a question"
            fix = "say what the theory says; questions stand under `talk:` and `conditions:`"
            yield Problem(place, "W04", message, fix)


def _waiting_and_there(folder: Folder) -> Iterator[Problem]:
    """Yield publications that wait, and stand in references.bib under this key or another."""
    file = folder.files.get("waiting")
    dois = {reference.doi: key for key, reference in folder.references.items() if reference.doi}
    titles = {folded(reference.title): key for key, reference in folder.references.items()}
    for index, waiting in enumerate(file.record.waiting if file and file.record else ()):
        key = waiting.id if waiting.id in folder.references else ""
        key = key or dois.get(_doi(waiting), "") or titles.get(folded(waiting.title), "")
        if file and key:
            place = file.place(("waiting", index, "id"))
            message = f"`{waiting.id}` waits, and is in references.bib as `{key}`"
            yield Problem(place, "R09", message, "take it out of waiting.yaml")


def _doi(waiting: Waiting) -> str:
    try:
        return doi(waiting.where or "").lower()
    except ValueError:
        return ""
