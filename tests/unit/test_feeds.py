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
from tests.support import editions
from tests.support.html import text_of
from tests.support.projects import run

from theorybook.addresses import JSON_FEED, pack_feed_address
from theorybook.changes.news import Group, days
from theorybook.exports.feeds import FeedEntry, feed_entries, feeds, pack_feeds
from theorybook.record_id import RecordId
from theorybook.render import Renderer
from theorybook.site import Site

if TYPE_CHECKING:
    from tests.conftest import Project

DATA = Path(__file__).resolve().parent.parent / "data"
GRAMMAR = etree.RelaxNG(etree.parse(DATA / "atom.rng"))
SITE_URL = "https://garden.example/sub/"
NAME = 'Garden & <b>"shed"</b>'


def renderer(site: Site) -> Renderer:
    return editions.renderer(site, SITE_URL, NAME)


def both(site: Site) -> tuple[bytes, dict[str, Any]]:
    """Return the Atom feed as a host would send it, and the JSON Feed, parsed."""
    texts = dict(feeds(renderer(site)))
    assert list(texts) == ["feed.xml", "feed.json"]
    return texts["feed.xml"].encode(), json.loads(texts["feed.json"])


def groups(site: Site) -> list[Group]:
    return [group for day in days(site) for group in day.groups]


def ids(site: Site) -> dict[str, str]:
    """Return when each entry was last changed, by its id, as a subscriber keeps it."""
    return {item["id"]: item["date_modified"] for item in both(site)[1]["items"]}


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


def test_the_first_day_is_told_as_a_whole_and_each_later_version_alone(
    garden_site: Site, parsed: Any
) -> None:
    *later, first = groups(garden_site)
    assert later
    assert len(first.events) > 1
    wanted = [(event, group) for group in later for event in group.events]
    *alone, whole = parsed.entries
    assert (whole.id, whole.link) == (f"{SITE_URL}news/#{first.anchor}",) * 2
    for entry, (event, group) in zip(alone, wanted, strict=True):
        what = "retired" if event.happening == "retired" else f"version-{event.version}"
        assert entry.id == f"{SITE_URL}go/{event.id.id}/#{what}"
        assert entry.link == f"{SITE_URL}news/#{group.anchor}"
        assert entry.updated == entry.published == f"{event.on}T00:00:00Z"
        assert [tag.term for tag in entry.tags] == [event.happening.value]
        assert event.id.id in entry.title


def test_no_entry_tells_what_another_tells(garden_site: Site, parsed: Any) -> None:
    told = [event for entry in feed_entries(garden_site) for event in entry.group.events]
    assert told == [event for group in groups(garden_site) for event in group.events]
    assert len({entry.id for entry in parsed.entries}) == len(parsed.entries)


CHANGED_AGAIN = "  - {version: 2, date: %s, what: Another word.}\n"


def changed(project: Project, record: str, on: str) -> Site:
    """Give a term of the garden one more version on a day, and load the site."""
    path = project.root / "data" / "terms.yaml"
    before, start, rest = path.read_text(encoding="utf-8").partition(f"- id: {record}\n")
    head, history, tail = rest.partition("  history:\n")
    first, newline, tail = tail.partition("\n")
    path.write_text(
        before + start + head + history + first + newline + CHANGED_AGAIN % on + tail,
        encoding="utf-8",
    )
    return Site.load(project.root)


def test_a_second_change_on_one_day_is_an_entry_of_its_own(project: Project) -> None:
    one, other = (term.id for term in Site.load(project.root).everything.terms[:2])
    morning = changed(project, one, "2032-03-01")
    evening = changed(project, other, "2032-03-01")
    before, after = ids(morning), ids(evening)
    assert f"{SITE_URL}go/{one}/#version-2" in before
    assert after == before | {f"{SITE_URL}go/{other}/#version-2": "2032-03-01T00:00:00Z"}
    assert both(evening)[1]["items"][1]["title"].startswith(f"1 March 2032. Changed: {other}: ")
    updated = [feedparser.parse(both(site)[0]).feed.updated for site in (morning, evening)]
    assert updated == sorted(set(updated))


