"""The page on the health of the records: a day that is over is told by a word, lists by choice."""

from __future__ import annotations

from playwright.sync_api import Page, expect
from tests.support.browsing import Open

from theorybook.addresses import HEALTH
from theorybook.due import all_due
from theorybook.site import Site


def opened_on(page: Page, day: str) -> list[str]:
    """Return the days that the page calls over, in a browser whose clock says that day."""
    page.clock.set_fixed_time(f"{day}T12:00:00")
    page.reload()
    expect(page.locator("[data-filter]").first).not_to_have_attribute("hidden", "")
    over = page.locator("#due time:has(+ strong)")
    expect(page.locator("#due strong")).to_have_count(over.count())
    return [str(time.get_attribute("datetime")) for time in over.all()]


def test_a_day_that_is_over_is_called_so(open_garden: Open, garden_site: Site) -> None:
    days = [str(due.by) for due in all_due(garden_site)]
    page = open_garden(HEALTH)
    assert opened_on(page, days[0]) == []
    assert opened_on(page, days[1]) == days[:1]
    assert opened_on(page, "2099-01-01") == days
    page.close()  # a clock that was set is not set back


def test_without_script_every_day_is_there_and_none_is_judged(
    open_garden: Open, garden_site: Site
) -> None:
    page = open_garden(f"{HEALTH}#due", java_script_enabled=False)
    days = page.locator("#due time")
    assert days.count() == len(all_due(garden_site))
    expect(days.first).to_be_visible()
    expect(page.locator("#due strong")).to_have_count(0)
    expect(page.locator(".limits noscript")).to_be_visible()


def test_each_list_is_filtered_by_itself(open_garden: Open, garden_site: Site) -> None:
    page = open_garden(f"{HEALTH}?depth=abstract#studies-health")
    shown = page.locator("#health-studies [data-item]:not([hidden])")
    read = [study for study in garden_site.studies if study.depth == "abstract"]
    expect(shown).to_have_count(len(read))
    expect(page.locator("#health-theories [data-item]:not([hidden])")).to_have_count(
        len(garden_site.theories)
    )
