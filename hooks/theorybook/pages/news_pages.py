"""Pages of news: what happened to too many records, of one kind on one day, for the list itself."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.addresses import NEWS, news_address
from theorybook.changes.news import days
from theorybook.kinds import NOUNS
from theorybook.page import Page
from theorybook.site import Site


def long_news(site: Site) -> Iterator[Page]:
    """Yield a page for each list that the page of news does not hold."""
    words = site.words_of(NEWS)
    for day in days(site):
        for group in day.groups:
            for kind in group.too_long:
                events = group.by_kind[kind]
                context = {"group": group, "kind": kind, "events": events}
                counted = f"{len(events)} {NOUNS[kind][len(events) != 1]}"
                happened = group.happening.value.capitalize()
                title = f"{day.on.day} {day.on:%B %Y}. {happened}: {counted}"
                address = news_address(group.anchor, kind)
                yield Page(address, title, "news_list.html", words.lead, context, in_search=False)
