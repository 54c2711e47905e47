"""What our pages on safety have to say, and must not say; and that each prints on one sheet."""

from __future__ import annotations

import re

import pytest
from tests.support.browsing import Open

from theorybook.model.base import Statement, statements_in
from theorybook.model.topic import Topic
from theorybook.site import Site


def said(site: Site) -> list[Statement]:
    """Return all that our topics of safety say."""
    return [statement for topic in site.of(Topic) for _, statement in statements_in(topic)]


def test_nothing_on_safety_tells_a_peer_to_keep_danger_secret_or_alone(site: Site) -> None:
    words = " ".join(statement.text for statement in said(site))
    for needed in (r"\bemergency\b", r"\bnot\b[^.]*\balone\b", r"\bnot\b[^.]*\bsecret\b"):
        assert re.search(needed, words), needed


def test_the_site_speaks_of_law_only_to_say_that_it_states_none(site: Site) -> None:
    for statement in said(site):
        if re.search(r"\blaws?\b", statement.text):
            assert "we state no law" in statement.text


@pytest.mark.parametrize("sheet", ["safety/", "safety/help/"])
def test_it_prints_on_both_sides_of_one_sheet(open_page: Open, sheet: str) -> None:
    pdf = open_page(sheet).pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 2
