"""A link on a generated page leads somewhere, or is told."""

from __future__ import annotations

import pickle

import pytest

from theorybook.page_html import PackedHtml, PageHtml, read_html
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


@pytest.mark.parametrize(
    ("html", "links", "anchors"),
    [
        ('<p title="a > b" id="x"><a href=\'y\'>z</a></p>', ("y",), {"x"}),
        ('<!-- <a href="no"> --><A HREF=yes ID=b>z</A>', ("yes",), {"b"}),
        ('<script id="s">"<a href=no>" < "</b>"</script><a href="yes">z</a>', ("yes",), {"s"}),
        ('<style>a > b { content: "<p id=no>" }</style><p id="b">', (), {"b"}),
        ('<![CDATA[ x ]]><!doctype html><?php x ?><a href="y">', ("y",), set()),
        ('1 < 2 and <a href="y">3 > 2</a> &lt;a href="no"&gt;', ("y",), set()),
        ('<a href="">x</a><a name="x">y</a><link href="no"><p id="">', (), set()),
        ("<a href", (), set()),
    ],
)
def test_html_of_any_shape_is_read(html: str, links: tuple[str, ...], anchors: set[str]) -> None:
    found = read_html(html)
    assert (found.html, found.links) == (html, links)
    assert found.anchors == anchors


def test_what_was_read_is_the_same_from_a_cache() -> None:
    found = read_html('<h2 id="b">ü</h2><span id="a"></span><a href="y">&amp;</a><p id="c">')
    kept = pickle.loads(pickle.dumps(PackedHtml.of(found)))
    assert PageHtml(kept.html, kept.links, kept.anchors, kept.lasting) == found
    assert found.lasting < found.anchors
