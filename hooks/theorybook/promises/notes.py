"""Notes for the maintainer: what still names a record that is retired."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from theorybook.addresses import record_addresses
from theorybook.data.folder import Folder
from theorybook.data.written import Written
from theorybook.model.kept import Retirement
from theorybook.problems import Place, Problem
from theorybook.promises.retirement import retirements

# What a sentence can rest on.
_SOURCES = ("finding", "quote", "study")


def notes(folder: Folder) -> Iterator[Problem]:
    """Yield a note for everything in force that names what is retired. It stops no build."""
    gone = retirements(folder.records)
    for reference in folder.written_references:
        kinds = _SOURCES if reference.kind == "source" else (reference.kind,)
        retired = next((r for kind in kinds if (r := gone.get(f"{kind}/{reference.id}"))), None)
        if retired and not _is_in(reference, gone, folder):
            yield _note(reference.place, reference.id, retired)


def notes_on_pages(folder: Folder, docs: Path) -> Iterator[Problem]:
    """Yield a note for every line of a hand-written page that links to what is retired."""
    addresses = record_addresses(folder.records)
    gone = {addresses[name].replace("/#", "/index.md#"): (name.partition("/")[2], retired)
            for name, retired in retirements(folder.records).items()}  # fmt: skip
    for file in sorted(docs.rglob("*.md")) if gone else ():
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
        for number, line in enumerate(lines, 1):
            for link, (id_, retired) in gone.items():
                if (at := line.find(link)) >= 0:
                    place = Place(file.relative_to(docs.parent).as_posix(), number, at + 1)
                    yield _note(place, id_, retired)


def _note(place: Place, id_: str, retired: Retirement) -> Problem:
    instead = ", ".join(retired.instead)
    fix = (
        f"name {instead} in its place, or take it out"
        if instead
        else "take it out, or leave it: readers are told"
    )
    message = f"this names `{id_}`, which was retired on {retired.on}"
    return Problem(place, "N01", message, fix)


def _is_in(reference: Written, gone: Mapping[str, Retirement], folder: Folder) -> bool:
    """Whether the record, or the part of it, that names something is itself retired."""
    return any(
        written.file is reference.file
        and written.path[:-1] == reference.path[: len(written.path) - 1]
        and f"{written.kind}/{written.id}" in gone
        for written in folder.written_ids
    )
