"""What a built site promises: pages, anchors that last, and files."""

from __future__ import annotations

from pathlib import Path

from theorybook.page_html import read_html
from theorybook.published.crawl import addresses

PAGE = """<html><body id="top"><article id="main" class="page">
<h1 id="title">A<span id="word">b</span></h1><svg id="picture"><title id="in">x</title></svg>
<form id="form"><input id="field"></form><p id="kept">text<br><img alt=""></p>
<section data-comes-and-goes id="cell"><p id="inner">a</p></section><p id="after">b</p>
<li id="fn:x">note</li></article></body></html>"""


def test_anchors_that_last() -> None:
    assert read_html(PAGE.partition('id="main"')[2]).lasting == {"title", "kept", "after"}


def test_pages_anchors_and_files(tmp_path: Path) -> None:
    for name in ("index.html", "theories/x/index.html", "404.html", "assets/card/index.html"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(PAGE, encoding="utf-8")
    for name in ("sitemap.xml", "data/v1/x.json"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("{}", encoding="utf-8")
    forward = tmp_path / "go" / "T001" / "index.html"
    forward.parent.mkdir(parents=True)
    forward.write_text('<main><p id="words">It is here</p></main>', encoding="utf-8")
    page = "theories/x/"
    assert list(addresses(tmp_path)) == [
        "data/v1/x.json",
        "go/T001/",
        "",
        "#after",
        "#kept",
        "#title",
        page,
        f"{page}#after",
        f"{page}#kept",
        f"{page}#title",
    ]
