"""Which pages show what was edited, where it is few."""

from __future__ import annotations

from theorybook.kinds import kind_of
from theorybook.page import Page
from theorybook.pages.list_pages import list_pages
from theorybook.pages.record_pages import record_pages
from theorybook.site import Site


def edited_pages(before: Site, after: Site) -> tuple[Page, ...]:
    """Return the pages of the records that say something else than before.

    None are returned where more than that differs: records are new or gone, or moved, or what many
    pages show has changed.
    """
    old, new = before.everything.by_id, after.everything.by_id
    if [*old] != [*new] or _common(before) != _common(after):
        return ()
    edited = [record for id_, record in new.items() if record != old[id_]]
    wanted = {kind_of(record).address_of(record).partition("#")[0] for record in edited}
    found = tuple(page for page in record_pages(after) if page.address in wanted)
    if len(found) < len(wanted):
        found += tuple(page for page in list_pages(after) if page.address in wanted)
    return found


def _common(site: Site) -> tuple[object, ...]:
    """Return what many pages show, or what decides where they are."""
    return site.settings, site.references, site.sources, site.addresses
