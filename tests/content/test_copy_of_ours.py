"""Our site as trainers take it along: it finds the same, and all its links lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
import yaml
from playwright.sync_api import Browser, expect
from tests.support.browsing import Open
from tests.support.copies import Copy, answers, copied, reading
from tests.support.handouts import handed_out
from tests.support.slides import begin

from theorybook.addresses import slides_address
from theorybook.offline_copy.take_along import ZIP
from theorybook.site import Site

QUESTIONS = Path(__file__).resolve().parent / "search_questions.yaml"
ASKED = 40
# What a stick, a mail server and a phone on a slow line still take.
HEAVIEST = 20_000_000
# The longest path that Windows takes is 260 letters; its user's folder needs room as well.
LONGEST = 120
_LINK = re.compile(r'\b(?:href|src|action)="(?![A-Za-z][\w+.-]*:|//|[?#"])([^"?#]*)')


@pytest.fixture(scope="module")
def copy(real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """Return our site as a trainer takes it along."""
    return copied(real_site, tmp_path_factory.mktemp("copy"))


def test_it_can_be_carried(copy: Copy) -> None:
    assert (copy.built / ZIP).stat().st_size < HEAVIEST
    files = [path.relative_to(copy.folder).as_posix() for path in copy.folder.rglob("*")]
    assert max(map(len, files)) < LONGEST


def lost(copy: Copy) -> Iterator[str]:
    """Yield each link of a page that leads to no file of the copy."""
    for name in copy.pages():
        page = copy.site / name
        for link in set(_LINK.findall(page.read_text(encoding="utf-8"))):
            if not (page.parent / unquote(unescape(link))).is_file():
                yield f"{name}: {link}"


def test_every_link_leads_to_a_file(copy: Copy) -> None:
    assert list(lost(copy)) == []


def test_searches_find_the_same_as_online(browser: Browser, copy: Copy, open_page: Open) -> None:
    tuned = yaml.safe_load(QUESTIONS.read_text(encoding="utf-8"))["tuned"]
    # From each part of the list, since what stands side by side there is about the same.
    asked = tuned[:: len(tuned) // ASKED][:ASKED]
    assert len(asked) == ASKED
    online = open_page("search/")
    with reading(browser, copy) as page:
        page.goto(copy.address + "search/index.html")
        for question in (each["ask"] for each in asked):
            found = answers(page, question)
            assert found, question
            assert found == answers(online, question), question


def test_slides_of_each_kind_are_shown(browser: Browser, copy: Copy, site: Site) -> None:
    kinds = {type(record): record for record in handed_out(site)}
    with reading(browser, copy) as page:
        for record in kinds.values():
            page.goto(f"{copy.address}{slides_address(record.id)}index.html")
            assert begin(page) > 1
            expect(page.locator(".slide[data-on]")).to_be_visible()
