"""What something that is not known is about: the themes of site.yaml, and what belongs to each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from theorybook.model.gap import FieldGap
from theorybook.model.settings import Theme
from theorybook.model.study import Study
from theorybook.model.term import Term
from theorybook.model.theory import Theory
from theorybook.site import Site

# What may say of itself that something is not known.
GapOwner = FieldGap | Theory | Study | Term


def themes_of(site: Site, record: GapOwner) -> tuple[str, ...]:
    """Return the ids of the themes that what is not known of a record belongs to.

    Args:
        site: the site, whose settings name the themes.
        record: a gap names its theme; any other record belongs to those of its terms.
    """
    if isinstance(record, FieldGap):
        return (record.theme,)
    terms = set(_terms_of(record))
    return tuple(theme.id for theme in site.settings.themes if terms.intersection(theme.terms))


def by_theme(site: Site, gaps: Sequence[FieldGap]) -> Iterator[tuple[Theme, list[FieldGap]]]:
    """Yield each theme that a gap of the field names, with those gaps."""
    for theme in site.settings.themes:
        found = [gap for gap in gaps if gap.theme == theme.id]
        if found:
            yield theme, found


def _terms_of(record: Theory | Study | Term) -> Iterable[str]:
    match record:
        case Theory():
            return (part.term for part in record.parts)
        case Study():
            return (place.term for finding in record.findings for place in finding.terms)
        case Term():
            return (record.id,)
