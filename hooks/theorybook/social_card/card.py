"""What stands on the picture that a page shows where it is shared."""

from __future__ import annotations

from dataclasses import dataclass

from theorybook.edition import Edition
from theorybook.kinds import kind_of
from theorybook.model.study import Study
from theorybook.model.term import Term
from theorybook.model.theory import Theory
from theorybook.model.versioned import VersionedRecord
from theorybook.page import Page
from theorybook.site import Site


@dataclass(frozen=True)
class Card:
    """The words of one picture: what it is of, its title, and the site.

    Below the title of a record stand its `limits`, below that of another page its `lead`.
    """

    kind: str
    title: str
    limits: str
    lead: str
    site_name: str

    @property
    def alt(self) -> str:
        """The same words for those who do not see the picture."""
        words = (self.kind, self.title, self.limits, self.lead, self.site_name)
        return " | ".join(filter(None, words))


def card(edition: Edition, page: Page) -> Card:
    """Return what stands on the picture of a page."""
    kind = _kind(edition.site, page)
    if page.record:
        return Card(kind, page.title, edition.limits.of(page.record), "", edition.name)
    return Card(kind, page.title, "", page.description, edition.name)


def card_address(page: Page) -> str:
    """Address of the picture that a page shows; some pages share one."""
    of = page.address if page.picture_of is None else page.picture_of
    return f"assets/cards/{of.strip('/').replace('/', '-') or 'index'}.png"


def _kind(site: Site, page: Page) -> str:
    """Name what a page is, such as `Theory T001, version 2`; the limits tell of retirement."""
    if page.record:
        record = site.everything.by_id[page.record]
        return f"{_name(site, record)}, version {record.version}{_lacks(site, record)}"
    return ""


def _lacks(site: Site, record: VersionedRecord) -> str:
    """Return the words of what a theory says is lacking, to stand after its name."""
    if not isinstance(record, Theory):
        return ""
    return "".join(f". {named.label}" for named in site.named(record.parts) if named.is_lack)


def _name(site: Site, record: VersionedRecord) -> str:
    match record:
        case Theory(id=id_):
            return f"Theory {id_}"
        case Study(key=key):
            return f"Study: {site.references[key].short}"
        case Term(kind=kind):
            return kind.value.capitalize()
        case _:
            return kind_of(record).nouns[0].capitalize()
