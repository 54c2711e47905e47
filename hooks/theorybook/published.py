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
    return record_addresses(folder.records)


def _lost_addresses(folder: Folder) -> Iterator[Problem]:
    if folder.lacks(*(file.filename for file in DATA_FILES), "published.json"):
        return
    there = {*folder.places, *_addresses(folder)}
    there |= {f"reference/{key}" for key in folder.references}
    lost = {name: address for name, address in folder.published.items() if name not in there}
    for name in _without_parts(lost):
        kind, _, id_ = name.partition("/")
        if kind == "reference" and folder.lacks("references.bib"):
            continue
        near = nearest(name, (n for n in there if n not in folder.published))
        guess = f" (did you mean `{near}`?)" if near else ""
        message = f"the {kind} `{id_}` was published and is gone{guess}"
        fix = "put it back under its old id; ids are never reused and never vanish"
        # Point at the record that looks like the lost one under a new id.
        place = folder.places.get(near or "", Place(f"{folder.name}/published.json"))
        yield Problem(place, "P01", message, fix)


def _moved_addresses(folder: Folder) -> Iterator[Problem]:
    addresses = _addresses(folder)
    moved = {
        name: address
        for name, address in folder.published.items()
        if addresses.get(name, address) != address
    }
    for name in _without_parts(moved):
        kind, _, id_ = name.partition("/")
        was, now = moved[name], addresses[name]
        message = f"the {kind} `{id_}` was published at /{was} and is now at /{now}"
        place = folder.places.get(name, Place(f"{folder.name}/published.json"))
        yield Problem(place, "P02", message, "give it back its old slug or kind")


def _without_parts(addresses: dict[str, str]) -> list[str]:
    """Return the names of records, without those that stand on the page of another of them."""
    pages = set(addresses.values())
    return [name for name, address in addresses.items() if _page(address) not in pages]


def _page(address: str) -> str:
    """Return the page that an anchor is on, or nothing for a page itself."""
    page, mark, _ = address.partition("#")
    return page if mark else ""


def _withdrawn_theories(folder: Folder) -> Iterator[Problem]:
    for index, theory in enumerate(folder.records.theories):
        if theory.status is Status.DRAFT and f"theory/{theory.id}" in folder.published:
            place = folder.files["theories"].place(("theories", index, "status"))
            message = f"the theory `{theory.id}` was published and is a draft again"
            yield Problem(place, "P01", message, "publish it: addresses never vanish")
