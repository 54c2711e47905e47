"""What earlier builds made is found again, and nothing else is."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from sitebuild.build_cache import build_cache
from theorybook.cache import Cache, digest
from theorybook.template_engine import environment


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "made.sqlite"


def made(cache: Cache, *made_from: str, kind: str = "picture") -> str:
    """Ask for a thing; what is new says so."""
    return cache.text(kind, made_from, lambda: "made anew")


def keep(file: Path, value: str, *made_from: str, code: str = "") -> None:
    cache = Cache(file, code)
    cache.text("picture", made_from, lambda: value)
    cache.save()


def test_what_was_made_is_found_by_what_it_was_made_from(file: Path) -> None:
    keep(file, "first", "a", "b")
    cache = Cache(file)
    assert made(cache, "a", "b") == "first"
    assert made(cache, "ab") == "made anew"
    assert made(cache, "a", "c") == "made anew"
    assert made(cache, "a", "b", kind="QR code") == "made anew"


def test_other_code_finds_nothing(file: Path) -> None:
    keep(file, "first", "a", code="1")
    assert made(Cache(file, "2"), "a") == "made anew"
    assert made(Cache(file, "1"), "a") == "first"


def test_within_a_build_a_thing_is_made_once(file: Path) -> None:
    cache = Cache(file)
    assert cache.text("picture", ("a",), lambda: "first") == "first"
    assert made(cache, "a") == "first"


def test_without_a_file_all_is_made_each_time() -> None:
    cache = Cache()
    assert made(cache, "a") == "made anew"
    assert cache.text("picture", ("a",), lambda: "again") == "again"
    cache.save()


def test_what_a_build_does_not_save_is_gone(file: Path) -> None:
    Cache(file).text("picture", ("a",), lambda: "first")
    assert made(Cache(file), "a") == "made anew"


def test_what_nobody_used_for_long_is_dropped(file: Path) -> None:
    keep(file, "used", "a")
    keep(file, "unused", "b")
    for _ in range(20):
        keep(file, "not used", "a")
    assert made(Cache(file), "a") == "used"
    assert made(Cache(file), "b") == "made anew"


@pytest.mark.parametrize("content", [b"", b"no database at all, " * 100, b"SQLite format 3\0" * 99])
def test_a_damaged_file_is_begun_anew(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    keep(file, "first", "a")
    assert made(Cache(file), "a") == "first"


def test_a_folder_that_cannot_be_written_to_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, where the folder would be")
    cache = Cache(tmp_path / "cache" / "made.sqlite")
    assert made(cache, "a") == "made anew"
    cache.save()


def test_a_build_that_makes_nothing_keeps_nothing(file: Path) -> None:
    Cache(file).save()
    assert made(Cache(file), "a") == "made anew"


def test_what_is_too_much_to_hold_is_written_on_the_way(file: Path) -> None:
    cache = Cache(file)
    for name in "abc":
        cache.data("picture", (name,), lambda: bytes(9_000_000))
    assert file.stat().st_size > 9_000_000
    assert cache.find("picture", ("a",)) == bytes(9_000_000)
    cache.save()
    assert Cache(file).find("picture", ("c",)) == bytes(9_000_000)


def test_two_builds_at_once_lose_nothing(file: Path) -> None:
    one, other = Cache(file), Cache(file)
    one.text("picture", ("a",), lambda: "of one")
    other.text("picture", ("b",), lambda: "of the other")
    one.save()
    other.save()
    assert made(Cache(file), "a") == "of one"
    assert made(Cache(file), "b") == "of the other"


def test_a_digest_knows_where_a_text_ends() -> None:
    assert len({digest("ab", "c"), digest("a", "bc"), digest("abc"), digest("abc", "")}) == 4


def test_a_template_that_was_read_before_is_not_read_again(file: Path) -> None:
    cache = Cache(file)
    environment(cache).get_template("strength.html")
    cache.save()
    with sqlite3.connect(file) as store:
        ((value,),) = store.execute("SELECT value FROM made")
    again = Cache(file)
    bucket = environment(again).bytecode_cache
    assert bucket is not None
    source, name, _ = environment().loader.get_source(environment(), "strength.html")  # type: ignore[union-attr]
    assert bucket.get_bucket(environment(again), "strength.html", name, source).code is not None
    assert bucket.get_bucket(environment(again), "strength.html", name, source + " ").code is None
    assert value


def test_the_cache_of_a_project_can_be_switched_off(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_CACHE", "1")
    cache = build_cache(root)
    cache.keep("picture", ("a",), b"x")
    assert cache.find("picture", ("a",)) is None
