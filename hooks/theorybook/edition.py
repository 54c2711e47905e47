"""An edition of the site: what it says, where it lives, and what it is called."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from theorybook.limits import Limits
from theorybook.record_id import RecordId
from theorybook.site import Site


@dataclass(frozen=True)
class Edition:
    """A site at its address.

    Args:
        site: what the site says.
        url: the site's address, with a slash at its end.
        report_url: where a reader can report a problem, or empty.
    """

    site: Site
    url: str
    report_url: str = ""

    @cached_property
    def limits(self) -> Limits:
        """How far each record can be trusted, in words; each worked out once."""
        return Limits(self.site)

    @property
    def name(self) -> str:
        """What the site is called."""
        return self.site.settings.name

    @property
    def contributors(self) -> str:
        """What its authors are called together."""
        return self.site.settings.all_makers

    def url_of(self, id: RecordId) -> str:
        """Return the whole address of a record."""
        return self.url + self.site.addresses[id]

    def permalink_of(self, id: RecordId) -> str:
        """Return the whole address that leads to a record wherever it moves."""
        return self.url + self.site.go[id]
