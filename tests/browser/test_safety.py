"""The pages on safety fit a phone, and say on its first screen what to do in danger."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.support.browsing import Open

SHEETS = ("safety/", "safety/help/")


@pytest.mark.parametrize("sheet", SHEETS)
def test_it_fits_a_phone_and_needs_no_script(open_page: Open, sheet: str) -> None:
    page = open_page(sheet, viewport={"width": 320, "height": 640}, java_script_enabled=False)
    first = page.locator(".now").first.bounding_box()
    assert first is not None
    assert first["y"] < 640
    assert first["x"] + first["width"] <= 320


def test_what_to_do_in_danger_is_on_the_first_screen(open_page: Open) -> None:
    page = open_page("safety/help/", viewport={"width": 320, "height": 640})
    box = page.get_by_text("Call the emergency number of your country.").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 640
