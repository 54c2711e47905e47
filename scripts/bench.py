"""Measure what the site costs at several sizes, or make data of a size.

.venv/bin/python scripts/bench.py run [--sizes ours,100] [--pairs 3] [--only cold,warm]
.venv/bin/python scripts/bench.py make FOLDER [--size 1000] [--seed 1]
"""

from __future__ import annotations

import argparse
import json
import tempfile
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from benchmark.machine import machine
from benchmark.made.project import make_project
from benchmark.session import PARTS, Plan, run_session, subjects
from benchmark.table import tables, write_into
from core import ROOT
from faults import faults_told
from theorybook.site import Site

PAGE = ROOT / "docs" / "maintain" / "speed.md"
FIGURES = ROOT / "docs" / "maintain" / "speed.json"
# Beside ours. A thousand theories, of which one build by hand takes minutes, are asked for.
SIZES = (100,)


def main() -> None:
    """Do what is asked."""
    asked = arguments()
    if asked.command == "make":
        make_project(ROOT, asked.folder, asked.size, asked.seed)
    else:
        measure(asked)


def arguments() -> argparse.Namespace:
    """Return what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    run = commands.add_parser("run", help="measure")
    run.add_argument("--sizes", type=_numbers, help="theories, such as ours,100")
    run.add_argument("--pairs", type=int, help="how often each pair is built")
    run.add_argument("--only", type=_parts, default=PARTS, help=f"some of {','.join(PARTS)}")
    run.add_argument("--keep", action="store_true", help="write the page of the site, too")
    make = commands.add_parser("make", help="make a project with data of a size")
    make.add_argument("folder", type=Path)
    make.add_argument("--size", type=int, default=1000, help="how many theories")
    for command in (run, make):
        command.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def measure(asked: argparse.Namespace) -> None:
    """Measure, and print the tables; with `--keep`, put them on the page and beside it."""
    ours = len(Site.load(ROOT).theories)
    sizes = [size or ours for size in asked.sizes] if asked.sizes else [ours, *SIZES]
    with tempfile.TemporaryDirectory(prefix="bench-") as work:
        those = subjects(ROOT, Path(work), sizes, ours, asked.seed)
        steps = [step for one in those for step in plan(asked, one.measured.size, ours).steps(one)]
        run_session(steps)
    found = [one.measured for one in those]
    date = f"{datetime.now(UTC):%Y-%m-%d}"
    text = tables(found, date, machine())
    print(text)
    if asked.keep:
        write_into(PAGE, f"{text}\n\nEach run is in [{FIGURES.name}]({FIGURES.name}).")
        kept = {"date": date, "machine": machine(), "sizes": [asdict(one) for one in found]}
        FIGURES.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def plan(asked: argparse.Namespace, size: int, ours: int) -> Plan:
    """Return what is measured at a size: more often where it takes less time."""
    pairs = asked.pairs or (3 if size == ours else 1)
    edits = {max(asked.sizes or SIZES): 3, ours: 10}
    return Plan(asked.only, pairs, edits.get(size, 0))


def _numbers(text: str) -> list[int]:
    return [0 if each == "ours" else int(each) for each in text.split(",")]


def _parts(text: str) -> list[str]:
    parts = text.split(",")
    if not set(parts) <= set(PARTS):
        raise argparse.ArgumentTypeError(f"some of: {', '.join(PARTS)}")
    return parts


if __name__ == "__main__":
    with faults_told("bench"):
        main()
