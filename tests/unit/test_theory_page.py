"""The page of a theory: what a row of evidence says before it is opened."""

from __future__ import annotations

import re

from tests.support.editions import renderer

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
