"""Two of our records share an id: each has a row of its own in the list of versions."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.site.test_versions import row_of
from tests.support.html import document, text_of

from theorybook.record_id import RecordId
from theorybook.site import Site

pytestmark = pytest.mark.xdist_group("site")


def test_two_records_of_one_id_have_a_row_each(site: Site, real_site: Path) -> None:
    page = document(real_site, "check/")
    alike = {RecordId(kind, "personal-recovery") for kind in ("term", "glossary")}
    assert alike <= set(site.everything.by_id)
    term, word = (row_of(page, id_) for id_ in ("personal-recovery", "glossary-personal-recovery"))
    assert [text_of(row).split()[0] for row in (term, word)] == [term.get("id"), word.get("id")]
