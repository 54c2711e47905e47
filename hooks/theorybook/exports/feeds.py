"""The news as feeds, in Atom and as a JSON Feed: an entry for each day and way of happening."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theorybook.addresses import ATOM, JSON_FEED
from theorybook.changes.news import Group, days
from theorybook.render import Renderer

# With more than so many records, an entry says its limits once for all of them.
_MOST = 20
# XML has no way to write these, and a text from the data may hold them.
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feeds(renderer: Renderer) -> Iterator[tuple[str, str]]:
    """Yield both feeds: the address and the text."""
    groups = [group for day in days(renderer.edition.site) for group in day.groups]
    told = {event.record for group in groups if _is_told_in_full(group) for event in group.events}
    context = {
        "groups": groups,
        "in_full": _is_told_in_full,
        "limits": {id_: renderer.edition.limits.of(id_) for id_ in told},
        "updated": groups[0].on,  # the newest comes first
    }
    yield ATOM, _NOT_IN_XML.sub("\ufffd", renderer.feed("feed.xml", context)) + "\n"
    yield JSON_FEED, renderer.feed("feed.json", context) + "\n"


def _is_told_in_full(group: Group) -> bool:
    """Whether each record of an entry has its limits beside it."""
    return len(group.events) <= _MOST
