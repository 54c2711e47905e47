"""The news tell everything that ever happened to a record, once, on its day."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.support.editions import renderer

from theorybook.changes.news import Event, Group, days
from theorybook.pages.site_pages import pages
from theorybook.record_id import RecordId
from theorybook.site import Site

if TYPE_CHECKING:
    from tests.conftest import Project

THEORIES = "data/theories.yaml"
THEORY = RecordId("theory", "T001")
HOSTILE = "Made hostile: {{ 7 * 7 }} <script>alert(1)</script>."
ESCAPED = "Made hostile: {{ 7 * 7 }} &lt;script&gt;alert(1)&lt;/script&gt;."


def retire(project: Project, file: str, line: str, instead: str = "") -> Site:
    """Retire what starts with a line, and load the site."""
    indent = " " * (len(line) - len(line.lstrip(" -")))
    retired = (
        f"{indent}retired: {{on: 2032-03-01, why: It was <b>wrong</b>., instead: [{instead}]}}"
    )
    project.edit(f"data/{file}", f"{line}\n", f"{line}\n{retired}\n")
    return Site.load(project.root)


def events(site: Site) -> list[Event]:
    return [event for day in days(site) for group in day.groups for event in group.events]


def group(site: Site, anchor: str) -> Group:
    return next(g for day in days(site) for g in day.groups if g.anchor == anchor)


def news_page(site: Site) -> str:
    return renderer(site).page(next(page for page in pages(site) if page.address == "news/")).html


def test_every_version_of_every_record_is_told_once(garden_site: Site) -> None:
    kept = garden_site.everything.by_id
    written = [
        (name, change.version, change.date, change.what)
        for name, record in kept.items()
        for change in record.history
    ]
    told = [(event.id, event.version, event.on, event.what) for event in events(garden_site)]
    written += [
        (name, kept[record_of(name)].version, retired.on, retired.why)
        for name, retired in garden_site.retirements.items()
    ]
    assert len(told) > len(kept) > 20
    assert sorted(told) == sorted(written)


def record_of(name: RecordId) -> RecordId:
    """Return the record that something retired is, or is a part of."""
    whole = {"evidence": "theory", "question": "theory", "finding": "study"}.get(name.kind)
    return RecordId(whole, name.id.rpartition("-")[0]) if whole else name


def test_the_newest_day_comes_first_and_has_what_happened_on_it(garden_site: Site) -> None:
    found = days(garden_site)
    assert [day.anchor for day in found] == [
        *("2032-02-29", "2032-02-10", "2032-02-03", "2032-01-06", "2032-01-05"),
        *("2032-01-04", "2032-01-03", "2032-01-02", "2032-01-01"),
    ]
    assert all(group.on == day.on for day in found for group in day.groups)
    assert all(event.on == day.on for day in found for g in day.groups for event in g.events)


def test_a_first_version_is_an_addition_and_a_later_one_a_change(garden_site: Site) -> None:
    (added,) = group(garden_site, "2032-01-02-added").events
    assert (added.id, added.version) == (THEORY, 1)
    (changed,) = group(garden_site, "2032-01-03-changed").events
    assert (changed.id, changed.version, changed.what) == (THEORY, 2, HOSTILE)


def test_a_correction_is_told_as_one(project: Project) -> None:
    version = "  - version: 2\n    date: 2032-01-03\n"
    project.edit(THEORIES, version, f"{version}    corrected: yes\n")
    site = Site.load(project.root)
    (corrected,) = group(site, "2032-01-03-corrected").events
    assert (corrected.id, corrected.version) == (THEORY, 2)
    assert "2032-01-03-changed" not in news_page(site)
    assert '<h3 id="2032-01-03-corrected">Corrected</h3>' in news_page(site)


@pytest.mark.parametrize(
    ("file", "line", "name", "record", "version"),
    [
        ("theories.yaml", "- id: T002", "theory/T002", "theory/T002", 1),
        ("theories.yaml", "  - id: T001-E2", "evidence/T001-E2", "theory/T001", 2),
        ("studies.yaml", "  - id: example2031beds-F2", "finding/example2031beds-F2",
         "study/example2031beds", 2),
        ("terms.yaml", "- id: leaving", "term/leaving", "term/leaving", 1),
        ("glossary.yaml", "- id: compost", "glossary/compost", "glossary/compost", 1),
    ],
)  # fmt: skip
def test_what_is_retired_is_told_with_what_to_use(
    project: Project, file: str, line: str, name: str, record: str, version: int
) -> None:
    site = retire(project, file, line, "X01")
    (event,) = group(site, "2032-03-01-retired").events
    id_ = RecordId.parse(name)
    assert (event.id, event.record, event.version) == (id_, RecordId.parse(record), version)
    assert event.instead == ("X01",)
    html = news_page(site)
    told = html[html.index("2032-03-01-retired") : html.index("2032-02-29")]
    assert "It was &lt;b&gt;wrong&lt;/b&gt;." in told
    assert f'href="../{site.addresses[RecordId("tension", "X01")]}"' in told
    assert f'href="../{site.addresses[id_]}"' in told


def test_what_readers_must_not_miss_comes_first_on_a_day(project: Project) -> None:
    last = f'    what: "{HOSTILE}"\n'
    more = (
        "  - {version: 3, date: 2032-03-01, what: Then so.}\n"
        "  - {version: 4, date: 2032-03-01, what: Not so., corrected: yes}\n"
    )
    project.edit(THEORIES, last, last + more)
    site = retire(project, "theories.yaml", "- id: T002")
    newest = days(site)[0]
    assert newest.on == date(2032, 3, 1)
    assert [g.happening.value for g in newest.groups] == ["retired", "corrected", "changed"]


def test_a_note_is_told_on_its_day_alone(garden_site: Site) -> None:
    first, *others = days(garden_site)
    assert (first.notes, first.groups) == (("The garden was invented.",), ())
    assert [day.notes for day in others] == [()] * len(others)
    assert "The garden was invented." in news_page(garden_site)


def test_the_page_has_an_anchor_for_each_day_and_way(garden_site: Site) -> None:
    html = news_page(garden_site)
    wanted = [a for d in days(garden_site) for a in (d.anchor, *(g.anchor for g in d.groups))]
    assert re.findall(r'<h[23] id="([^"]+)"', html) == wanted


def test_additions_are_counted_and_unfold_into_their_names(garden_site: Site) -> None:
    html = news_page(garden_site)
    first_day = html[html.index('id="2032-01-01"') :]
    assert "<summary>9 terms</summary>" in first_day
    assert "<summary>1 theory</summary>" in html
    names = group(garden_site, "2032-01-01-added")
    assert len(names.events) >= 20
    for event in names.events:
        assert f'href="../{garden_site.addresses[event.id]}">{event.id.id}' in first_day
    for kind, found in names.by_kind.items():
        assert {event.id.kind for event in found} == {kind}


def test_words_of_a_change_come_out_as_typed(garden_site: Site) -> None:
    html = news_page(garden_site)
    assert ESCAPED in html
    assert "<script" not in html
