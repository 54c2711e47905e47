"""Placeholders: filled from what holds, and left alone where they are shown or are none."""

from __future__ import annotations

import pytest
from tests.conftest import Project
from tests.support.retiring import retire

from theorybook.placeholders import filled, placeholders
from theorybook.site import Site

VALUES = {"count.theories": "3", "site.name": "Weeds & beds"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("All {{ count.theories }} of {{site.name}}.", "All 3 of Weeds & beds."),
        ("Write `{{ count.theories }}`.", "Write `{{ count.theories }}`."),
        ("```\n{{ count.theories }}\n```", "```\n{{ count.theories }}\n```"),
        ("{{ 7 * 7 }} {{ count }} {x.y}", "{{ 7 * 7 }} {{ count }} {x.y}"),
        ("{{ count.weeds }}", "{{ count.weeds }}"),
    ],
)
def test_what_is_no_known_placeholder_stays(text: str, shown: str) -> None:
    assert filled(text, VALUES) == shown


def test_each_is_found_where_it_begins() -> None:
    text = "a {{ x.y }} `{{ x.z }}` {{x.w}}"
    assert [*placeholders(text)] == [(2, "x.y"), (text.index("{{x.w"), "x.w")]


@pytest.mark.parametrize(
    "text",
    ["`{{ Count.x }}`", "{{ macro('x') }}", "{{ a | b }}", "# X { #site-x .y }",
     "{: .count }", "{{ 7 * 7 }}", "{{}}", "{ count the beans }", "{{ title }}"],
)  # fmt: skip
def test_what_is_none_of_ours_is_no_slip(project: Project, text: str) -> None:
    with (project.root / "docs" / "about" / "limits.md").open("a", encoding="utf-8") as page:
        page.write(f"\n{text}\n")
    assert project.problems() == ()


def test_a_count_is_of_what_holds(project: Project, garden_site: Site) -> None:
    before = garden_site.placeholders
    assert before["count.theories"] == str(len(garden_site.theories))
    after = retire(project, "study/example_2032-weeds").placeholders
    changed = {name for name in before if before[name] != after[name]}
    study = garden_site.study("example_2032-weeds")
    kinds = {f"design.{study.design}", *(f"group.{group}" for group in study.groups)}
    kinds.add(f"depth.{study.depth.value.replace(' ', '-')}")
    assert changed == {"count.studies", *(f"count.studies.{kind}" for kind in kinds)}
    assert int(before["count.studies"]) == int(after["count.studies"]) + 1


def test_the_home_page_is_filled(garden_site: Site) -> None:
    (door,) = (d for d in garden_site.settings.home.doors if d.page == "theories/")
    assert door.text.startswith(f"All {len(garden_site.theories)} of them")


def test_who_makes_the_site_is_named(project: Project) -> None:
    project.edit("data/site.yaml", "code_licence:", "makers: Ada & others\ncode_licence:")
    assert Site.load(project.root).placeholders["site.makers"] == "Ada & others"
