"""Which pages show what was edited, where it is few."""

from __future__ import annotations

from theorybook.kinds import kind_of
from theorybook.page import Page
from theorybook.pages.list_pages import list_pages
from theorybook.pages.record_pages import record_page
from theorybook.site import Site


def edited_pages(before: Site, after: Site) -> tuple[Page, ...]:
    """Return the pages of the records that say something else than before.

    None are returned where more than that differs: records are new or gone, or moved, or what many
    pages show has changed.
    """
    old, new = before.everything.by_id, after.everything.by_id
    if [*old] != [*new] or _common(before) != _common(after):
        return ()
    edited = [after.record(id_) for id_, record in new.items() if record != old[id_]]
    found = tuple(record_page(after, record) for record in edited if kind_of(record).has_pages)
    lists = {kind_of(record).list_of(record) for record in edited if not kind_of(record).has_pages}
    if lists:
        found += tuple(page for page in list_pages(after) if page.address in lists)
    return found


def _common(site: Site) -> tuple[object, ...]:
    """Return what many pages show, or what decides where they are."""
    return site.settings, site.references, site.sources, site.addresses
