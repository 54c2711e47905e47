"""Measure the theme's search, MkDocs' own and Pagefind at four sizes, and print a Markdown table.

    .venv/bin/python scripts/bench_search.py [SIZE ...]

It makes up theories (always the same), writes all indexes into a temporary folder, serves them on
127.0.0.1 and asks them in Chromium. No other host is asked, and nothing is left behind.
"""

import argparse
import json
import os
import platform
import signal
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path

from core import ROOT

sys.path.insert(0, str(ROOT))  # for `benchmarks`

from benchmarks.search import browse
from benchmarks.search.documents import write_documents
from benchmarks.search.made_up import SEED, theories
from benchmarks.search.questions import TIMED, questions_about
from benchmarks.search.server import serving
from benchmarks.search.table import Figures, Written, table
from playwright.sync_api import sync_playwright

import browser
from theorybook.site import Site

SIZES = (20, 200, 1000, 5000)
RUNS = 5
SEARCHES = ("theme", "mkdocs", "pagefind")
_PATIENCE = 1800  # seconds for one index to be written


def main() -> None:
    """Measure every size in turn, and print the table of all."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as tidy when told to end
    sizes = sizes_asked_for()
    site = Site.load(ROOT)
    chromium = browser.find() or sys.exit("bench: no Chromium: run scripts/browser.py")
    load = os.getloadavg()[0]
    measured: list[Figures] = []
    with tempfile.TemporaryDirectory(prefix="bench-") as work, sync_playwright() as playwright:
        browsing = browse.Browsing(playwright, chromium)
        for size in documents(site, sizes, Path(work)):
            say(f"measuring {size:,} theories")
            slugs = [theory.slug for theory in site.theories[:size]]
            measured += measure(browsing, size, slugs, Path(work))
            say(f"so far\n{table(measured)}")  # a run that is stopped has not been for nothing
    print("\n".join(conditions(chromium, load)), table(measured), sep="\n\n")


def sizes_asked_for() -> list[int]:
    """Return the sizes to measure, smallest first."""
    parser = argparse.ArgumentParser(prog="bench", description="Measure three searches.")
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, metavar="SIZE")
    sizes = sorted(set(parser.parse_args().sizes))
    if sizes[0] < SIZES[0]:
        parser.error(f"{SIZES[0]} theories are the least: the timed question is about one of them")
    return sizes


def documents(site: Site, sizes: Sequence[int], work: Path) -> Iterator[int]:
    """Yield each size once the folder of documents has grown to it."""
    supply = theories(site, max(sizes))
    there = 0
    for size in sizes:
        say(f"making {size:,} theories")
        write_documents(site, islice(supply, size - there), work / "documents")
        there = size
        yield size


def measure(
    browsing: browse.Browsing, size: int, slugs: Sequence[str], work: Path
) -> Iterator[Figures]:
    """Yield the figures of each search at one size."""
    with tempfile.TemporaryDirectory(dir=work) as folder, serving(Path(folder)) as served:
        written = {name: write(name, work / "documents", Path(folder, name)) for name in SEARCHES}
        say(f"written: {written}")
        questions = questions_about(slugs)
        found = {name: browse.answers(browsing, served, name, questions) for name in SEARCHES}
        say(f"asked: {found}")
        times = timed(browsing, served.address)
        for name in SEARCHES:
            seconds = statistics.median(times[name])
            yield Figures(size, name, found[name], seconds, len(questions), written[name])


def write(name: str, documents: Path, folder: Path) -> Written:
    """Write an index in a process of its own, so that its memory can be told."""
    folder.mkdir()
    command = [sys.executable, "-m", "benchmarks.search.write", name, str(documents), str(folder)]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")},  # for `theorybook`
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        timeout=_PATIENCE,
    )
    return Written(**json.loads(done.stdout.splitlines()[-1]))


def timed(browsing: browse.Browsing, address: str) -> dict[str, list[float]]:
    """Time cold runs of every search in turn, each round in another order.

    Once most runs of a search have had no result in time, so has their median, and it rests.
    """
    times: dict[str, list[float]] = {name: [] for name in SEARCHES}
    for run in range(RUNS):
        first = run % len(SEARCHES)
        for name in (*SEARCHES[first:], *SEARCHES[:first]):
            late = times[name].count(float("inf"))
            again = late <= RUNS // 2
            page = f"{address}{name}/"
            times[name].append(
                browse.seconds_to_first_result(browsing, page) if again else float("inf")
            )
    say(", ".join(f"{name} {[round(s, 1) for s in found]}" for name, found in times.items()))
    return times


def conditions(chromium: str, load: float) -> Iterator[str]:
    """Yield how it was measured, for whoever reads the table."""
    version = subprocess.run([chromium, "--version"], capture_output=True, text=True, check=True)
    yield f"Measured on {date.today():%Y-%m-%d}, seed {SEED}, medians of {RUNS} cold runs."
    yield f"Machine: {platform.machine()}, {os.cpu_count()} cores, load {load:.1f} at the start."
    yield f"{version.stdout.strip()}, processor slowed down {browse.SLOWDOWN} times."
    yield (
        f"Network: {browse.LATENCY} ms for each request, {browse.DOWN / 1e6:.2f} Mbit/s down, "
        f"{browse.UP / 1e6:.2f} Mbit/s up. Timed question: {TIMED}."
    )


def say(message: str) -> None:
    """Print progress, apart from the table."""
    print(f"bench: {message}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit("bench: stopped")
    except subprocess.SubprocessError as error:
        sys.exit(f"bench: {error}")
