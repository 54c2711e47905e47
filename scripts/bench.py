"""Measure what the site costs, and make data of any size to measure it with.

    .venv/bin/python scripts/bench.py make FOLDER [--size 1000] [--seed 1]
"""

from __future__ import annotations

import argparse
from pathlib import Path

from core import ROOT
from faults import faults_told

from benchmark.made.project import make_project


def main() -> None:
    """Make a project, or measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    make = commands.add_parser("make", help="make a project with data of a size")
    make.add_argument("folder", type=Path)
    make.add_argument("--size", type=int, default=1000, help="how many theories")
    make.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    make_project(ROOT, asked.folder, asked.size, asked.seed)


if __name__ == "__main__":
    with faults_told("bench"):
        main()
