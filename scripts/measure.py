"""Measure how long the pages of a built site are, and print it as a table, kind by kind.

    .venv/bin/python scripts/measure.py [FOLDER] [--save FILE]

FOLDER is a built site, `site/` without it. `--save` keeps the figures as JSON, so that a later run
can be set beside them: `tests/content/measures_before.json` holds those from before pages folded.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from playwright.sync_api import Browser, sync_playwright

import browser as chromium

ROOT = Path(__file__).resolve().parent.parent
BEFORE = ROOT / "tests" / "content" / "measures_before.json"
PHONE, DESKTOP, HEIGHT = 360, 1280, 800
SHEET = 710  # what a sheet of Letter is wide between the margins that site.css sets
ROW = "{:28}{:>5}  {:>15}  {:>15}  {:>11}  {:>14}"
# Pages that lead on at once, or hold nothing of their own.
LEFT_OUT = frozenset({"go", "404.html"})
MEASURE = """() => ({
    height: document.documentElement.scrollHeight,
    voices: [...document.querySelectorAll('.voice')].filter(mark => mark.checkVisibility(
        {contentVisibilityAuto: true})).length,
    actions: document.getElementById('do')?.getBoundingClientRect().top ?? null,
    start: document.querySelector('.start') && Math.max(...['h1', '#limits', '.start'].map(
        part => document.querySelector(part).getBoundingClientRect().bottom)),
    brief: document.querySelector('[data-print-all]') !== null,
})"""


@dataclass(frozen=True)
class Measures:
    """One page as it opens.

    `phone` and `desktop` are its heights in CSS pixels; `voices` the voice marks that are seen;
    `actions` is where "what to do" begins on the phone, and `start` where that ends which a first
    look should see, on the phone and on the desktop: if the page has them. `printed` is its height
    on paper, were it all on one sheet, if a brief of it is printed.
    """

    phone: int
    desktop: int
    voices: int
    actions: int | None
    start: tuple[int | None, int | None] = None, None
    printed: int | None = None


def measures(browser: Browser, address: str, pages: list[str]) -> Mapping[str, Measures]:
    """Measure pages, each by its address below that of the site."""
    found: dict[int, dict[str, dict[str, Any]]] = {PHONE: {}, DESKTOP: {}, SHEET: {}}
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    for url in pages:
        page.set_viewport_size({"width": PHONE, "height": HEIGHT})
        page.goto(address + url)
        found[PHONE][url] = page.evaluate(MEASURE)
        page.set_viewport_size({"width": DESKTOP, "height": HEIGHT})
        found[DESKTOP][url] = page.evaluate(MEASURE)
        if found[PHONE][url]["brief"]:
            page.set_viewport_size({"width": SHEET, "height": HEIGHT})
            page.emulate_media(media="print")
            found[SHEET][url] = page.evaluate(MEASURE)
            page.emulate_media(media="screen")
    context.close()
    return {
        url: Measures(
            phone=found[PHONE][url]["height"],
            desktop=found[DESKTOP][url]["height"],
            voices=found[PHONE][url]["voices"],
            actions=_rounded(found[PHONE][url]["actions"]),
            printed=found[SHEET].get(url, {}).get("height"),
            start=(_rounded(found[PHONE][url]["start"]), _rounded(found[DESKTOP][url]["start"])),
        )
        for url in pages
    }


def _rounded(place: float | None) -> int | None:
    return None if place is None else round(place)


def pages_of(folder: Path) -> list[str]:
    """Return the address of every page of a built site, from its root."""
    files = (file.relative_to(folder) for file in sorted(folder.rglob("index.html")))
    return [
        "" if file.parent == Path() else f"{file.parent.as_posix()}/"
        for file in files
        if file.parts[0] not in LEFT_OUT
    ]


def kind_of(url: str) -> str:
    """Return what a page has in common with others: its folder, or itself at the top."""
    folder, _, rest = url.partition("/")
    return f"{folder}/*/" if rest else f"/{url}"


def table(now: Mapping[str, Measures], before: Mapping[str, Measures]) -> Iterator[str]:
    """Yield the lines: for each kind the most that any page of it has, before and now."""
    yield ROW.format("pages", "n", "phone", "desktop", "voice marks", "to do at")
    for kind in dict.fromkeys(map(kind_of, now)):
        figures = [
            f"{_most(before, kind, name)} -> {_most(now, kind, name)}"
            for name in ("phone", "desktop", "voices", "actions")
        ]
        yield ROW.format(kind, sum(kind_of(url) == kind for url in now), *figures)


def _most(found: Mapping[str, Measures], kind: str, name: str) -> str:
    values = [getattr(one, name) for url, one in found.items() if kind_of(url) == kind]
    known = [value for value in values if value is not None]
    return str(max(known)) if known else "-"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        pass


def main() -> None:
    """Measure a built site and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "site")
    parser.add_argument("--save", type=Path, help="keep the figures in this file")
    asked = parser.parse_args()
    handler = partial(_Quiet, directory=str(asked.folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=chromium.find())
        now = measures(browser, f"http://127.0.0.1:{server.server_port}/", pages_of(asked.folder))
        server.shutdown()
    if asked.save:
        kept = {url: asdict(one) for url, one in now.items()}
        asked.save.write_text(json.dumps(kept, indent=0) + "\n", encoding="utf-8")
    kept = json.loads(BEFORE.read_text(encoding="utf-8")) if BEFORE.exists() else {}
    for line in table(now, {url: Measures(**one) for url, one in kept.items()}):
        print(line)


if __name__ == "__main__":
    main()
