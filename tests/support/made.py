"""What tests make of a loaded site: the one place that says how pages and names are made."""

from __future__ import annotations

from theorybook.model.kept import Kept
from theorybook.pages import pages
from theorybook.render import Renderer
from theorybook.site import Site

SITE_URL = "https://garden.example/"


def renderer(site: Site) -> Renderer:
    """Return what renders a site; each reference reads the same."""
    return Renderer(site, dict.fromkeys(site.references, "A reference."), SITE_URL, "A garden")


def rendered(site: Site, address: str) -> str:
    """Return the content of the generated page at an address."""
    page = next(page for page in pages(site) if page.address == address)
    return renderer(site).page(page)


def kind_and_id(name: str) -> tuple[str, str]:
    """Return the kind and the id of what a name such as `theory/T001` names."""
    kind, _, id_ = name.partition("/")
    return kind, id_


def every_record(site: Site) -> dict[str, Kept]:
    """Return every record, retired ones included, by its name."""
    return dict(site.everything.kept)


def retired_records(site: Site) -> dict[str, Kept]:
    """Return the records that are retired, without the parts of records, by their names."""
    return {name: record for name, record in every_record(site).items() if record.retired}


def in_force(site: Site) -> dict[str, Kept]:
    """Return the records that hold, by their names."""
    return {name: record for name, record in every_record(site).items() if not record.retired}
