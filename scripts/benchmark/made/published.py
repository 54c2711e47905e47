"""What copies have promised: the list of all that was published, in proportion to ours."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from benchmark.made.copies import COPIED, Copies
from theorybook.addresses import (
    CHECK,
    CHECK_PROGRAM,
    DATA_V1,
    GLOSSARY,
    QUESTIONS,
    SITUATIONS,
    THEORIES,
    TRAIN,
    record_addresses,
    volume_address,
)
from theorybook.data.folder import Folder
from theorybook.data.published_list import Published
from theorybook.kinds import KINDS, id_of, kind_of
from theorybook.published.fingerprint import fingerprints
from theorybook.record_id import RecordId

# What stands round an id in a part of an address: an anchor, the number of a part, an ending.
_AROUND = r"(row-|text-|)({})((?:-(?:check|talk)-\d+|-publication)?(?:-[EFQ]\d+)?(?:\.\w+)?)"
# Where ids are those of records that are not copied, and where copies go wherever there is room.
_NOT_COPIED = (
    GLOSSARY,
    f"{CHECK}#",
    *(f"{DATA_V1}{kind.many}/" for kind in KINDS if kind.model not in COPIED),
)
_WITH_SLUGS = (THEORIES, SITUATIONS)


def published_with_copies(ours: Folder, made: Folder, copies: Copies) -> Published:
    """Return the list of what was published, with what the copies add to it.

    Args:
        ours: our data, with our list.
        made: the data with all copies.
        copies: says which there are.
    """
    addresses = _Addresses(ours, copies)
    rounds = range(1, copies.rounds + 1)
    old = dict(chain.from_iterable(map(addresses.of_records, rounds)))
    known = replace(ours.published, records={**ours.published.records, **old})
    return known.grown(
        record_addresses(made.records),
        {id_: _versions(id_, made, sum_) for id_, sum_ in _sums(made)},
        [*chain.from_iterable(map(addresses.copied, rounds))],
    )


def _sums(made: Folder) -> Iterable[tuple[RecordId, str]]:
    return fingerprints(made.records, made.references).items()


def _versions(id_: RecordId, made: Folder, now: str) -> dict[int, str]:
    """Return a sum for each version of a record: of old ones any, as nobody can recount them."""
    current = made.records.record(id_).version
    old = {n: hashlib.sha256(f"{id_} {n}".encode()).hexdigest()[: len(now)]
           for n in range(1, current)}  # fmt: skip
    return {**old, **made.published.versions.get(id_, {}), current: now}


class _Addresses:
    """The addresses of copies, made of those that we published."""

    def __init__(self, ours: Folder, copies: Copies) -> None:
        self._copies = copies
        self._published = ours.published
        self._moved = {move.was for move in ours.settings.moved}
        records = [record for model in COPIED for record in ours.records.of(model)]
        ids, slugs = {id_of(record).id: id_of(record) for record in records}, dict(_slugs(ours))
        self._ids_first, self._slugs_first = {**slugs, **ids}, {**ids, **slugs}
        longest_first = sorted(self._ids_first, key=len, reverse=True)
        self._around = re.compile(_AROUND.format("|".join(map(re.escape, longest_first))))

    def of_records(self, number: int) -> Iterator[tuple[RecordId, tuple[str, ...]]]:
        """Yield the records of a round, each with the addresses that it had."""
        for id_, had in self._published.records.items():
            if self._copies.has(number, id_):
                copy = RecordId(id_.kind, self._copies.named(number, id_))
                yield copy, tuple(self._copy(number, address) for address in had)

    def copied(self, number: int) -> Iterator[str]:
        """Yield what our addresses of copied records became in a round.

        A page that moved has none: it was gone before there were copies.
        """
        for address in self._published.addresses:
            if not address.startswith(_NOT_COPIED) and address.partition("#")[0] not in self._moved:
                copy = _in_its_volume(self._copy(number, address))
                if copy != address and self._is_surely_there(number, address, copy):
                    yield copy

    def _copy(self, number: int, address: str) -> str:
        """Return what an address became in a round."""
        # Another record may have for an id what a theory has for a slug.
        names = self._slugs_first if address.startswith(_WITH_SLUGS) else self._ids_first
        page, mark, anchor = address.partition("#")
        copy = "".join(self._part(number, part, names) for part in re.split("(/)", page))
        return copy + mark + self._part(number, anchor, names, is_on_a_copy=copy != page)

    def _part(
        self, number: int, part: str, names: Mapping[str, RecordId], is_on_a_copy: bool = False
    ) -> str:
        """Return a part of an address in a round; one that is not copied stays as it is.

        On the page of a copy stands what the copy names.
        """
        match = self._around.fullmatch(part)
        if match is None:
            return part
        before, name, after = match.groups()
        id_ = names[name]
        if not (is_on_a_copy or self._copies.has(number, id_)):
            return part
        new = self._copies.named(number, id_) if id_.id == name else f"{name}-{number + 1}"
        return f"{before}{new}{after}"

    def _is_surely_there(self, number: int, address: str, copy: str) -> bool:
        """Whether an address is there though the last round leaves something out."""
        anchor = address.partition("#")[2]
        is_of_a_part = anchor != copy.partition("#")[2] and not anchor.startswith("row-")
        return number < self._copies.rounds or not anchor or is_of_a_part


def _in_its_volume(address: str) -> str:
    """Return an address where it is, if it is in a list that has volumes."""
    list_, _, anchor = address.partition("#")
    if list_ not in (CHECK_PROGRAM, QUESTIONS, TRAIN) or not anchor:
        return address
    theory = anchor.partition("-")[0]
    # The way in to trainings keeps the anchors of the questions that once stood there.
    if list_ == TRAIN and volume_address(QUESTIONS, theory) == QUESTIONS:
        return address
    return f"{volume_address(QUESTIONS if list_ == TRAIN else list_, theory)}#{anchor}"


def _slugs(ours: Folder) -> Iterator[tuple[str, RecordId]]:
    """Yield every slug that a record has or had, with its id."""
    for record in (*ours.records.theories, *ours.records.situations):
        id_ = id_of(record)
        for address in (kind_of(record).address_of(record), *ours.published.records.get(id_, ())):
            yield address.split("/")[1], id_
