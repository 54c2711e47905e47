"""What no file can check by itself: do records fit together, and are quotations word for word?

Every check looks at what is sound, or at what is written, so that one mistake does not hide
another. A file that cannot be read at all silences the checks that need it, and only those.
"""

from __future__ import annotations

from pathlib import Path

from theorybook.cache import Cache
from theorybook.checks.addresses import faulty_addresses
from theorybook.checks.citations import faulty_citations
from theorybook.checks.completeness import missing_parts
from theorybook.checks.evidence import faulty_evidence
from theorybook.checks.front_matter import faulty_front_matter
from theorybook.checks.ids import faulty_references
from theorybook.checks.logic import senseless
from theorybook.checks.lost_records import lost_records
from theorybook.checks.plain_words import hard_words
from theorybook.checks.polarity import faulty_polarity
from theorybook.checks.published import broken_promises
from theorybook.checks.quotations import inexact_quotations
from theorybook.checks.situations import faulty_situations
from theorybook.checks.training import faulty_training
from theorybook.checks.twice import named_twice
from theorybook.checks.unknown_placeholders import unknown_placeholders
from theorybook.data.file_links import faulty_names
from theorybook.data.folder import Folder
from theorybook.problems import Problem
from theorybook.published.promised import forgotten
from theorybook.words.reading import known_again

_UNKNOWN, _FORM, _GONE = ("R02", "R03", "R04"), "M03", "P01"


def check(folder: Folder, root: Path, cache: Cache) -> list[Problem]:
    """Find everything that is wrong with a project's data.

    Args:
        folder: the data folder, read.
        root: the project: its hand-written pages cite too, and its git history remembers.
        cache: finds what was asked before.

    Returns:
        Every problem: those of single files, then those between records.
    """
    lost = lost_records(folder)
    with known_again(cache):
        hard = [*hard_words(folder)]
    problems = [
        *faulty_names(root, (folder.name, "docs", "overrides")),
        *folder.problems,
        *faulty_references(folder, lost),
        *inexact_quotations(folder),
        *faulty_citations(folder, root / "docs", lost),
        *unknown_placeholders(folder, root / "docs"),
        *faulty_front_matter(root / "docs"),
        *missing_parts(folder),
        *faulty_evidence(folder),
        *faulty_polarity(folder),
        *faulty_situations(folder),
        *faulty_training(folder),
        *senseless(folder),
        *named_twice(folder),
        *hard,
    ]
    faulty = {folder.record_at(problem.place) for problem in problems}
    problems += [
        *faulty_addresses(folder, root / "docs", lost.became.keys() | faulty),
        *broken_promises(folder, lost, problems),
        *forgotten(root, cache),
    ]
    return _one_for_a_name(problems)


def _one_for_a_name(problems: list[Problem]) -> list[Problem]:
    """Leave out what only repeats: a name that is not there need not have the right form, too.

    And an id of the wrong form is told as that, and not as one that is new.
    """
    unknown = {problem.place for problem in problems if problem.code in _UNKNOWN}
    formless = {problem.place for problem in problems if problem.code == _FORM}
    return [
        problem
        for problem in problems
        if not (problem.code == _FORM and problem.place in unknown)
        and not (problem.code == _GONE and problem.place in formless)
    ]
