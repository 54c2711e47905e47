"""Which pages are generated: all of a site, in order."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.page import Page
from theorybook.pages.compare_pages import compare_pages
from theorybook.pages.list_pages import list_pages
from theorybook.pages.map_pages import map_pages
from theorybook.pages.record_pages import record_pages
from theorybook.pages.slides_pages import slides_pages
from theorybook.site import Site


def pages(site: Site) -> Iterator[Page]:
    """Yield every generated page of a site."""
    home = site.settings.home
    yield Page("", home.title, "home.html", home.lead)
    yield from list_pages(site)
    yield from record_pages(site)
    yield from map_pages(site)
    yield from compare_pages(site)
    yield from slides_pages(site)