def test_the_entry_of_the_first_day_tells_by_its_moment_that_it_grew(project: Project) -> None:
    site = Site.load(project.root)
    first = min(group.on for group in groups(site)).isoformat()
    one, other = (term.id for term in site.everything.terms[:2])
    morning, evening = (ids(changed(project, id_, first)) for id_ in (one, other))
    whole = f"{SITE_URL}news/#{first}-changed"
    assert morning.keys() == evening.keys()
    assert {id_ for id_ in morning if morning[id_] != evening[id_]} == {whole}
    assert morning[whole] < evening[whole]


def test_the_feed_says_what_it_is_and_when_it_changed(garden_site: Site, parsed: Any) -> None:
    feed = parsed.feed
    assert (feed.id, feed.link) == (f"{SITE_URL}feed.xml", f"{SITE_URL}news/")
    newest = max(g.on for g in groups(garden_site)).isoformat()
    assert feed.updated.startswith(newest)
    assert feed.updated >= max(entry.updated for entry in parsed.entries)
    assert feed.author == f"{NAME}, contributors"
    assert feed.title == f"{NAME} · News"
    (own,) = (link for link in feed.links if link.rel == "self")
    assert own.href == feed.id


def test_both_feeds_say_the_same(atom: bytes, parsed: Any, json_feed: dict[str, Any]) -> None:
    assert json_feed["title"] == parsed.feed.title
    assert json_feed["home_page_url"] == parsed.feed.link
    assert [
        (item["id"], item["url"], item["title"], item["date_published"], item["date_modified"])
        for item in json_feed["items"]
    ] == [(e.id, e.link, e.title, e.published, e.updated) for e in parsed.entries]
    # A feed reader mends HTML on its way in, so the HTML is taken from the file itself.
    written = etree.fromstring(atom).iter("{http://www.w3.org/2005/Atom}content")
    assert [item["content_html"] for item in json_feed["items"]] == [e.text for e in written]
    assert [plain(item["content_html"]) for item in json_feed["items"]] == [
        plain(entry.content[0].value) for entry in parsed.entries
    ]


def test_an_entry_names_its_records_with_version_link_and_limits(
    garden_site: Site, json_feed: dict[str, Any]
) -> None:
    for item, entry in zip(json_feed["items"], feed_entries(garden_site), strict=True):
        links = set(re.findall(r'href="([^"]+)"', item["content_html"]))
        words = plain(item["content_html"])
        for event in entry.group.events:
            assert SITE_URL + garden_site.addresses[event.id] in links
            title = garden_site.title(event.id)
            named = event.id.id if title == event.id.id else f"{event.id.id}: {title}"
            what = "retired at version" if event.happening == "retired" else "version"
            assert f"{named} ({what} {event.version})." in words
            how_sure = editions.edition(garden_site).limits.of(event.record)
            assert (f"How sure? {how_sure}" in words) == entry.in_full, event.id


def test_hostile_text_comes_out_as_typed(json_feed: dict[str, Any]) -> None:
    html = " ".join(i["content_html"] for i in json_feed["items"] if i["tags"] == ["changed"])
    assert "Made hostile: {{ 7 * 7 }} <script>alert(1)</script>." in plain(html)
    assert all("<script" not in item["content_html"] for item in json_feed["items"])
    assert any("<b>mulch</b>" in plain(item["content_html"]) for item in json_feed["items"])


