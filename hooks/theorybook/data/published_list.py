"""What was published: the list of all that readers may have linked. It only ever grows."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from theorybook.data.characters import first_refused
from theorybook.model.address import stays_inside
from theorybook.record_id import RecordId

Versions = Mapping[RecordId, Mapping[int, str]]


@dataclass(frozen=True)
class Published:
    """All that was ever published.

    `records` holds, for each record, every address it had, oldest first; `versions` the
    fingerprint of each version of a record; `addresses` every page, anchor and file.
    """

    records: Mapping[RecordId, tuple[str, ...]] = field(default_factory=dict)
    versions: Versions = field(default_factory=dict)
    addresses: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Published:
        """Read what `text` wrote.

        Raises:
            ValueError, KeyError, TypeError, AttributeError: it is something else.
        """
        data = json.loads(text)
        return cls(
            {
                RecordId.parse(name): tuple(map(_address, _some(old)))
                for name, old in _named(data["records"])
            },
            {
                RecordId.parse(name): {
                    _number(number): _text(sum_) for number, sum_ in sums.items()
                }
                for name, sums in _named(data["versions"])
            },
            tuple(map(_address, _list(data["addresses"]))),
        )

    @property
    def text(self) -> str:
        """The list as it stands in data/published.json."""
        data: dict[str, Any] = {
            "records": {str(id_): old for id_, old in self.records.items()},
            "versions": {str(id_): sums for id_, sums in self.versions.items()},
            "addresses": self.addresses,
        }
        return json.dumps(data, indent=1, ensure_ascii=False) + "\n"

    def joined(self, other: Published) -> Published:
        """Return what is on either list: what is on this one comes first, and wins."""
        known = frozenset(self.addresses)
        records = {**self.records}
        for id_, addresses in other.records.items():
            for address in addresses:
                records[id_] = _with(records.get(id_, ()), address)
        versions = {
            id_: {**sums, **self.versions.get(id_, {})} for id_, sums in other.versions.items()
        }
        return Published(
            records,
            {**self.versions, **versions},
            (*self.addresses, *(a for a in other.addresses if a not in known)),
        )

    def grown(
        self, records: Mapping[RecordId, str], versions: Versions, addresses: Collection[str]
    ) -> Published:
        """Add what is new, at the end; nothing is ever taken out.

        Args:
            records: the address of each record now.
            versions: the fingerprint of the version that each record has now.
            addresses: every page, anchor and file of the site as it is now.
        """
        known = frozenset(self.addresses)
        return Published(
            dict(self.records)
            | {id_: _with(self.records.get(id_, ()), now) for id_, now in records.items()},
            dict(self.versions)
            | {id_: {**self.versions.get(id_, {}), **new} for id_, new in versions.items()},
            (*self.addresses, *sorted(a for a in addresses if a not in known)),
        )


def _text(value: object) -> str:
    if not isinstance(value, str) or first_refused(value):
        raise ValueError(f"{value!r} is no text of ours")
    return value


def _address(value: object) -> str:
    """Refuse an address outside the site: what moved from there would be written there."""
    address = _text(value)
    if not stays_inside(address):
        raise ValueError(f"{address!r} is no address of this site")
    return address


def _number(value: str) -> int:
    if not re.fullmatch("[1-9][0-9]{0,8}", value):
        raise ValueError(f"{value!r} is no number of a version")
    return int(value)


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError(f"{value!r} is no list")
    return value


def _some(value: object) -> list[Any]:
    if not _list(value):
        raise ValueError("a record without an address")
    return _list(value)


def _named(value: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield what a mapping holds, by `kind/id`."""
    for name, held in value.items():
        if "/" not in _text(name):
            raise ValueError(f"{name!r} names no record")
        yield name, held


def _with(addresses: tuple[str, ...], now: str) -> tuple[str, ...]:
    return addresses if now in addresses else (*addresses, now)
