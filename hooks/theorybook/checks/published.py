"""The promise to readers: what was published stays, says what it said, and is found again."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from theorybook.checks.lost_records import LostRecords, where_it_stood, without_own_id
from theorybook.data.folder import Folder
from theorybook.kinds import NOUNS, id_of, whole_of
from theorybook.model.theory import Status
from theorybook.problems import Place, Problem
from theorybook.published.fingerprint import fingerprints
from theorybook.record_id import RecordId

_RETIRE = "add `retired:` with `on:` and `why:`; its page then says so first, and stays"
_PUT_BACK = f"put it back under its old id; if it no longer holds, {_RETIRE}"
_MOST_NAMED = 3


def broken_promises(
    folder: Folder, lost: LostRecords, told: Collection[Problem]
) -> Iterator[Problem]:
    """Yield every published record that is gone, hidden again, or changed without saying so.

    Args:
        folder: the data folder, read.
        lost: what was published and is gone.
        told: what else is wrong. A record in which something is may say what nobody meant.
    """
    yield from _lost_records(folder, lost)
    yield from _taken_addresses(folder)
    yield from _withdrawn_theories(folder)
    yield from _unsaid_changes(folder, lost, told)


def _lost_records(folder: Folder, lost: LostRecords) -> Iterator[Problem]:
    spare = without_own_id(folder)
    at = {id_: folder.published.records[id_][-1] for id_ in lost.became}
    unlike: dict[tuple[str, str], list[RecordId]] = {}
    for id_ in _without_parts(at):
        new = lost.became[id_]
        if new:
            # Point at the record that looks like the lost one under a new id.
            message = f"the {_noun(id_)} `{id_.id}` was published and is gone; `{new.id}` is new"
            fix = (
                f"if they are one, write `{id_.id}` again, since ids never change; if not, put the "
                f"old one back, and {_RETIRE}"
            )
            yield Problem(_place(folder, new), "P01", message, fix)
        elif spare[id_.kind]:
            spare[id_.kind] -= 1  # it has the id of another now, which is told
        else:
            unlike.setdefault((id_.kind, _page(at[id_])), []).append(id_)
    for (kind, page), ids in unlike.items():
        if not _is_told(folder, kind, page):
            place = where_it_stood(folder, ids[0])
            message = _gone(kind, [id_.id for id_ in ids], place.file)
            yield Problem(place, "P01", message, _put_back(kind))


def _put_back(kind: str) -> str:
    if kind != "reference":
        return _PUT_BACK
    return (
        "put its entry back under its old key; if it no longer holds, the entry stays, and its "
        "study in studies.yaml gets `retired:` with `on:` and `why:`"
    )


def _place(folder: Folder, id_: RecordId) -> Place:
    if id_.kind == "reference" and id_.id in folder.references:
        return folder.references[id_.id].place
    return folder.places.get(id_, _list(folder))


def _noun(id_: RecordId) -> str:
    return NOUNS.get(id_.kind, (id_.kind,))[0]


def _gone(kind: str, ids: list[str], file: str) -> str:
    """Say what was published and is gone; what is lost together has one cause."""
    one, several = NOUNS.get(kind, (kind, f"{kind}s"))
    if len(ids) == 1:
        return f"the {one} `{ids[0]}` was published and is gone from {file}"
    shown = ", ".join(f"`{id_}`" for id_ in ids[:_MOST_NAMED])
    more = f" and {len(ids) - _MOST_NAMED} more" if len(ids) > _MOST_NAMED else ""
    return f"{len(ids)} {several} were published and are gone from {file}: {shown}{more}"


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
    now = folder.addresses
    for id_, address in now.items():
        owner = first.get(address, id_)
        # Where its owner is there still, the two have one address, which is told.
        left = owner in folder.places and now.get(owner) != address
        if owner != id_ and left and "#" not in address:
            message = f"/{address} was published as the address of `{owner}`"
            place = folder.places.get(id_, _list(folder))
            yield Problem(place, "P02", message, "take another slug: addresses are never reused")


def _withdrawn_theories(folder: Folder) -> Iterator[Problem]:
    for index, theory in enumerate(folder.records.theories):
        if theory.status is Status.DRAFT and id_of(theory) in folder.published.records:
            place = folder.files["theories"].place(("theories", index, "status"))
            message = f"the theory `{theory.id}` was published and is a draft again"
            yield Problem(place, "P01", message, f"publish it; if it no longer holds, {_RETIRE}")


def _unsaid_changes(
    folder: Folder, lost: LostRecords, told: Collection[Problem]
) -> Iterator[Problem]:
    faulty = {folder.record_at(problem.place) for problem in told}
    faulty |= lost.new | {whole_of(id_) for id_ in lost.became}
    places = {problem.place for problem in told}
    faulty |= {RecordId("study", k) for k, ref in folder.references.items() if ref.place in places}
    sums = fingerprints(folder.records, folder.references)
    for name, record in folder.records.by_id.items():
        if name in faulty:
            continue
        known = folder.published.versions.get(name, {})
        kind, id_ = name
        place = folder.places.get(name, _list(folder))
        newest = max(known, default=0)
        if newest > record.version:
            message = f"version {newest} of the {kind} `{id_}` was published and is gone"
            yield Problem(place, "H01", message, "put the lines back into its `history`")
        elif kind == "study" and id_ not in folder.references:
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
