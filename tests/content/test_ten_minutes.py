"""Our pages can be read in ten minutes on a phone: how long they are, and where the action is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from measure import Measures, kind_of, measures, pages_of

pytestmark = pytest.mark.xdist_group("measures")
# CSS pixels, on a phone 360 wide and a desktop 1280 wide.
THEORY_PHONE, THEORY_DESKTOP, ACTIONS_BEGIN, ANY_PHONE = 5000, 4200, 1600, 8000
VOICE_MARKS = 30


@pytest.fixture(scope="module")
def found(browser: Browser, address: str, real_site: Path) -> Mapping[str, Measures]:
    """Measure all theories, and of each other kind the pages that hold most."""
    kinds: dict[str, list[str]] = {}
    for url in pages_of(real_site):
        kinds.setdefault(kind_of(url), []).append(url)
    urls = [
        url
        for kind, those in kinds.items()
        for url in (those if kind == "theories/*/" else _fullest(those, real_site))
    ]
    return measures(browser, address, urls)


def _fullest(urls: list[str], site: Path) -> list[str]:
    return sorted(urls, key=lambda url: (site / url / "index.html").stat().st_size)[-4:]


def test_a_theory_is_short_and_comes_to_the_point(found: Mapping[str, Measures]) -> None:
    theories = {
        url: one for url, one in found.items() if url.startswith("theories/") and one.actions
    }
    assert theories
    long = {
        url: one
        for url, one in theories.items()
        if one.phone > THEORY_PHONE
        or one.desktop > THEORY_DESKTOP
        or (one.actions or 0) > ACTIONS_BEGIN
        or one.voices > VOICE_MARKS
    }
    assert long == {}


def test_no_page_is_longer_than_ten_screens(found: Mapping[str, Measures]) -> None:
    assert {url: one.phone for url, one in found.items() if one.phone > ANY_PHONE} == {}
