"""On the built sites: every record has its row, every page leads there, and the feeds are whole."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit
from xml.etree.ElementTree import Element, tostring

import feedparser
import pytest
from lxml import etree
from tests.support.built import REAL, SUB
from tests.support.html import Document, document, text_of
from tests.support.projects import GARDEN, run
from tests.support.qr import drawn, read

from theorybook.kinds import KINDS
from theorybook.site import Site

DATA = Path(__file__).resolve().parent.parent / "data"
PAGED = {kind.name for kind in KINDS if kind.has_pages}
PAGE, ROW = 40_000, 500  # bytes that a page may have, and each of its rows
FEED = 100_000  # what JSON Feed 1.1 calls ideal


def ends(pages: tuple[Document, ...]) -> dict[str, Element]:
    """Return the end of each page's print-out; forwards and the page for errors have none."""
    found = {page.url: page.with_class("printed") for page in pages}
    return {url: end for url, (end,) in ((u, e) for u, e in found.items() if e)}


def row_of(page: Document, id_: str) -> Element:
    return page.one("li", id=id_)


def test_every_record_has_its_row(site: Site, real_site: Path) -> None:
    page = document(real_site, "check/")
    listed = [e for e in page.all("li") if e.get("data-kept") is not None]
    assert len(listed) == len(site.everything.by_id)
    for name, record in site.everything.by_id.items():
        row = row_of(page, site.go[name].split("/")[1])
        assert row.get("data-newest") == str(record.version), name
        assert next(e.get("href") for e in row.iter("a")) == f"../{site.addresses[name]}"
        words = text_of(row)
        assert site.title(name) in words
        assert [change.what for change in record.history if change.what not in words] == []


@pytest.mark.parametrize("url", ["news/", "check/"])
def test_the_lists_are_light(real_site: Path, site: Site, url: str) -> None:
    light = PAGE + ROW * len(site.everything.by_id)
    assert len((real_site / url / "index.html").read_bytes()) < light


@pytest.mark.parametrize(
    "sites", [("pages", "real_site", REAL), ("garden_pages", "garden_built", SUB)]
)
def test_every_print_out_says_where_to_ask_and_its_code_the_same(
    request: pytest.FixtureRequest, sites: tuple[str, str, str]
) -> None:
    pages, folder, root = sites
    found = ends(request.getfixturevalue(pages))
    assert len(found) > 25
    check = document(request.getfixturevalue(folder), "check/")
    for url, end in found.items():
        (link,) = (a.get("href") or "" for a in end.iter("a"))
        assert read(drawn(tostring(next(end.iter("img")), "unicode"))) == [link], url
        assert f"Printed from {root}{url}. " in text_of(end)
        assert text_of(end).endswith(f"Is this still current? Scan, or open {link}")
        assert link.startswith(f"{root}check/?"), url
        asked = dict(parse_qsl(urlsplit(link).query))
        if "id" in asked:
            assert urlsplit(link).fragment == asked["id"]
            assert row_of(check, asked["id"]).get("data-newest") == asked["version"]


def test_records_ask_by_id_and_all_else_by_date(site: Site, pages: tuple[Document, ...]) -> None:
    found = ends(pages)
    records = {
        site.addresses[name]: name.id for name in site.everything.by_id if name.kind in PAGED
    }
    assert records
    assert records.keys() <= found.keys()
    for url, end in found.items():
        (link,) = (a.get("href") or "" for a in end.iter("a"))
        asked = dict(parse_qsl(urlsplit(link).query))
        wanted = {"id": records[url]} if url in records else {"since": str(site.dated())}
        assert wanted.items() <= asked.items(), url
    assert {"", "quotes/", "map/", "about/", "news/"} <= found.keys() - records.keys()


def test_every_page_names_both_feeds(pages: tuple[Document, ...]) -> None:
    for page in pages:
        if not page.with_class("bar"):  # a page that leads on
            continue
        named = {e.get("type"): e.get("href") or "" for e in page.all("link")
                 if e.get("rel") == "alternate"}  # fmt: skip
        assert named["application/atom+xml"].endswith("feed.xml"), page.url
        assert named["application/feed+json"].endswith("feed.json"), page.url


@pytest.mark.parametrize(("folder", "root"), [("real_site", REAL), ("garden_built", SUB)])
def test_the_feeds_keep_their_standards_and_lead_to_the_news(
    request: pytest.FixtureRequest, folder: str, root: str
) -> None:
    built: Path = request.getfixturevalue(folder)
    atom, as_json = (built / "feed.xml").read_bytes(), built / "feed.json"
    grammar = etree.RelaxNG(etree.parse(DATA / "atom.rng"))
    assert grammar.validate(etree.fromstring(atom)), grammar.error_log
    schema = DATA / "json_feed.schema.json"
    done = run("-m", "check_jsonschema", "--schemafile", schema, as_json)
    assert done.returncode == 0, done.stdout
    parsed = feedparser.parse(atom)
    items = json.loads(as_json.read_text(encoding="utf-8"))["items"]
    assert parsed.bozo == 0
    assert [entry.id for entry in parsed.entries] == [item["id"] for item in items]
    anchors = document(built, "news/").ids
    assert items
    for item in items:
        page, _, anchor = item["url"].partition("#")
        assert page == f"{root}news/"
        assert anchor in anchors
    assert len(atom) < FEED
    assert len(as_json.read_bytes()) < FEED


def test_the_feed_of_the_garden_carries_its_text_as_typed(garden_built: Path) -> None:
    said = (GARDEN / "data" / "theories.yaml").read_text(encoding="utf-8")
    what = "Made hostile: {{ 7 * 7 }} <script>alert(1)</script>."
    assert what in said
    parsed = feedparser.parse((garden_built / "feed.xml").read_bytes(), sanitize_html=False)
    html = " ".join(entry.content[0].value for entry in parsed.entries)
    assert what.replace("<", "&lt;").replace(">", "&gt;") in html
    assert "<script" not in html


def test_the_first_screen_of_news_is_found_from_the_home_page(real_site: Path) -> None:
    home = document(real_site, "")
    assert "news/" in [a.get("href") for a in home.one("article", id="main").iter("a")]
