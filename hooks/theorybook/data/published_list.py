"""What was published: the list of all that readers may have linked. It only ever grows."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

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
            {RecordId.parse(name): tuple(map(str, old)) for name, old in data["records"].items()},
            {
                RecordId.parse(name): {int(number): str(sum_) for number, sum_ in sums.items()}
                for name, sums in data["versions"].items()
            },
            tuple(map(str, data["addresses"])),
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


def _with(addresses: tuple[str, ...], now: str) -> tuple[str, ...]:
    return addresses if now in addresses else (*addresses, now)
