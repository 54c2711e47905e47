"""The promise to readers: what was published stays, and stays at its address."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.addresses import record_addresses
from theorybook.datafiles import DATA_FILES
from theorybook.folder import Folder
from theorybook.model.theory import Status
from theorybook.problems import Place, Problem
from theorybook.validation import nearest


def broken_promises(folder: Folder) -> Iterator[Problem]:
    """Yield every published record that is gone, has moved or is hidden again."""
    yield from _lost_addresses(folder)
    yield from _moved_addresses(folder)
    yield from _withdrawn_theories(folder)


def _addresses(folder: Folder) -> dict[str, str]:
    return record_addresses(
        folder.theories, folder.terms, folder.studies, folder.quotes, folder.glossary
    )


def _lost_addresses(folder: Folder) -> Iterator[Problem]:
    if folder.lacks(*(file.filename for file in DATA_FILES), "published.json"):
        return
    places = folder.places
    there = {*places, *_addresses(folder), *(f"reference/{key}" for key in folder.references)}
    for name in folder.published:
        kind, _, id_ = name.partition("/")
        if name in there or (kind == "reference" and folder.lacks("references.bib")):
            continue
        near = nearest(name, (n for n in there if n not in folder.published))
        guess = f" (did you mean `{near}`?)" if near else ""
        message = f"the {kind} `{id_}` was published and is gone{guess}"
        fix = "put it back under its old id; ids are never reused and never vanish"
        # Point at the record that looks like the lost one under a new id.
        place = places.get(near or "", Place(f"{folder.name}/published.json"))
        yield Problem(place, "P01", message, fix)


def _moved_addresses(folder: Folder) -> Iterator[Problem]:
    for name, address in _addresses(folder).items():
        before = folder.published.get(name, address)
        if address != before:
            kind, _, id_ = name.partition("/")
            message = f"the {kind} `{id_}` was published at /{before} and is now at /{address}"
            place = folder.places.get(name, Place(f"{folder.name}/published.json"))
            yield Problem(place, "P02", message, "give it back its old slug or kind")


def _withdrawn_theories(folder: Folder) -> Iterator[Problem]:
    for index, theory in enumerate(folder.theories):
        if theory.status is Status.DRAFT and f"theory/{theory.id}" in folder.published:
            place = folder.files["theories"].place(("theories", index, "status"))
            message = f"the theory `{theory.id}` was published and is a draft again"
            yield Problem(place, "P01", message, "publish it: addresses never vanish")
