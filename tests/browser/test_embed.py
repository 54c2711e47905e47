"""A card works within a page of another host that allows nearly nothing, and asks for nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.support.axe import axe_faults
from tests.support.built import SUBPATH
from tests.support.hosts import CARD_SENDS, sent_with
from tests.support.server import serving

from theorybook.addresses import embed_address
from theorybook.site import Site

LIGHT = 4_000  # bytes
AROUND = """<!doctype html><html lang="en"><head><title>A course</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; frame-src {url}">
</head><body><main><h1>A course</h1>
<iframe src="{url}{card}" title="T002" width="300" height="420"></iframe></main></body></html>"""


# What is sent with a card: by nginx and Caddy, and by Netlify and Cloudflare.
HOSTS = {"nginx and Caddy": lambda _: CARD_SENDS, "_headers": sent_with}


@contextmanager
def around(
    browser: Browser, garden_built: Path, folder: Path, host: str, card: str
) -> Iterator[Page]:
    """Give a page of another host, with a page of ours in it."""
    ours = serving(garden_built, SUBPATH, sent_with=HOSTS[host])
    with ours as url, serving(folder) as other:
        page = AROUND.format(url=url, card=card)
        (folder / "index.html").write_text(page, encoding="utf-8")
        opened = browser.new_page()
        opened.goto(other)
        yield opened
        opened.close()


@pytest.fixture(params=HOSTS)
def course(
    browser: Browser, garden_built: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Page]:
    """Return a page of another host, with a card in it."""
    with around(browser, garden_built, tmp_path, request.param, embed_address("T002")) as page:
        yield page


def test_cards_alone_are_shown_within_pages_of_others(
    browser: Browser, garden_built: Path, tmp_path: Path
) -> None:
    for address in ("", "train/", "go/T002/", "theories/sharing-tools/"):
        with around(browser, garden_built, tmp_path, "_headers", address) as page:
            assert page.frames[1].url.startswith("chrome-error:"), address


def test_a_card_says_what_how_sure_and_where_from(course: Page, garden_site: Site) -> None:
    theory = garden_site.theory("T002")
    card = course.frame_locator("iframe")
    expect(card.get_by_role("heading", level=1)).to_have_text(theory.headline.text)
    expect(card.locator("body")).to_contain_text("A good lead, not proof.")
    expect(card.locator(".voice").first).to_have_text(theory.headline.voice.value)
    expect(card.locator("body")).to_contain_text(f"Version {theory.version} of")
    assert card.locator("main").evaluate("node => getComputedStyle(node).borderRadius") == "10px"
    for link in card.get_by_role("link").all():
        assert link.get_attribute("target") == "_blank"


def test_a_card_asks_for_nothing_and_fits(course: Page) -> None:
    frame = course.frames[1]
    asked = frame.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    assert asked == []
    assert frame.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    assert frame.locator("script").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_wrong(browser: Browser, garden_address: str, scheme: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(garden_address + embed_address("T001"))
    found = [*axe_faults(page)]
    context.close()
    assert found == []


def test_each_card_is_light(garden_built: Path) -> None:
    cards = [*garden_built.glob("embed/*/index.html")]
    assert cards
    assert [card for card in cards if card.stat().st_size > LIGHT] == []
