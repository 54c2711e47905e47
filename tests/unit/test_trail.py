"""The way down to a page: the pages at the beginnings of its address, and no others."""

from __future__ import annotations

import pytest

from theorybook.trail import HOME, trail

NAMES = {
    "": "Sheds",
    "tools/": "Tools",
    "tools/a/": "A spade",
    "map/about/x/": "Part",
    "map/": "Map",
}


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("", []),
        ("tools/", [HOME, "Tools"]),
        ("tools/a/", [HOME, "Tools", "A spade"]),
        # There is no page at map/about/.
        ("map/about/x/", [HOME, "Map", "Part"]),
    ],
)
def test_a_trail_names_the_pages_above(address: str, names: list[str]) -> None:
    found = trail(address, NAMES)
    assert [name for _, name in found] == names
    assert [at for at, _ in found][-1:] == ([address] if address else [])
