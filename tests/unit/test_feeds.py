"""The feeds say what the news say, in the form that their standards ask for."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import feedparser
import html5lib
import pytest
from lxml import etree
from tests.support.html import text_of
from tests.support.projects import run

from theorybook.changes.feeds import feeds
from theorybook.changes.news import Group, days
from theorybook.exports.exported import limits
from theorybook.render import Renderer
from theorybook.site import Site

if TYPE_CHECKING:
    from tests.conftest import Project

DATA = Path(__file__).resolve().parent.parent / "data"
GRAMMAR = etree.RelaxNG(etree.parse(DATA / "atom.rng"))
SITE_URL = "https://garden.example/sub/"
NAME = 'Garden & <b>"shed"</b>'


def renderer(site: Site) -> Renderer:
    return Renderer(site, dict.fromkeys(site.references, "A reference."), SITE_URL, NAME)


def both(site: Site) -> tuple[bytes, dict[str, Any]]:
    """Return the Atom feed as a host would send it, and the JSON Feed, parsed."""
    texts = dict(feeds(renderer(site)))
    assert list(texts) == ["feed.xml", "feed.json"]
    return texts["feed.xml"].encode(), json.loads(texts["feed.json"])


def groups(site: Site) -> list[Group]:
    return [group for day in days(site) for group in day.groups]


def plain(html: str) -> str:
    """Return what a reader reads of HTML."""
    return text_of(html5lib.parse(html, namespaceHTMLElements=False))


@pytest.fixture(scope="module")
def atom(garden_site: Site) -> bytes:
    return both(garden_site)[0]


@pytest.fixture(scope="module")
def parsed(atom: bytes) -> Any:
    """Return what a feed reader makes of the Atom feed."""
    found = feedparser.parse(atom, sanitize_html=False)
    assert found.bozo == 0
    assert found.version == "atom10"
    return found


@pytest.fixture(scope="module")
def json_feed(garden_site: Site) -> dict[str, Any]:
    return both(garden_site)[1]


def test_the_atom_feed_is_what_its_standard_says(atom: bytes) -> None:
    assert GRAMMAR.validate(etree.fromstring(atom)), GRAMMAR.error_log


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<updated>2032-01-04T00:00:00Z</updated>", ""),
        ("T00:00:00Z", ""),
        ("T00:00:00Z", "T25:00:00Z"),
        ("<entry>", "<entry><id>https://x.example/</id>"),
        ('type="html"', 'type="markdown"'),
        ("<entry>", "<entry><div/>"),
        (' href="', ' link="'),
    ],
)
def test_the_grammar_refuses_what_is_no_feed(atom: bytes, old: str, new: str) -> None:
    text = atom.decode()
    assert old in text
    assert not GRAMMAR.validate(etree.fromstring(text.replace(old, new, 1).encode()))


def test_the_json_feed_is_what_its_standard_says(tmp_path: Path, json_feed: dict[str, Any]) -> None:
    file = tmp_path / "feed.json"
    file.write_text(json.dumps(json_feed), encoding="utf-8")
    schema = DATA / "json_feed.schema.json"
    done = run("-m", "check_jsonschema", "--schemafile", schema, file)
    assert done.returncode == 0, done.stdout
    empty = [{"id": item["id"], "url": item["url"]} for item in json_feed["items"]]
    file.write_text(json.dumps(json_feed | {"items": empty}), encoding="utf-8")
    assert run("-m", "check_jsonschema", "--schemafile", schema, file).returncode == 1


def test_each_day_and_way_is_an_entry_newest_first(garden_site: Site, parsed: Any) -> None:
    wanted = [f"{SITE_URL}news/#{group.anchor}" for group in groups(garden_site)]
    assert len(wanted) == len(set(wanted)) > 4
    assert [entry.id for entry in parsed.entries] == wanted
    assert [entry.link for entry in parsed.entries] == wanted
    for entry, group in zip(parsed.entries, groups(garden_site), strict=True):
        assert entry.updated == f"{group.on}T00:00:00Z"
        assert [tag.term for tag in entry.tags] == [group.happening.value]


def test_the_feed_says_what_it_is_and_when_it_changed(garden_site: Site, parsed: Any) -> None:
    feed = parsed.feed
    assert (feed.id, feed.link) == (f"{SITE_URL}feed.xml", f"{SITE_URL}news/")
    assert feed.updated == f"{max(g.on for g in groups(garden_site))}T00:00:00Z"
    assert feed.author == f"{NAME}, contributors"
    assert feed.title == f"{NAME} · News"
    (own,) = (link for link in feed.links if link.rel == "self")
    assert own.href == feed.id


def test_both_feeds_say_the_same(atom: bytes, parsed: Any, json_feed: dict[str, Any]) -> None:
    assert json_feed["title"] == parsed.feed.title
    assert json_feed["home_page_url"] == parsed.feed.link
    assert [
        (item["id"], item["url"], item["title"], item["date_published"])
        for item in json_feed["items"]
    ] == [(entry.id, entry.link, entry.title, entry.updated) for entry in parsed.entries]
    # A feed reader mends HTML on its way in, so the HTML is taken from the file itself.
    written = etree.fromstring(atom).iter("{http://www.w3.org/2005/Atom}content")
    assert [item["content_html"] for item in json_feed["items"]] == [e.text for e in written]
    assert [plain(item["content_html"]) for item in json_feed["items"]] == [
        plain(entry.content[0].value) for entry in parsed.entries
    ]


def test_an_entry_names_its_records_with_version_link_and_limits(
    garden_site: Site, json_feed: dict[str, Any]
) -> None:
    for item, group in zip(json_feed["items"], groups(garden_site), strict=True):
        links = set(re.findall(r'href="([^"]+)"', item["content_html"]))
        words = plain(item["content_html"])
        for event in group.events:
            assert SITE_URL + garden_site.addresses[event.name] in links
            title = garden_site.title(event.name)
            named = event.id if title == event.id else f"{event.id}: {title}"
            what = "retired at version" if event.happening == "retired" else "version"
            assert f"{named} ({what} {event.version})." in words
            how_sure = limits(renderer(garden_site), event.record)
            assert f"How sure? {how_sure}" in words, event.id


def test_hostile_text_comes_out_as_typed(json_feed: dict[str, Any]) -> None:
    changed = next(i for i in json_feed["items"] if i["id"].endswith("2032-01-03-changed"))
    assert "Made hostile: {{ 7 * 7 }} <script>alert(1)</script>." in plain(changed["content_html"])
    assert all("<script" not in item["content_html"] for item in json_feed["items"])
    assert any("<b>mulch</b>" in plain(item["content_html"]) for item in json_feed["items"])


def test_what_xml_cannot_hold_breaks_no_feed(project: Project) -> None:
    project.edit("data/theories.yaml", "what: Invented.\n", r'what: "Bell \a and \x0c, 🌱."' + "\n")
    project.edit("data/terms.yaml", "name: Leaving the garden", r'name: "Leaving \b\u2028it"')
    atom, as_json = both(Site.load(project.root))
    assert GRAMMAR.validate(etree.fromstring(atom)), GRAMMAR.error_log
    assert feedparser.parse(atom).bozo == 0
    assert any("Leaving \b\u2028it" in item["content_html"] for item in as_json["items"])


def test_what_is_retired_says_what_to_use(project: Project) -> None:
    retired = "  retired: {on: 2032-03-01, why: It was wrong., instead: [T001]}\n"
    project.edit("data/theories.yaml", "- id: T002\n", f"- id: T002\n{retired}")
    site = Site.load(project.root)
    atom, as_json = both(site)
    assert feedparser.parse(atom).feed.updated == "2032-03-01T00:00:00Z"
    first = as_json["items"][0]
    assert first["id"] == f"{SITE_URL}news/#2032-03-01-retired"
    assert first["title"] == "1 March 2032. Retired: 1 theory"
    assert f'{SITE_URL}{site.addresses["theory/T001"]}">T001: ' in first["content_html"]
    assert "(retired at version 1). It was wrong. Use instead: T001: " in plain(
        first["content_html"]
    )


def test_many_records_have_their_limits_said_once(
    garden_site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("theorybook.changes.feeds._MOST", 9)
    many = [group for group in groups(garden_site) if len(group.events) > 9]
    assert [group.anchor for group in many] == ["2032-01-01-added"]
    _, as_json = both(garden_site)
    for item in as_json["items"]:
        words = plain(item["content_html"])
        assert ("How sure?" in words) != (item["id"].endswith("2032-01-01-added"))
        assert words.endswith("how close we read and what we do not know.")
        assert "A lead is not proof." in words
