"""The page of a theory: what a row of evidence says before it is opened."""

from __future__ import annotations

import re

from tests.support.editions import renderer
from tests.support.made import rendered

from theorybook.addresses import handout_address, slides_address
from theorybook.pages.site_pages import pages
from theorybook.record_id import RecordId
from theorybook.site import Site


def test_a_row_of_evidence_has_the_clause_or_what_the_study_adds(garden_site: Site) -> None:
    page = next(page for page in pages(garden_site) if page.record == RecordId("theory", "T001"))
    html = renderer(garden_site).page(page).html
    rows = re.findall(r'<span( class="evidence__long")?>([^<]*)</span></summary>', html)
    told = {words: bool(long) for long, words in rows}
    assert told["people &lt;i&gt;got&lt;/i&gt; blisters, &amp; more"] is False
    assert told["Sharing tools made gardeners feel trusted."] is True


def test_each_theory_offers_slides_and_a_handout_in_one_line(garden_site: Site) -> None:
    for theory in garden_site.everything.theories:
        html = rendered(garden_site, garden_site.addresses[RecordId("theory", theory.id)])
        (line,) = re.findall(r'<p class="small head__train.*?</p>', html)
        assert f'href="../../{slides_address(theory.id)}"' in line
        assert f'href="../../{handout_address(theory.id, "-a4.pdf")}"' in line
