"""A page of the site, before it is rendered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from theorybook.record_id import RecordId


@dataclass(frozen=True)
class Page:
    """One page of the site, before it is rendered.

    `address` counts from the site's root, such as `theories/x/`; `template` is empty for a
    hand-written page, whose content comes from elsewhere; `record` is the record it shows, if
    any; `label` is the short name of a record whose title is long; `group` is where search
    results show it; `other_names` are in the search index and nowhere else; pages that only
    repeat others are not `in_search`; `picture_of` is the page whose picture it shows where it is
    shared, None for one of its own.
    """

    address: str
    title: str
    template: str
    description: str
    context: Mapping[str, Any] = field(default_factory=dict)
    record: RecordId | None = None
    label: str = ""
    group: str = "Pages"
    other_names: tuple[str, ...] = ()
    in_search: bool = True
    picture_of: str | None = None

    @property
    def name(self) -> str:
        """What it is called where there is little room: in title bars and trails."""
        return self.label or self.title

    @property
    def is_generated(self) -> bool:
        """Whether it comes from the data, by a template."""
        return bool(self.template)

    @property
    def is_deck(self) -> bool:
        """Whether its parts can be shown one by one, as slides."""
        return self.template.startswith("slides")
