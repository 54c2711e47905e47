"""The page on how we judge: its examples are what the data say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.support.sure import rung_of

from theorybook.model.evidence import Directness, Stance
from theorybook.site import Site
from theorybook.strength import Rung

STEP = re.compile(r"^\| (?P<step>[^|]+) \|[^|]+\| \[(?P<theory>T\d{3})\]", re.MULTILINE)
ITEM = re.compile(r"^\| (?P<said>[^|]+) \|[^|]+\|[^|]+\[(?P<item>T\d{3}-E\d+)\]", re.MULTILINE)


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    return (root / "docs/about/how-we-judge.md").read_text(encoding="utf-8")


def test_each_step_has_an_example_that_stands_on_it(site: Site, page: str) -> None:
    shown = dict(STEP.findall(page))
    holds = {theory.id for theory in site.theories}
    assert shown
    for step, id_ in shown.items():
        assert id_ not in holds or rung_of(site, id_) == step.lower(), f"mend the example of {step}"
    for rung in Rung:
        assert f"| {rung.value.capitalize()} |" in page


def test_each_stance_and_way_has_an_example_that_has_it(site: Site, page: str) -> None:
    shown = dict(ITEM.findall(page))
    ways = {*(stance.value for stance in Stance), *(way.value for way in Directness)}
    assert {said.lower() for said in shown} == ways
    items = {item.id: item for theory in site.theories for item in theory.evidence}
    for said, item in ((said, items[id_]) for said, id_ in shown.items() if id_ in items):
        assert said.lower() in (item.stance.value, item.directness.value), f"mend {item.id}"
