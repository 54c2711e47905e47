"""How our theories stand in three programs, as somebody who knows the data would have it.

What they say holds as long as the records are there and say what they are asked for here. Where a
record has changed, the test of it is skipped.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.support.browsing import Open
from tests.support.editions import renderer
from tests.support.matching import Given, Json
from tests.support.plan_scripts import rule, worked_out

from theorybook.exports.design_file import design_files
from theorybook.site import Site

WorkOut = Callable[[list[Given]], list[Json]]


@pytest.fixture(scope="module")
def file(site: Site) -> Json:
    """Return what a plan is made from, of our own data."""
    made = dict(design_files(renderer(site)))
    found: Json = json.loads(made["data/v1/design.json"])
    return found


@pytest.fixture
def work_out(open_garden: Open, garden_address: str, garden_built: Path, file: Json) -> WorkOut:
    """Return what runs our data through the modules; they are the same on both sites."""
    page = open_garden("about/")
    return lambda readers: worked_out(page, garden_address, garden_built, file, readers)


def situation(file: Json, id: str, *theories: str) -> Json:
    """Return a situation, or skip the test if it does not name these theories any more."""
    found = [each for each in file["situations"] if each["id"] == id]
    if not found or not {*theories} <= {*found[0]["theories"]}:
        pytest.skip(f"{id} does not name {', '.join(theories)} any more")
    return dict(found[0])


def harmful(file: Json, id: str) -> bool:
    return any(theory["id"] == id and theory.get("harm") for theory in file["theories"])


def keys(file: Json, *ids: str) -> list[str]:
    """Return the keys of the questions of some theories."""
    asks = file["lines"]["questions"]
    return [f"{id_}-C{n}" for id_ in ids for n in range(1, len(asks[id_]) + 1)]


def states(worked: Json) -> dict[str, Any]:
    return {id_: state for id_, state, _, _ in worked["stands"]}


def test_in_a_hospital_with_one_lone_peer_a_no_is_a_missing_piece(
    work_out: WorkOut, file: Json
) -> None:
    named = situation(file, "U01", "T017")["theories"]
    if harmful(file, "T017"):
        pytest.skip("T017 leads to harm now")
    all_yes = dict.fromkeys(keys(file, *file["lines"]["questions"]), "y")
    every, one_no, untold = work_out([
        Given("U01", answers=all_yes),
        Given("U01", answers=all_yes | {"T017-C1": "n"}),
        Given("U01"),
    ])  # fmt: skip
    assert {*named[:4]} <= {*every["playing"]}
    assert set(states(every).values()) <= {"ready", "guarded"}
    assert states(one_no)["T017"] == "missing"
    (told,) = (each for each in one_no["stands"] if each[0] == "T017")
    assert told[2] == [["T017-C1", "n"]]
    assert set(states(untold).values()) <= {"shaky", "maybe-harm"}


def test_where_peers_burn_out_what_would_harm_is_told_first(work_out: WorkOut, file: Json) -> None:
    situation(file, "U02", "T020")
    if not harmful(file, "T020"):
        pytest.skip("T020 does not lead to harm now")
    answers = dict.fromkeys(keys(file, *file["lines"]["questions"]), "y") | {"T020-C1": "n"}
    (found,) = work_out([Given("U02", answers=answers)])
    assert found["stands"][0][:3] == ["T020", "harm", [["T020-C1", "n"]]]


def test_who_starts_a_youth_program_is_warned_of_what_clashes(
    work_out: WorkOut, file: Json
) -> None:
    situation(file, "U03")
    (found,) = work_out([Given("U03")])
    by_id = {theory["id"]: theory for theory in file["theories"]}
    clashing = [
        other
        for id_ in found["playing"][:4]
        for how, other in by_id[id_].get("links", [])
        if how == "clashes with" and harmful(file, other)
    ]
    assert not clashing or any(harmful(file, id_) for id_ in found["playing"])


def test_whatever_is_chosen_no_more_than_five_theories_and_25_questions_come_first(
    work_out: WorkOut, file: Json
) -> None:
    wanted = [aim["id"] for aim in file["aims"]]
    readers = [
        Given(situation, tuple(aims))
        for situation in ("", *(each["id"] for each in file["situations"]))
        for aims in ([], *([aim] for aim in wanted), wanted[:3])
    ]
    for given, found in zip(readers, work_out(readers), strict=True):
        assert len(found["playing"]) <= 6
        assert len(found["asked"][0]) <= 25
        if given.aims:
            assert found["playing"], given


def test_the_scripts_say_of_our_data_what_the_rule_says(work_out: WorkOut, file: Json) -> None:
    chance = Random(16)
    readers = [reader(file, chance) for _ in range(300)]
    expected = [rule(file, given) for given in readers]
    assert work_out(readers) == expected


def reader(file: Json, chance: Random) -> Given:
    """Return what somebody could have said, by chance."""
    ids = [theory["id"] for theory in file["theories"]]
    aims = [aim["id"] for aim in file["aims"]]
    letters = ("y", "y", "y", "p", "n", "d", "")
    answers = {key: chance.choice(letters) for key in keys(file, *ids)}
    return Given(
        chance.choice(["", *(each["id"] for each in file["situations"])]),
        tuple(chance.sample(aims, chance.randint(0, min(3, len(aims))))),
        tuple(f"{chance.choice('+-')}{id_}" for id_ in chance.sample(ids, chance.randint(0, 3))),
        {key: letter for key, letter in answers.items() if letter},
    )
