"""Each part that was ever published opens for a link to it, without script, on five long pages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.support.browsing import Open

PAGES = (
    "theories/effective-supervision/",
    "studies/halsall2023closure/",
    "map/gaps/",
    "glossary/",
    "train/",
)


# Follows a link to each part, and returns those that are not shown.
FOLLOWED = """parts => parts.filter(part => {
    location.hash = part;
    return !document.getElementById(part).checkVisibility();
})"""


@pytest.mark.parametrize("url", PAGES)
def test_every_part_that_was_published_is_shown(open_page: Open, root: Path, url: str) -> None:
    published = json.loads((root / "data" / "published.json").read_text(encoding="utf-8"))
    named = [*published["addresses"], *(a for them in published["records"].values() for a in them)]
    start = f"{url}#"
    fragments = sorted({each.removeprefix(start) for each in named if each.startswith(start)})
    assert len(fragments) > 15
    for script in (True, False):
        page = open_page(url, java_script_enabled=script)
        assert page.evaluate(FOLLOWED, fragments) == [], (url, script)
        assert page.url.endswith(f"#{fragments[-1]}")
