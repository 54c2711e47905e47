"""Which pages an edit to the data touches first, and that none is lost behind a build."""

from __future__ import annotations

from collections.abc import Collection
from threading import Semaphore
from typing import cast

import pytest
from tests.conftest import Project

from sitebuild.preview import Preview
from sitebuild.shown import Shown
from theorybook.page import Page
from theorybook.pages.edited_pages import edited_pages
from theorybook.site import Site


@pytest.mark.parametrize(
    ("file", "old", "new", "addresses"),
    [
        ("theories.yaml", "People hum while", "People sing while", ["theories/weeding-together/"]),
        ("terms.yaml", "Sore hands from", "Sore thumbs from", ["outcomes/blisters/"]),
        ("gaps.yaml", "A study with snails.", "A study with slugs.", ["map/gaps/"]),
        ("site.yaml", "Two invented theories", "Three invented theories", []),  # on many pages
        ("theories.yaml", "  slug: weeding-together", "  slug: weeding", []),  # it moves
        ("theories.yaml", "People hum while", "People hum while", []),
    ],
)
def test_the_pages_of_what_was_edited_come_first(
    project: Project, file: str, old: str, new: str, addresses: list[str]
) -> None:
    before = Site.load(project.root)
    project.edit(f"data/{file}", old, new)
    after = Site.load(project.root, preview=True)
    assert [page.address for page in edited_pages(before, after)] == addresses


class Builds:
    """Stands for a build of everything that takes until it is let go, and what it shows."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.shown: list[str] = []
        self.begun, self.may_end = Semaphore(0), Semaphore(0)

    def build(self) -> None:
        self.begun.release()
        assert self.may_end.acquire(timeout=10)

    def show(self, site: Site, pages: Collection[Page]) -> None:
        self.site = site
        self.shown += [page.description for page in pages]


def previewed(project: Project, builds: Builds) -> Preview:
    return Preview(project.root, lambda: cast("Shown", builds), builds.build, quiet=0)


def test_what_cannot_be_shown_at_once_waits_for_the_build(project: Project) -> None:
    builds = Builds(Site.load(project.root))
    builds.may_end.release(2)
    previewed(project, builds).follow()  # nothing was edited that anybody can see
    project.edit("data/terms.yaml", "definition: Sore hands", "defined: Sore hands")
    previewed(project, builds).follow()
    assert builds.shown == []
    assert builds.begun.acquire(timeout=10)
    assert builds.begun.acquire(timeout=10)


def test_no_edit_is_lost_behind_a_build(project: Project) -> None:
    builds = Builds(Site.load(project.root))
    preview = previewed(project, builds)
    project.edit("data/terms.yaml", "Sore hands from", "Sore thumbs from")
    preview.follow()
    assert builds.shown == ["Sore thumbs from shared spades."]
    assert builds.begun.acquire(timeout=10)
    project.edit("data/terms.yaml", "Sore thumbs from", "Sore feet from")
    preview.follow()  # while the first edit is being built
    late = Builds(Site.load(project.root))
    late.site = builds.site
    project.edit("data/terms.yaml", "Sore feet from", "Sore ears from")
    preview.catch_up(cast("Shown", late))  # at the end of that build
    assert builds.shown[1:] == ["Sore feet from shared spades."]
    assert late.shown == ["Sore ears from shared spades."]
    builds.may_end.release()
    assert builds.begun.acquire(timeout=10)  # and the newer edits are built in turn
    builds.may_end.release()