def test_what_is_retired_says_what_to_use(project: Project) -> None:
    retired = "  retired: {on: 2032-03-01, why: It was wrong., instead: [T001]}\n"
    project.edit("data/theories.yaml", "- id: T002\n", f"- id: T002\n{retired}")
    site = Site.load(project.root)
    atom, as_json = both(site)
    assert feedparser.parse(atom).feed.updated.startswith("2032-03-01T00:")
    first = as_json["items"][0]
    assert first["id"] == f"{SITE_URL}go/T002/#retired"
    assert first["url"] == f"{SITE_URL}news/#2032-03-01-retired"
    title = site.title(RecordId("theory", "T002"))
    assert first["title"] == f"1 March 2032. Retired: T002: {title}"
    assert (
        f'{SITE_URL}{site.addresses[RecordId("theory", "T001")]}">T001: ' in first["content_html"]
    )
    assert "(retired at version 1). It was wrong. Use instead: T001: " in plain(
        first["content_html"]
    )


def test_many_records_have_their_limits_said_once(
    garden_site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("theorybook.exports.feeds._MOST", 9)
    many: list[FeedEntry] = [e for e in feed_entries(garden_site) if len(e.group.events) > 9]
    assert [entry.group.anchor for entry in many] == ["2032-01-01-added"]
    _, as_json = both(garden_site)
    for item in as_json["items"]:
        words = plain(item["content_html"])
        assert ("How sure?" in words) != (item["id"].endswith("2032-01-01-added"))
        assert words.endswith("how close we read and what we do not know.")
        assert "A lead is not proof." in words


@pytest.mark.parametrize("largest", [9_000, 5_000, 10])
def test_the_oldest_go_where_a_feed_grows_too_large(
    garden_site: Site, monkeypatch: pytest.MonkeyPatch, largest: int
) -> None:
    whole = [entry.id for entry in feed_entries(garden_site)]
    monkeypatch.setattr("theorybook.exports.feeds._LARGEST", largest)
    made = dict(feeds(renderer(garden_site)))
    told = [item["id"].removeprefix(SITE_URL) for item in json.loads(made[JSON_FEED])["items"]]
    assert 0 < len(told) < len(whole)
    assert told == whole[: len(told)]
    assert len(told) == 1 or max(len(text.encode()) for text in made.values()) < largest


def test_a_pack_has_a_feed_of_all_that_it_uses(garden_site: Site) -> None:
    texts = dict(pack_feeds(renderer(garden_site)))
    forms = [(pack.id, form) for pack in garden_site.everything.packs for form in ("xml", "json")]
    assert [*texts] == [pack_feed_address(id_, form) for id_, form in forms]
    feed = json.loads(texts[pack_feed_address("K01", "json")])
    (pack,) = garden_site.packs
    assert feed["title"] == f"{NAME} · K01: {pack.title}"
    assert feed["home_page_url"] == f"{SITE_URL}train/packs/{pack.slug}/"
    assert feed["feed_url"] == f"{SITE_URL}train/feeds/K01.json"
    told = {item["id"].removeprefix(f"{SITE_URL}go/") for item in feed["items"]}
    # J01 and D01 rest on T015, which is retired. Of T001, which holds, nothing is told.
    assert told == {
        *("K01/#version-1", "J01/#version-1", "J02/#version-1", "J02/#version-2"),
        *("D01/#version-1", "D04/#version-1", "D04/#retired", "T015/#retired"),
    }
    dates = [item["date_published"] for item in feed["items"]]
    assert dates == sorted(dates, reverse=True)


def test_the_feed_of_a_pack_is_as_its_standards_ask(garden_site: Site, tmp_path: Path) -> None:
    files = []
    for address, text in pack_feeds(renderer(garden_site)):
        if address.endswith(".xml"):
            assert GRAMMAR.validate(etree.fromstring(text.encode())), GRAMMAR.error_log
            parsed = feedparser.parse(text.encode())
            assert not parsed.bozo
            assert parsed.feed.id == SITE_URL + address
        else:
            files.append(tmp_path / Path(address).name)
            files[-1].write_text(text, encoding="utf-8")
    schema = DATA / "json_feed.schema.json"
    done = run("-m", "check_jsonschema", "--schemafile", schema, *files)
    assert done.returncode == 0, done.stdout
