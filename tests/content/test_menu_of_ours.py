"""Our menu: its names, which are our own, are short enough for one line of a small laptop."""

from __future__ import annotations

import pytest
from tests.support.browsing import Open


@pytest.mark.parametrize("script", [True, False])
def test_where_there_is_room_it_is_one_line(open_page: Open, script: bool) -> None:
    page = open_page("news/", viewport={"width": 1280, "height": 740}, java_script_enabled=script)
    tops = page.locator(".bar__menu > ul > li > a").evaluate_all(
        "all => all.map(a => a.getBoundingClientRect().top)"
    )
    assert len(tops) > 4
    assert len(set(tops)) == 1
