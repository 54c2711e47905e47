"""An edition of the site: what it says, where it lives, and what it is called."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from theorybook.cache import Cache
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
        cache: finds what earlier builds made.
    """

    site: Site
    url: str
    report_url: str = ""
    cache: Cache = field(default_factory=Cache, compare=False)

    @cached_property
    def limits(self) -> Limits:
        """How far each record can be trusted, in words; each worked out once."""
        return Limits(self.site, self.cache)

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
