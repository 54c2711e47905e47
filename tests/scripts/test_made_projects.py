"""The benchmark makes projects of any size: sound ones, and the same ones for a seed."""

from __future__ import annotations

from math import sqrt
from pathlib import Path

import pytest
from tests.support.projects import copy_garden, files_in, run

from benchmark.made.project import make_project
from theorybook.site import Site

SIZE = 7  # not a multiple of what the garden has, so that something is left out


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the garden's project."""
    return copy_garden(tmp_path_factory.mktemp("source") / "garden")


@pytest.fixture(scope="module")
def made(garden: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project made of the garden's, never to be changed."""
    target = tmp_path_factory.mktemp("made") / "project"
    make_project(garden, target, SIZE)
    return target


def test_it_has_as_many_theories_as_were_asked_for(garden: Path, made: Path) -> None:
    ours, theirs = Site.load(garden), Site.load(made)
    slowly = round(sqrt(SIZE / len(ours.theories)))
    assert len(theirs.theories) == SIZE
    assert len(theirs.studies) == slowly * len(ours.studies)
    assert len(theirs.tensions) == slowly * len(ours.tensions)
    assert len(theirs.published.addresses) > len(ours.published.addresses)


def test_it_can_be_built(made: Path, tmp_path: Path) -> None:
    command = ("-m", "mkdocs", "build", "--strict", "-f", made / "mkdocs.yml", "-d", tmp_path)
    done = run(*command, NO_CACHE="1", PYTHONDONTWRITEBYTECODE="1")  # nothing is left in it
    assert done.returncode == 0, done.stderr


def test_what_the_source_says_is_in_it_unchanged(garden: Path, made: Path) -> None:
    ours, theirs = Site.load(garden), Site.load(made)
    for id_, record in ours.everything.by_id.items():
        assert theirs.everything.by_id[id_] == record


def test_of_a_page_that_moved_no_copy_has_promised_anything(tmp_path: Path) -> None:
    source = copy_garden(tmp_path / "garden")
    with (source / "data" / "site.yaml").open("a", encoding="utf-8") as settings:
        settings.write("moved:\n- was: old/\n  now: design/check/\n")
    listed = source / "data" / "published.json"
    text = listed.read_text(encoding="utf-8")
    listed.write_text(
        text.replace('"addresses": [', '"addresses": ["old/#T001",'), encoding="utf-8"
    )
    make_project(source, tmp_path / "made", SIZE)
    promised = Site.load(tmp_path / "made").published.addresses
    assert [address for address in promised if address.startswith("old/")] == ["old/#T001"]


def test_copies_say_something_else(made: Path) -> None:
    headlines = [theory.headline.text for theory in Site.load(made).theories]
    assert len(set(headlines)) == len(headlines)


def test_a_seed_makes_the_same_bytes(garden: Path, made: Path, tmp_path: Path) -> None:
    make_project(garden, tmp_path / "again", SIZE)
    assert files_in(tmp_path / "again") == files_in(made)


def test_another_seed_makes_others(garden: Path, made: Path, tmp_path: Path) -> None:
    make_project(garden, tmp_path / "other", SIZE, seed=2)
    theories = Path("data", "theories.yaml")
    assert (tmp_path / "other" / theories).read_bytes() != (made / theories).read_bytes()


def test_no_fewer_theories_can_be_made_than_are_copied(garden: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="1 theories are fewer than the"):
        make_project(garden, tmp_path / "small", 1)
