"""Our pages and our search stay light: what a phone has to load for them."""

from __future__ import annotations

from pathlib import Path

from benchmark.measured.weight import weight

# Bytes, before a host packs what it sends.
ANY_PAGE, ANY_THEORY = 250_000, 95_000
# Bytes of the files of search, which are packed as they are.
FIRST, VOLUME, NAMES = 3_000, 12_000, 3_000


def test_no_page_is_heavy(real_site: Path) -> None:
    found = weight(real_site)
    assert found.heaviest <= ANY_PAGE, found.heaviest_page
    assert found.heaviest_theory <= ANY_THEORY


def test_what_a_question_loads_is_in_small_files(real_site: Path) -> None:
    for ending, most in (("index", FIRST), ("words", VOLUME), ("documents", NAMES)):
        sizes = [file.stat().st_size for file in real_site.glob(f"assets/search.*.{ending}")]
        assert sizes
        assert max(sizes) <= most, ending
