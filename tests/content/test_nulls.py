"""What was looked for and not found is met on every page it bears on, as plainly as a gain."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.html import document

from theorybook.model.evidence import Stance
from theorybook.record_id import RecordId
from theorybook.site import Site

pytestmark = pytest.mark.xdist_group("site")
# Each null, and the records whose pages have to tell it: theories, tensions, answers and terms.
NULLS = {
    "lyons2021group-F2": "theory/T009 theory/T031 tension/X20 answer/A08 term/hope",
    "lyons2021group-F3": "theory/T023 tension/X20 answer/A10 answer/A21 term/own-say-in-life",
    "lyons2021group-F4": "theory/T012 tension/X20 answer/A06 answer/A14 term/wellbeing",
    "white2020onetoone-F3": "theory/T005 theory/T010 tension/X20 answer/A14 term/wellbeing",
    "white2020onetoone-F4": "theory/T011 theory/T015 tension/X21 answer/A09 "
    "term/less-hospital-care term/help-seeking-and-engagement",
    "reeves2019voice-F1": "theory/T023 theory/T033 tension/X03 tension/X04 answer/A33 "
    "term/own-say-in-life",
    "reeves2019voice-F2": "theory/T010 theory/T033 answer/A33 term/connection",
    "reeves2019voice-F5": "theory/T015 theory/T033 answer/A35 term/help-seeking-and-engagement",
    "kowalski2020services-F2": "theory/T005 tension/X04 answer/A07 term/personal-recovery",
    "kowalski2020services-F3": "theory/T005 tension/X04 answer/A07 term/wellbeing",
    "losangeles2024trial-F2": "theory/T004 theory/T018 theory/T027 tension/X15 answer/A43 "
    "term/overcoming-stigma",
    "losangeles2024trial-F3": "theory/T002 answer/A43 term/peer-identity-and-growth",
    "simmons2023effectiveness-F4": "theory/T005 theory/T012 tension/X01 answer/A23 term/wellbeing",
}
NOTHING = "None of these goes against the theory"


@pytest.mark.parametrize("finding", NULLS)
def test_a_null_is_met_wherever_it_bears(site: Site, real_site: Path, finding: str) -> None:
    for name in NULLS[finding].split():
        record = RecordId(*name.split("/"))
        page = document(real_site, site.addresses[record].partition("#")[0])
        links = {str(a.get("href")) for a in page.all("a")}
        assert any(link.endswith(f"#{finding}") for link in links), name


def test_no_page_says_that_nothing_goes_against_what_something_does(
    site: Site, real_site: Path
) -> None:
    says = {t.id: NOTHING in document(real_site, site.addresses[RecordId("theory", t.id)]).text
            for t in site.theories}  # fmt: skip
    against = {
        theory.id: any(item.stance is Stance.AGAINST for item in theory.evidence)
        for theory in site.theories
    }
    assert says == {id_: not found for id_, found in against.items()}
    assert len(set(says.values())) == 2
