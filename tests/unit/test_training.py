"""Trainings: minutes are summed, what is retired leaves, and old addresses hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.support.editions import edition
from tests.support.made import rendered
from tests.support.retiring import retire

from theorybook.agenda import agenda
from theorybook.drill_cards import cards_of, choices_of
from theorybook.model.base import Voice
from theorybook.model.drill import Game
from theorybook.published.fingerprint import fingerprint
from theorybook.record_id import RecordId
from theorybook.redirects import redirects
from theorybook.site import Site
from theorybook.training_filters import (
    activity_filters,
    activity_values,
    question_filters,
    question_values,
)

if TYPE_CHECKING:
    from tests.conftest import Project

SPADE = "train/activities/pass-the-spade/"
MORNING = "train/packs/a-morning-with-spades/"
DRILLS = {
    Game.SPEAKER: "train/drills/whose-words/",
    Game.PIECES: "train/drills/which-piece/",
    Game.STANCE: "train/drills/for-or-against/",
}


def test_an_agenda_goes_by_the_clock_and_ends_when_it_was_promised(garden_site: Site) -> None:
    (pack,) = garden_site.packs
    lines = agenda(garden_site.everything, pack)
    assert [(line.start, line.end) for line in lines] == [
        ("9:45", "9:50"), ("9:50", "10:05"), ("10:05", "10:15"), ("10:15", "10:40"),
        ("10:40", "10:55"),
    ]  # fmt: skip
    assert sum(line.minutes for line in lines) == pack.promise
    assert [line.activity.id if line.activity else None for line in lines] == [
        None, "J01", None, "J02", "J01",
    ]  # fmt: skip
    page = rendered(garden_site, MORNING)
    assert page.index("9:45") < page.index("10:40") < page.index("10:55")


def test_a_day_that_goes_past_midnight_goes_on(garden_site: Site) -> None:
    late = next(p for p in garden_site.everything.packs if p.retired)
    assert [line.end for line in agenda(garden_site.everything, late)] == ["0:00", "0:05"]


def test_the_clock_of_an_activity_runs_along_its_steps(garden_site: Site) -> None:
    page = rendered(garden_site, SPADE)
    assert page.count("timed__clock") == 2
    assert page.index("0:00") < page.index("Hold it up.") < page.index("0:02")
    assert "In all: 15 minutes." in page


def test_care_and_help_come_before_the_first_step(garden_site: Site) -> None:
    page = rendered(garden_site, SPADE)
    spots = ["Put the spade down", "../../../safety/help/", 'id="limits"', 'id="steps"']
    assert sorted(spots, key=page.index) == spots
    for address in (MORNING, *DRILLS.values()):
        page = rendered(garden_site, address)
        assert page.index("safety/help/") < page.index('class="part')


def test_what_is_retired_leaves_an_activity_and_a_drill(garden_site: Site) -> None:
    first = garden_site.activities[0]
    assert [item.theory for item in first.rests_on] == ["T001"]
    assert [item.talk for item in first.ask] == ["T001-Q1", None]
    assert [each.id for each in garden_site.activities] == ["J01", "J02"]
    assert garden_site.drills[0].theories == ("T001",)
    assert garden_site.packs[0].drills == ("D01",)


def test_a_pack_keeps_an_activity_that_is_retired_and_says_so(project: Project) -> None:
    site = retire(project, "activity/J02", "J01")
    (pack,) = site.packs
    assert [id_ for _, id_ in pack.activities] == ["J01", "J02", "J01"]
    assert rendered(site, MORNING).count('<b class="mark">retired</b>') == 1
    assert "weeds-by-night" not in rendered(site, "train/")


def test_an_activity_whose_theories_are_retired_says_so(project: Project) -> None:
    site = retire(project, "theory/T001")
    assert {note.code for note in site.notes} >= {"N01", "N18"}
    assert "What it rested on was retired." in rendered(site, SPADE)
    assert "so there are none" in rendered(site, DRILLS[Game.PIECES])


def test_each_card_is_of_a_theory_and_rests_on_what_it_does(garden_site: Site) -> None:
    theory = garden_site.theory("T001")
    texts = {said.text for _, said in theory.statements} | {e.adds for e in theory.evidence}
    for drill in garden_site.drills:
        cards = cards_of(drill, [garden_site.theory(id_) for id_ in drill.theories])
        assert cards
        assert {card.text for card in cards} <= texts
        assert [card.text for card in cards] == sorted(card.text for card in cards)
        assert {card.answer for card in cards} == {*choices_of(drill, cards)}
        page = rendered(garden_site, DRILLS[drill.game])
        assert page.count('class="drill__card"') == len(cards)


def test_an_answer_is_arguable_where_the_record_says_so(garden_site: Site) -> None:
    drill = next(each for each in garden_site.drills if each.game is Game.PIECES)
    cards = {c.text: c for c in cards_of(drill, [garden_site.theory("T001")])}
    parts = {part.text: part.placed.value for part in garden_site.theory("T001").parts}
    assert set(parts.values()) == {"stated", "arguable"}
    assert {text: card.arguable for text, card in cards.items()} == {
        text: placed == "arguable" for text, placed in parts.items() if text in cards
    }
    assert "arguable: our reading" in rendered(garden_site, DRILLS[Game.PIECES])


def test_who_speaks_is_told_by_the_answer_alone(garden_site: Site) -> None:
    page = rendered(garden_site, DRILLS[Game.SPEAKER])
    first = page.split('class="drill__card"')[1]
    assert not any(voice.value in first.partition("<details")[0] for voice in Voice)
    assert any(voice.value in first.partition("<details")[2] for voice in Voice)


def test_time_that_is_enough_is_what_one_filters_by(garden_site: Site) -> None:
    filters = {name: options for name, _, options in activity_filters(garden_site)}
    assert [value for value, _ in filters["minutes"]] == ["15", "30"]
    assert [value for value, _ in filters["for"]] == ["gardeners", "neighbors"]
    assert [value for value, _ in filters["about"]] == ["leaving", "shared-tools", "staying"]
    assert activity_values(garden_site, garden_site.activities[1])["minutes"] == ("30", "60")
    names = {name: options for name, _, options in question_filters(garden_site)}
    assert [value for value, _ in names["minutes"]] == ["10"]
    theory = garden_site.theory("T001")
    assert question_values(theory, theory.talk[0])["about"] == (theory.about,)


def test_each_has_a_permanent_address(garden_site: Site) -> None:
    leads_to = {each.address: each.target for each in redirects(garden_site)}
    assert leads_to["go/J01/"] == SPADE
    assert leads_to["go/K01/"] == MORNING
    assert leads_to["go/T001-Q1/"] == "theories/sharing-tools/#T001-Q1"
    assert leads_to["go/T001-Q2/"] == "theories/sharing-tools/#T001-Q2"


@pytest.mark.parametrize(
    "address", ["train/", "train/questions/", "theories/sharing-tools/", "theories/digging-alone/"]
)
def test_the_anchors_that_questions_once_had_still_find_them(
    garden_site: Site, address: str
) -> None:
    page = rendered(garden_site, address)
    id_ = "T015" if "digging" in address else "T001"
    assert f'id="{id_}-talk-1"' in page
    assert f'id="{id_}-Q1"' in page or address == "train/"


def test_a_question_keeps_its_anchors_wherever_it_stands(project: Project) -> None:
    text = (project.root / "data/theories.yaml").read_text(encoding="utf-8")
    more = "  - {id: T001-Q3, text: Is it sharp?, voice: a question for you, purpose: To know., minutes: 5, care: Mind it.}\n"  # noqa: E501
    first = "  - id: T001-Q1\n"
    (project.root / "data/theories.yaml").write_text(
        text.replace(first, more + first), encoding="utf-8"
    )
    page = rendered(Site.load(project.root), "theories/sharing-tools/")
    assert page.index('id="T001-talk-3"') < page.index("Is it sharp?")
    assert page.index("Is it sharp?") < page.index('id="T001-talk-1"') < page.index("Whose spade")


def test_a_question_that_was_taken_back_is_asked_nowhere_and_found(garden_site: Site) -> None:
    assert [item.id for item in garden_site.theory("T001").talk] == ["T001-Q1"]
    for address in ("train/questions/", "theories/sharing-tools/"):
        page = rendered(garden_site, address)
        assert "Who broke it, and when?" not in page
        assert "It was *two* questions." in page


def test_the_id_of_a_question_says_nothing_new(garden_site: Site) -> None:
    theory = garden_site.theory("T002")
    renumbered = tuple(item.model_copy(update={"id": "T002-Q9"}) for item in theory.talk)
    assert fingerprint(theory) == fingerprint(theory.model_copy(update={"talk": renumbered}))


def test_a_theory_offers_its_activity_in_one_line(garden_site: Site) -> None:
    page = rendered(garden_site, "theories/sharing-tools/")
    assert page.count("Train it:") == 1
    assert 'href="../../train/activities/pass-the-spade/"' in page
    assert "Train it:" not in rendered(garden_site, "theories/weeding-together/")


def test_limits_are_told_on_every_export(garden_site: Site) -> None:
    made = edition(garden_site)
    for id_ in (RecordId("activity", "J01"), RecordId("pack", "K01"), RecordId("drill", "D01")):
        assert "No study tested it." in made.limits.of(id_)
