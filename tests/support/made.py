"""What tests make of a loaded site: the one place that says how pages and records are made."""

from __future__ import annotations

from tests.support.editions import renderer

from theorybook.model.versioned import VersionedRecord
from theorybook.pages.site_pages import pages
from theorybook.record_id import RecordId
from theorybook.site import Site

ById = dict[RecordId, VersionedRecord]


def rendered(site: Site, address: str) -> str:
    """Return the content of the generated page at an address."""
    page = next(page for page in pages(site) if page.address == address)
    return renderer(site).page(page).html


def every_record(site: Site) -> ById:
    """Return every record, retired ones included, by its id."""
    return dict(site.everything.by_id)


def retired_records(site: Site) -> ById:
    """Return the records that are retired, without the parts of records, by their ids."""
    return {id_: record for id_, record in every_record(site).items() if record.retired}


def in_force(site: Site) -> ById:
    """Return the records that hold, by their ids."""
    return {id_: record for id_, record in every_record(site).items() if not record.retired}
