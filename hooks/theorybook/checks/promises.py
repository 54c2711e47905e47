"""The promise to readers: what was published stays, says what it said, and is found again."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.addresses import record_addresses
from theorybook.data.datafiles import DATA_FILES
from theorybook.data.folder import Folder
from theorybook.data.validation import nearest
from theorybook.model.theory import Status
from theorybook.problems import Place, Problem
from theorybook.promises.fingerprint import fingerprints

_RETIRE = "add `retired:` with `on:` and `why:`; its page then says so first, and stays"


def broken_promises(folder: Folder) -> Iterator[Problem]:
    """Yield every published record that is gone, hidden again, or changed without saying so."""
    yield from _lost_records(folder)
    yield from _taken_addresses(folder)
    yield from _withdrawn_theories(folder)
    yield from _unsaid_changes(folder)


def _lost_records(folder: Folder) -> Iterator[Problem]:
    if folder.lacks(*(file.filename for file in DATA_FILES), "published.json"):
        return
    there = {*folder.places, *record_addresses(folder.records)}
    there |= {f"reference/{key}" for key in folder.references}
    lost = {name: at[-1] for name, at in folder.published.records.items() if name not in there}
    for name in _without_parts(lost):
        kind, _, id_ = name.partition("/")
        if kind == "reference" and folder.lacks("references.bib"):
            continue
        near = nearest(name, (n for n in there if n not in folder.published.records))
        guess = f" (did you mean `{near}`?)" if near else ""
        message = f"the {kind} `{id_}` was published and is gone{guess}"
        fix = f"put it back under its old id; if it no longer holds, {_RETIRE}"
        # Point at the record that looks like the lost one under a new id.
        place = folder.places.get(near or "", _list(folder))
        yield Problem(place, "P01", message, fix)


def _without_parts(addresses: dict[str, str]) -> list[str]:
    """Return the names of records, without those that stand on the page of another of them."""
    pages = set(addresses.values())
    return [name for name, address in addresses.items() if _page(address) not in pages]


def _page(address: str) -> str:
    """Return the page that an anchor is on, or nothing for a page itself."""
    page, mark, _ = address.partition("#")
    return page if mark else ""


def _taken_addresses(folder: Folder) -> Iterator[Problem]:
    """Check that no record moves to an address that used to lead to another."""
    first = {at: name for name, ats in folder.published.records.items() for at in ats}
    for name, address in record_addresses(folder.records).items():
        owner = first.get(address, name)
        if owner != name and owner in folder.places and "#" not in address:
            message = f"/{address} was published as the address of `{owner}`"
            place = folder.places.get(name, _list(folder))
            yield Problem(place, "P02", message, "take another slug: addresses are never reused")


def _withdrawn_theories(folder: Folder) -> Iterator[Problem]:
    for index, theory in enumerate(folder.records.theories):
        if theory.status is Status.DRAFT and f"theory/{theory.id}" in folder.published.records:
            place = folder.files["theories"].place(("theories", index, "status"))
            message = f"the theory `{theory.id}` was published and is a draft again"
            yield Problem(place, "P01", message, f"publish it; if it no longer holds, {_RETIRE}")


def _unsaid_changes(folder: Folder) -> Iterator[Problem]:
    sums = fingerprints(folder.records, folder.references)
    for name, record in folder.records.kept.items():
        known = folder.published.versions.get(name, {})
        kind, _, id_ = name.partition("/")
        place = folder.places.get(name, _list(folder))
        newest = max(known, default=0)
        if newest > record.version:
            message = f"version {newest} of the {kind} `{id_}` was published and is gone"
            yield Problem(place, "H01", message, "put the lines back into its `history`")
        elif kind == "study" and folder.lacks("references.bib"):
            continue  # what its publication says is not known, and why is told
        elif known.get(record.version, sums[name]) != sums[name]:
            message = (
                f"the {kind} `{id_}` says something else than its version {record.version} did"
            )
            fix = (
                f"add a line to its `history`: {{version: {record.version + 1}, date: "
                "today's, what: what you changed}"
            )
            yield Problem(place, "H02", message, fix)


def _list(folder: Folder) -> Place:
    return Place(f"{folder.name}/published.json")
