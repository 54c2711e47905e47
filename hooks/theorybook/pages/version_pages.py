"""The pages on which versions are looked up: the list's own, and further ones of a long list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from theorybook.addresses import CHECK
from theorybook.changes.versions import rows
from theorybook.page import Page
from theorybook.site import Site


def versions_listed(site: Site) -> dict[str, Mapping[str, Any]]:
    """Return the context of each of these pages, by its address."""
    listed = rows(site)
    volumes = {address: f"Part {number}" for number, address in enumerate(listed, 1)}
    return {address: {"rows": here, "volumes": volumes} for address, here in listed.items()}


def further_versions(site: Site) -> Iterator[Page]:
    """Yield the pages that hold what is too much for the list's own."""
    words = site.words_of(CHECK)
    for address, context in versions_listed(site).items():
        if address != CHECK:
            title = f"{words.title} {context['volumes'][address]}"
            yield Page(address, title, "check.html", words.lead, context, in_search=False)
