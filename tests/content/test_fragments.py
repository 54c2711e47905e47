"""Each part that was ever published opens for a link to it, without script, on long pages."""

from __future__ import annotations

import pytest
from tests.support.browsing import Open
from tests.support.chosen import best_backed, most_told

from theorybook.record_id import RecordId
from theorybook.site import Site

# Follows a link to each part, and returns those that are not shown.
FOLLOWED = """parts => parts.filter(part => {
    location.hash = part;
    return !document.getElementById(part).checkVisibility();
})"""


def page_of(site: Site, page: str) -> str:
    """Return the address of a page, or of the longest page of a kind of record."""
    if page == "theory":
        return site.addresses[RecordId(page, best_backed(site).id)]
    return site.addresses[RecordId(page, most_told(site).key)] if page == "study" else page


@pytest.mark.parametrize("page", ["theory", "study", "map/gaps/", "glossary/", "train/"])
def test_every_part_that_was_published_is_shown(open_page: Open, site: Site, page: str) -> None:
    url = page_of(site, page)
    records = site.published.records.values()
    named = {*site.published.addresses, *(address for them in records for address in them)}
    start = f"{url}#"
    fragments = sorted(each.removeprefix(start) for each in named if each.startswith(start))
    assert fragments, "nothing of it is published yet"
    for script in (True, False):
        opened = open_page(url, java_script_enabled=script)
        assert opened.evaluate(FOLLOWED, fragments) == [], (url, script)
        assert opened.url.endswith(f"#{fragments[-1]}")
