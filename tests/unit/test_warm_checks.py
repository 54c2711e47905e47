"""What a check finds in the cache changes nothing that it says."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.support.faults import Fault, faults
from tests.support.publishing import commit, git, publish

from theorybook.cache import Cache
from theorybook.problems import DataError, Problem
from theorybook.site import Site

GARDEN = Path(__file__).resolve().parent.parent / "garden"
# As many as tell of every file, and of what stands in two of them.
SOME = faults()[::12]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a cache that knows the sound garden."""
    file = tmp_path_factory.mktemp("kept") / "cache" / "check.sqlite"
    said(GARDEN, file)
    return file


def said(root: Path, file: Path | None = None) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Return what is wrong with a project, and what deserves a look."""
    cache = Cache(file)
    try:
        return (), Site.load(root, cache=cache).notes
    except DataError as error:
        return error.problems, error.notes
    finally:
        cache.save()


@pytest.mark.parametrize("fault", SOME, ids=lambda fault: str(fault.name))
def test_a_warm_check_says_what_a_cold_one_says(fault: Fault, kept: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(GARDEN, tmp_path / "garden"))
    fault.put_into(root)
    cold = said(root)
    assert said(root, kept) == cold
    assert said(root, kept) == cold


def test_the_sound_garden_is_known_again(kept: Path) -> None:
    cache = Cache(kept)
    site = Site.load(GARDEN, cache=cache)
    assert site.everything == Site.load(GARDEN).everything
    assert cache.find("YAML", (read("terms.yaml"), "data/terms.yaml"))
    cache.close()


def read(name: str) -> str:
    return (GARDEN / "data" / name).read_text(encoding="utf-8")


def test_what_is_gone_from_the_list_is_told_again_and_again(tmp_path: Path) -> None:
    root = Path(shutil.copytree(GARDEN, tmp_path / "garden"))
    file = tmp_path / "cache" / "check.sqlite"
    publish(root, ["news/extra/"])
    git(root, "init", "-qb", "main")
    commit(root)
    assert said(root, file) == said(root)
    path = root / "data" / "published.json"
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole.replace('"news/extra/"', '"news/other/"'), encoding="utf-8")
    for _ in range(2):
        (problem,), _ = said(root, file)
        assert problem.code == "P04"
    commit(root)
    assert said(root, file) == said(root)
    assert [problem.code for problem in said(root, file)[0]] == ["P04"]
    both = whole.replace('"news/extra/"', '"news/extra/",\n "news/other/"')
    path.write_text(both, encoding="utf-8")
    assert said(root, file)[0] == said(root)[0] == ()


def test_a_shallow_clone_is_asked_each_time(tmp_path: Path) -> None:
    root = Path(shutil.copytree(GARDEN, tmp_path / "garden"))
    publish(root, ["news/extra/"])
    git(root, "init", "-qb", "main")
    commit(root)
    path = root / "data" / "published.json"
    text = path.read_text(encoding="utf-8").replace('"news/extra/"', '"news/other/"')
    path.write_text(text, encoding="utf-8")
    commit(root)
    clone, file = tmp_path / "clone", tmp_path / "cache" / "check.sqlite"
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{root}", str(clone))
    assert said(clone, file)[0] == ()  # it cannot know
    git(clone, "fetch", "-q", "--unshallow")
    assert [problem.code for problem in said(clone, file)[0]] == ["P04"]
