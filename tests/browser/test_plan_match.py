"""Which theories are in play and how each stands: the script agrees with the rule worked out again.

The data are made up and small, so that every combination can be tried.
"""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import pytest
from tests.support.browsing import Open
from tests.support.matching import STATES, Given, Json
from tests.support.plan_scripts import rule, worked_out

ANSWERS = ("", "y", "p", "n", "d")


def theory(number: int, questions: int, **more: Any) -> tuple[Json, int]:
    return {"id": f"T{number:03}", "rung": 1, "sure": "", "studies": {}, **more}, questions


def made(*theories: tuple[Json, int], situations: tuple[Json, ...] = ()) -> Json:
    """Return a file like design.json with these theories, each with so many questions."""
    lists = ("actions", "risks", "signs", "talk", "unknowns")
    asks = {t["id"]: [{"ask": "", "fix": ""}] * number for t, number in theories}
    return {
        "aims": [],
        "situations": list(situations),
        "studies": [],
        "study_url": "",
        "theories": [t for t, _ in theories],
        "lines": {"questions": asks, **{name: {} for name in lists}},
    }


def agree(page: Any, root: str, built: Path, file: Json, readers: list[Given]) -> list[Json]:
    """Fail unless the script says of each reader what the rule says."""
    found = worked_out(page, root, built, file, readers)
    expected = [rule(file, given) for given in readers]
    differ = [each for each in zip(readers, found, expected, strict=True) if each[1] != each[2]]
    assert differ[:1] == [], f"{len(differ)} of {len(readers)} differ"
    return found


def test_every_combination_of_answers_stands_as_the_rule_says(
    open_garden: Open, garden_address: str, garden_built: Path
) -> None:
    file = made(
        theory(1, 2, links=[["needs", "T002"], ["clashes with", "T003"]], aims=["a"], rung=0),
        theory(2, 2, aims=["a", "b"], rung=2),
        theory(3, 2, harm=True, aims=["b"], rung=3),
    )
    keys = ["T001-C1", "T001-C2", "T002-C1", "T002-C2", "T003-C1", "T003-C2"]
    readers = [
        Given(aims=("a",), answers={key: a for key, a in zip(keys, answers, strict=True) if a})
        for answers in product(ANSWERS, repeat=len(keys))
    ]
    found = agree(open_garden("about/"), garden_address, garden_built, file, readers)
    assert len(found) == 5**6
    assert {state for each in found for _, state, _, _ in each["stands"]} == {*STATES}


# A theory of each sort: named, aimed at, needed, clashing, warning, and apart from all.
LINKS = {
    1: [["needs", "T006"], ["clashes with", "T007"]],
    2: [["clashes with", "T008"], ["feeds", "T004"]],
    3: [["needs", "T001"], ["clashes with", "T002"]],
    6: [["needs", "T009"]],
    9: [["clashes with", "T007"]],
}
AIMS = {1: ["a"], 2: ["a", "b"], 4: ["b"], 5: ["b", "c"], 8: ["c"]}
SITUATIONS = (
    {"id": "U01", "theories": ["T003", "T005"], "checks": [["T005", 2], ["T003", 5], ["T009", 1]]},
    {"id": "U02", "theories": ["T007", "T001"], "checks": [["T007", 1]]},
)


@pytest.mark.parametrize("harmful", [(), (7, 8), (5, 7), (1, 2, 7, 8)], ids=str)
def test_every_choice_brings_in_what_the_rule_says(
    open_garden: Open, garden_address: str, garden_built: Path, harmful: tuple[int, ...]
) -> None:
    file = made(
        *(
            theory(n, n % 3 + 5, harm=n in harmful, rung=3 * n % 4, links=LINKS.get(n, []),
                   aims=AIMS.get(n, []))
            for n in range(1, 10)
        ),
        situations=SITUATIONS,
    )  # fmt: skip
    aims = [tuple(filter(None, each)) for each in product(("a", ""), ("b", ""), ("c", ""))]
    # Those that the rule would bring in, or not: each as it is, put in, left out, or both.
    choices = product(("", "+T001"), ("", "-T001"), ("", "+T005", "-T005"), ("", "-T007", "+T007"),
                      ("", "+T009"))  # fmt: skip
    chosen = [tuple(filter(None, each)) for each in choices]
    readers = [
        Given(situation, wanted, choice)
        for situation, wanted, choice in product(("", "U01", "U02", "U99"), aims, chosen)
    ]
    found = agree(open_garden("about/"), garden_address, garden_built, file, readers)
    assert len({tuple(each["playing"]) for each in found}) > 20
    assert max(len(each["asked"][0]) for each in found) == 25
    assert any(each["asked"][1] for each in found)
