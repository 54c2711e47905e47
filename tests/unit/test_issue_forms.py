"""The forms for issues ask for what a maintainer needs, and warn of telling private things."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

FORMS = Path(__file__).resolve().parent.parent.parent / ".github" / "ISSUE_TEMPLATE"


@pytest.mark.parametrize("name", ["problem", "tried"])
def test_a_form_that_may_be_told_private_things_warns_first(name: str) -> None:
    form = yaml.safe_load((FORMS / f"{name}.yml").read_text(encoding="utf-8"))
    warning = form["body"][0]
    assert warning["type"] == "markdown"
    assert "name no person" in warning["attributes"]["value"]
    assert "verybody can read" in warning["attributes"]["value"]


def test_who_tried_something_has_to_say_that_nobody_can_be_known() -> None:
    form = yaml.safe_load((FORMS / "tried.yml").read_text(encoding="utf-8"))
    (boxes,) = [part for part in form["body"] if part["type"] == "checkboxes"]
    assert all(box["required"] for box in boxes["attributes"]["options"])


def test_a_problem_is_about_a_record_that_can_be_named() -> None:
    form = yaml.safe_load((FORMS / "problem.yml").read_text(encoding="utf-8"))
    (record,) = [part for part in form["body"] if part.get("id") == "record"]
    assert record["attributes"]["placeholder"] == "T007"
    assert record["validations"]["required"]
