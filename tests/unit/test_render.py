"""The limits travel in words, the same for the page and for the data."""

from __future__ import annotations

import re

from tests.support.editions import edition

from theorybook.kinds import id_of
from theorybook.site import Site


def test_limits_are_whole_sentences(garden_site: Site) -> None:
    limits_of = edition(garden_site).limits.of
    said = [
        *(limits_of(id_of(theory)) for theory in garden_site.theories),
        *(limits_of(id_of(study)) for study in garden_site.studies),
        *(limits_of(id_of(term)) for term in garden_site.terms),
    ]
    for limits in said:
        assert re.fullmatch(r"(\S[^.]*\.)( [A-Z0-9][^.]*\.)*", limits), limits
        assert re.search("proof|[Ww]e read ", limits)
