"""A page of the site, before it is rendered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Page:
    """One page of the site, before it is rendered.

    `address` counts from the site's root, such as `theories/x/`; `record` names the record it
    shows, as `kind/id`, or is empty; `label` is its name in menus; `group` is where search
    results show it; `other_names` are in the search index and nowhere else; pages that only
    repeat others are not `in_search`; `picture_of` is the page whose picture it shows where it is
    shared, None for one of its own.
    """

    address: str
    title: str
    template: str
    description: str
    context: Mapping[str, Any] = field(default_factory=dict)
    record: str = ""
    label: str = ""
    group: str = "Pages"
    other_names: tuple[str, ...] = ()
    in_search: bool = True
    picture_of: str | None = None
