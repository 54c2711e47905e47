"""A link on a generated page leads somewhere, or is told."""

from __future__ import annotations

import pytest

from theorybook.page_html import read_html
from theorybook.page_links import dead_links

THERE = {"": {"top"}, "theories/": set(), "theories/x/": {"do", "T001-E1"}, "data/v1/a.json": None}


@pytest.mark.parametrize(
    "link",
    ["#do", "./", "../", "../../", "../#", "../../#top", "../x/#T001-E1", "../../data/v1/a.json",
     "../../data/v1/a.json#any", "../?q=x", "../../#q=x",
     "https://example.org/nowhere/", "mailto:a@b.example"],
)  # fmt: skip
def test_live_links_pass(link: str) -> None:
    assert list(dead_links("theories/x/", [link], THERE)) == []


@pytest.mark.parametrize(
    "link", ["#don", "../y/", "../x", "../../thoeries/", "../../#bottom", "/elsewhere/", "x/#do"]
)
def test_dead_links_are_told(link: str) -> None:
    assert list(dead_links("theories/x/", ["../", link], THERE)) == [link]


def test_links_and_anchors_are_read() -> None:
    html = '<h2 id="do">x</h2><p id="a&amp;b">y</p><p data-id="z"><a href="../?a&amp;b">l</a>'
    anatomy = read_html(html + '<a name="x">m</a><link href="n">')
    assert anatomy.anchors == {"do", "a&b"}
    assert anatomy.links == ("../?a&b",)
