"""Notes for the maintainer: what still names a record that is retired."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from theorybook.data.datafiles import read_text
from theorybook.data.folder import Folder
from theorybook.data.marks import Path as Steps
from theorybook.data.raw_ids import RawId
from theorybook.model.versioned import Retirement
from theorybook.problems import DataError, Place, Problem
from theorybook.record_id import RecordId
from theorybook.retirement import retirements

# What a sentence can rest on.
_SOURCES = ("finding", "quote", "study")


def notes(folder: Folder) -> Iterator[Problem]:
    """Yield a note for everything in force that names what is retired. It stops no build."""
    gone = retirements(folder.records)
    retired_at = {(raw.file.name, raw.path[:-1]) for raw in folder.raw_ids if raw.names in gone}
    for reference in folder.raw_references:
        kind, id_ = reference.names
        kinds = _SOURCES if kind == "source" else (kind,)
        retired = next((gone[each] for k in kinds if (each := RecordId(k, id_)) in gone), None)
        if retired and not _is_in(reference, retired_at):
            holds = _what_holds(retired, gone)
            fit = [each for each in holds if any(RecordId(k, each) in folder.places for k in kinds)]
            yield _note(reference.place, id_, retired, fit)


def notes_on_pages(folder: Folder, docs: Path) -> Iterator[Problem]:
    """Yield a note for every line of a hand-written page that links to what is retired."""
    addresses = folder.addresses
    retired_ones = retirements(folder.records)
    gone = {addresses[id_].replace("/#", "/index.md#"): (id_.id, retired)
            for id_, retired in retired_ones.items()}  # fmt: skip
    for file in sorted(docs.rglob("*.md")) if gone else ():
        text = ""
        with suppress(DataError):  # one that cannot be read is told
            text = read_text(docs, file.relative_to(docs).as_posix())
        named = {link: what for link, what in gone.items() if link in text}
        for number, line in enumerate(text.split("\n") if named else (), 1):
            for link, (id_, retired) in named.items():
                if (at := line.find(link)) >= 0:
                    place = Place(file.relative_to(docs.parent).as_posix(), number, at + 1)
                    yield _note(place, id_, retired, _what_holds(retired, retired_ones))


def _what_holds(retired: Retirement, gone: Mapping[RecordId, Retirement]) -> list[str]:
    """Return the ids of what to use instead, and, for what is retired as well, those of that."""
    further = {id_.id: each.instead for id_, each in gone.items()}
    ways = [*retired.instead]
    for id_ in ways:  # it grows meanwhile
        ways += [each for each in further.get(id_, ()) if each not in ways]
    return [id_ for id_ in ways if id_ not in further]


def _note(place: Place, id_: str, retired: Retirement, instead: Iterable[str]) -> Problem:
    named = ", ".join(instead)
    fix = (
        f"name {named} in its place, or take it out"
        if named
        else "take it out, or leave it: readers are told"
    )
    message = f"this names `{id_}`, which was retired on {retired.on}"
    return Problem(place, "N01", message, fix)


def _is_in(reference: RawId, retired_at: Collection[tuple[str, Steps]]) -> bool:
    """Whether the record, or the part of it, that names something is itself retired."""
    path = reference.path
    return any((reference.file.name, path[:depth]) in retired_at for depth in range(len(path)))
