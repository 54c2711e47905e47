"""Our trainings: found in two clicks, as plain as theories, with care where it can get heavy."""

from __future__ import annotations

from playwright.sync_api import expect
from tests.support.browsing import Open

from theorybook.agenda import agenda
from theorybook.model.activity import Activity, Heaviness
from theorybook.model.base import Voice, prose_in, statements_in
from theorybook.site import Site
from theorybook.words.reading import Reading

SHOWN = "#activity-list [data-item]:not([hidden])"
# What a trainer has between two meetings, in minutes.
SHORT = 15


def on_stigma(site: Site) -> list[Activity]:
    """Return the short activities about a term that is called after stigma."""
    terms = {term.id for term in site.terms if "stigma" in term.name.lower()}
    return [a for a in site.activities if a.minutes <= SHORT and terms & {*a.about}]


def test_a_short_activity_on_stigma_is_two_clicks_from_home_and_its_handout_one_more(
    open_page: Open, site: Site
) -> None:
    activity = on_stigma(site)[0]
    page = open_page(viewport={"width": 1280, "height": 800})
    page.locator("header").get_by_role("link", name="Train", exact=True).click()
    page.get_by_role("link", name=activity.title, exact=True).first.click()
    page.wait_for_url(f"**/train/activities/{activity.slug}/")
    expect(page.get_by_role("heading", level=1)).to_have_text(activity.title)
    with page.expect_download() as handout:
        page.locator(f"a[href$='/{activity.id}-a4.pdf']").click()
    assert handout.value.suggested_filename == f"{activity.id}-a4.pdf"
    assert handout.value.path().read_bytes().startswith(b"%PDF-")


def test_what_is_asked_for_stands_in_the_address(open_page: Open, site: Site) -> None:
    activity = on_stigma(site)[0]
    page = open_page(f"train/?minutes={SHORT}&about={activity.about[0]}")
    titles = page.locator(f"{SHOWN} a b").all_inner_texts()
    assert titles == [
        a.title for a in site.activities if a.minutes <= SHORT and activity.about[0] in a.about
    ]


def test_without_script_all_are_there(open_page: Open, site: Site) -> None:
    page = open_page(f"train/?minutes={SHORT}", java_script_enabled=False)
    expect(page.locator("#activity-list [data-item]")).to_have_count(len(site.activities))
    expect(page.locator(".filter")).to_be_hidden()


def test_trainings_are_as_plain_as_theories(site: Site) -> None:
    for records in (site.activities, site.packs):
        reading = Reading.of(text for record in records for _, text in prose_in(record))
        assert reading.grade <= 8
        assert reading.words / len(reading.sentences) <= 15


def test_there_is_something_for_everybody(site: Site) -> None:
    for audience in site.settings.audiences:
        assert [a for a in site.activities if audience.id in a.for_whom and a.minutes <= SHORT]
        assert [p for p in site.packs if audience.id in p.for_whom]


def test_what_trainers_are_told_to_do_is_advice_and_says_so(site: Site) -> None:
    for record in (*site.activities, *site.packs):
        for path, said in statements_in(record):
            if path[0] not in ("rests_on", "ask"):
                assert said.voice is Voice.ADVICE, (path, said.text)
    for activity in site.activities:
        assert {item.voice for item in activity.rests_on} <= {Voice.STUDY, Voice.READING}
        assert {item.own.voice for item in activity.ask if item.own} <= {Voice.QUESTION}


def test_whatever_is_heavy_can_be_left_with_somebody_there(site: Site) -> None:
    heavy = [a for a in site.activities if a.heavy is Heaviness.HEAVY]
    assert heavy
    for activity in heavy:
        assert activity.if_upset
        assert activity.effort.trainer.value == "much"
        assert activity.group.most <= SHORT
    for pack in site.packs:
        lines = agenda(site.everything, pack)
        for line in (line for line in lines if line.activity in heavy):
            place = lines.index(line)
            assert any(each.item.pause for each in lines[place + 1 : place + 3]), pack.id


def test_each_theory_named_offers_its_activity(open_page: Open, site: Site) -> None:
    activity = site.activities[0]
    page = open_page(f"theories/{site.theory(activity.rests_on[0].theory).slug}/")
    expect(page.get_by_text("Train it:")).to_be_visible()
