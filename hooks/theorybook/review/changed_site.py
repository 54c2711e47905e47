"""What a change means for readers: pages, reading grade, strength of theories, quotations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from theorybook.checks.quotations import quoted_text
from theorybook.data.folder import Folder
from theorybook.kinds import kind_of, whole_of
from theorybook.model.base import prose_in
from theorybook.model.quotation import Quotation
from theorybook.model.theory import Theory
from theorybook.record_id import RecordId
from theorybook.site import Site
from theorybook.strength import Strength, strength
from theorybook.words import quotation_match
from theorybook.words.reading import Reading

_LEAST_TOLD = 0.1  # of a school grade


@dataclass(frozen=True)
class CheckedQuotation:
    """A quotation that was checked anew, since it or its source is not as it was."""

    quote: Quotation
    is_exact: bool


@dataclass(frozen=True)
class Graded:
    """How hard a theory reads: the school grade before, if it was there, and now."""

    id: str
    before: float | None
    after: float


@dataclass(frozen=True)
class Weighed:
    """How sure we are of a theory, before and now."""

    id: str
    title: str
    before: Strength
    after: Strength


def checked_quotations(before: Folder, after: Folder) -> Iterator[CheckedQuotation]:
    """Yield the quotations whose words, or whose source, are not as they were."""
    was = {quote.id: quote for quote in before.records.quotes}
    for quote in after.records.quotes:
        text, _ = quoted_text(after, quote)
        old = was.get(quote.id)
        same = old is not None and (old.exact, old.stands, old.source) == (
            quote.exact,
            quote.stands,
            quote.source,
        )
        if not same or quoted_text(before, quote)[0] != text:
            is_exact = text is not None and quotation_match.find(quote.exact, text) is not None
            yield CheckedQuotation(quote, is_exact)


def graded(before: Folder, after: Folder) -> Iterator[Graded]:
    """Yield the theories that read harder or easier than before, or are new."""
    was = {theory.id: _grade(theory) for theory in before.records.theories}
    for theory in after.records.theories:
        old, new = was.get(theory.id), _grade(theory)
        if old is None or abs(new - old) >= _LEAST_TOLD:
            yield Graded(theory.id, old, new)


def _grade(theory: Theory) -> float:
    return Reading.of(text for _, text in prose_in(theory)).grade


def weighed(before: Site, after: Site) -> Iterator[Weighed]:
    """Yield the theories that we are more or less sure of than before."""
    was = {theory.id: strength(before, theory) for theory in before.theories}
    for theory in after.theories:
        now = strength(after, theory)
        if theory.id in was and was[theory.id] != now:
            yield Weighed(theory.id, theory.short, was[theory.id], now)


def moved(before: Site, after: Site) -> Iterator[tuple[RecordId, str, str]]:
    """Yield the records whose page has another address: the id, the old one and the new one."""
    for id_ in before.everything.by_id:
        old, new = before.addresses[id_], after.addresses.get(id_)
        if new is not None and old != new:
            yield id_, old, new


def affected_pages(site: Site, changed: set[RecordId]) -> tuple[str, ...]:
    """Return the pages that show a record that changed, or name one; lists of them included.

    Args:
        site: the site with these records.
        changed: the records that are not as they were.
    """
    addresses: set[str] = set()
    for id_, record in site.everything.by_id.items():
        named = {whole_of(_plain(site, target)) for _, target in record.references()}
        if id_ in changed or named & changed:
            addresses.add(site.addresses[id_].partition("#")[0])
        if id_ in changed:
            addresses.add(kind_of(record).list_of(record))
    return tuple(sorted(addresses))


def _plain(site: Site, target: RecordId) -> RecordId:
    """Return what a name stands for, where it may be of several kinds."""
    if target.kind in ("source", "record"):
        return site.ids.get(target.id, target)
    return target
