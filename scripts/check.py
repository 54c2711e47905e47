"""Look for mistakes in the data, and measure how hard it reads, without building the site."""

import argparse
import gc
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import NoReturn

from core import ROOT
from faults import faults_told
from sitebuild.build_cache import build_cache
from theorybook.authoring.editor_schemas import write_editor_schemas
from theorybook.data.folder import read_folder
from theorybook.data.parsers import Parsers
from theorybook.kinds import KINDS
from theorybook.model.base import Record, prose_in
from theorybook.model.quotation import Quotation
from theorybook.model.theory import Theory
from theorybook.problem_reports import as_annotations, as_json
from theorybook.problems import DataError, Problem
from theorybook.site import Site
from theorybook.words.reading import Reading

_HARDEST_SHOWN = 5


def main() -> None:
    """Print every mistake and end with 1, or say what was checked and how it reads."""
    parser = argparse.ArgumentParser(description=__doc__)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print a list for programs, no more")
    form.add_argument("--github", action="store_true", help="print annotations for GitHub, too")
    asked = parser.parse_args()
    gc.disable()  # it ends before there would be much rubbish, and to look for some takes long
    site: Site | None = None
    errors: list[Problem] = []
    cache = build_cache(ROOT, "check")
    folder = read_folder(ROOT / "data", Parsers().keeping(cache))
    with suppress(OSError):  # what editors offer is no reason to check nothing
        errors += write_editor_schemas(ROOT, folder)
    try:
        site = Site.checked(folder, ROOT, cache=cache)
        notes = site.notes
    except DataError as error:
        errors, notes = [*errors, *error.problems], error.notes
    cache.save()
    if asked.json:
        print(as_json(errors, notes))
        sys.exit(1 if errors else 0)
    if asked.github:
        for line in as_annotations(errors, notes):
            print(line)
    if site is None or errors:
        _tell(errors, notes)
    else:
        _sum_up(site)


def _tell(errors: Iterable[Problem], notes: Iterable[Problem]) -> NoReturn:
    """Print every mistake and what deserves a look, and end."""
    print("".join(f"note: {note}\n" for note in notes), end="")
    lines = [str(problem) for problem in errors]
    print("\n".join(lines), file=sys.stderr)
    sys.exit(f"check: {len(lines)} {'mistake' if len(lines) == 1 else 'mistakes'} to mend")


def _sum_up(site: Site) -> None:
    """Print what was checked, what deserves a look, and how it reads."""
    counts = ", ".join(f"{kind.nouns[1]} {len(site.of(kind.model))}" for kind in KINDS)
    print(f"check: all is well: {counts}.")
    print("\n".join([*_notes(site), *_reading(site)]))


def _notes(site: Site) -> Iterator[str]:
    """Yield what should be looked at, and stops nothing."""
    yield from (f"note: {note}" for note in site.notes)


def _reading(site: Site) -> Iterator[str]:
    """Yield what was measured of the plain words: the theory pages, then all other records."""
    pages = {theory.id: _measured([theory]) for theory in site.theories}
    theories = Reading(tuple(each for page in pages.values() for each in page.sentences))
    rest = (kind.model for kind in KINDS if kind.model not in (Theory, Quotation))
    others = _measured([record for model in rest for record in site.of(model)])
    if pages:
        mean = sum(page.grade for page in pages.values()) / len(pages)
        hardest = max(pages, key=lambda id_: pages[id_].grade)
        yield (
            f"reading: theory pages at school grade {mean:.1f} in the mean, "
            f"{pages[hardest].grade:.1f} the hardest ({hardest}); sentences of "
            f"{theories.mean_length:.1f} words in the mean, {theories.longest} at most."
        )
    yield (
        f"reading: all other records at grade {others.grade:.1f}; sentences of "
        f"{others.mean_length:.1f} words in the mean, {others.longest} at most."
    )
    yield "reading: the hardest sentences of the theory pages:"
    yield from (f"  {grade:.1f}  {words}" for grade, words in theories.hardest(_HARDEST_SHOWN))


def _measured(records: Iterable[Record]) -> Reading:
    return Reading.of(text for record in records for _, text in prose_in(record))


if __name__ == "__main__":
    with faults_told("check"):
        main()
