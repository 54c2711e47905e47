"""The limits travel in words, the same for the page and for the data."""

from __future__ import annotations

import re

from theorybook.render import Renderer
from theorybook.site import Site


def test_limits_are_whole_sentences(garden_site: Site) -> None:
    renderer = Renderer(garden_site, "https://example.org/", "Gardens")
    said = [
        *(renderer.limits(theory=theory) for theory in garden_site.theories),
        *(renderer.limits(study=study) for study in garden_site.studies),
        *(renderer.limits(term=term) for term in garden_site.terms),
    ]
    for limits in said:
        assert re.fullmatch(r"(\S[^.]*\.)( [A-Z0-9][^.]*\.)*", limits), limits
        assert "proof." in limits
