"""Which theories warn: those that lead to what nobody wants."""

from __future__ import annotations

from theorybook.model.theory import Part, Theory
from theorybook.site import Site


def leads_to_harm(site: Site, theory: Theory) -> bool:
    """Return whether an outcome of a theory is unwanted, or the lack of what is wanted."""
    return any(_is_harm(site, part) for part in theory.outcome.parts)


def _is_harm(site: Site, part: Part) -> bool:
    wanted = site.term(part.term).wanted
    return wanted is not None and wanted is part.polarity.is_lack
