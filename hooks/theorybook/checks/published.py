"""The promise to readers: what was published stays, says what it said, and is found again."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.addresses import record_addresses
from theorybook.data.datafiles import DATA_FILES
from theorybook.data.folder import Folder
from theorybook.data.validation import nearest
from theorybook.kinds import id_of
from theorybook.model.theory import Status
from theorybook.problems import Place, Problem
from theorybook.published.fingerprint import fingerprints
from theorybook.record_id import RecordId

_RETIRE = "add `retired:` with `on:` and `why:`; its page then says so first, and stays"
_PUT_BACK = f"put it back under its old id; if it no longer holds, {_RETIRE}"
_MOST_NAMED = 3


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
    there |= {RecordId("reference", key) for key in folder.references}
    lost = {id_: at[-1] for id_, at in folder.published.records.items() if id_ not in there}
    new = {str(id_): id_ for id_ in there if id_ not in folder.published.records}
    unlike: dict[tuple[str, str], list[str]] = {}
    for name in _without_parts(lost):
        kind, id_ = name
        if kind == "reference" and folder.lacks("references.bib"):
            continue
        near = nearest(str(name), new)
        if near is None:
            unlike.setdefault((kind, _page(lost[name])), []).append(id_)
            continue
        message = f"the {kind} `{id_}` was published and is gone (did you mean `{near}`?)"
        # Point at the record that looks like the lost one under a new id.
        yield Problem(folder.places.get(new[near], _list(folder)), "P01", message, _PUT_BACK)
    for (kind, page), ids in unlike.items():
        if not _is_told(folder, kind, page):
            yield Problem(_list(folder), "P01", f"{_named(kind, ids)} gone", _PUT_BACK)


def _named(kind: str, ids: list[str]) -> str:
    """Say which records of a kind were published; those lost together have one cause."""
    if len(ids) == 1:
        return f"the {kind} `{ids[0]}` was published and is"
    shown = ", ".join(f"`{id_}`" for id_ in ids[:_MOST_NAMED])
    more = f" and {len(ids) - _MOST_NAMED} more" if len(ids) > _MOST_NAMED else ""
    return f"of the kind {kind}, {shown}{more} were published and are"


def _is_told(folder: Folder, kind: str, page: str) -> bool:
    """Whether a theory that lost all its evidence is told of that already."""
    owner = next((id_ for id_, at in folder.published.records.items() if at[-1] == page), None)
    theory = next((raw for raw in folder.raw_ids if raw.names == owner), None)
    if kind != "evidence" or theory is None:
        return False
    place = folder.files["theories"].marked.place((*theory.path[:2], "evidence"))
    return any(problem.code == "E01" and problem.place == place for problem in folder.problems)


def _without_parts(addresses: dict[RecordId, str]) -> list[RecordId]:
    """Return the records, without those that stand on the page of another of them."""
    pages = set(addresses.values())
    return [id_ for id_, address in addresses.items() if _page(address) not in pages]


def _page(address: str) -> str:
    """Return the page that an anchor is on, or nothing for a page itself."""
    page, mark, _ = address.partition("#")
    return page if mark else ""


def _taken_addresses(folder: Folder) -> Iterator[Problem]:
    """Check that no record moves to an address that used to lead to another."""
    first = {at: id_ for id_, ats in folder.published.records.items() for at in ats}
    for id_, address in record_addresses(folder.records).items():
        owner = first.get(address, id_)
        if owner != id_ and owner in folder.places and "#" not in address:
            message = f"/{address} was published as the address of `{owner}`"
            place = folder.places.get(id_, _list(folder))
            yield Problem(place, "P02", message, "take another slug: addresses are never reused")


def _withdrawn_theories(folder: Folder) -> Iterator[Problem]:
    for index, theory in enumerate(folder.records.theories):
        if theory.status is Status.DRAFT and id_of(theory) in folder.published.records:
            place = folder.files["theories"].place(("theories", index, "status"))
            message = f"the theory `{theory.id}` was published and is a draft again"
            yield Problem(place, "P01", message, f"publish it; if it no longer holds, {_RETIRE}")


def _unsaid_changes(folder: Folder) -> Iterator[Problem]:
    sums = fingerprints(folder.records, folder.references)
    for name, record in folder.records.by_id.items():
        known = folder.published.versions.get(name, {})
        kind, id_ = name
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
