"""What deserves a look and stops nothing: each is a note, with its place and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from theorybook.bibliography.twins import likely_twins
from theorybook.data.folder import Folder
from theorybook.notes.draft_notes import draft_notes
from theorybook.notes.odd_publications import odd_publications
from theorybook.notes.odd_records import odd_records
from theorybook.notes.odd_texts import odd_texts
from theorybook.notes.overdue_reviews import overdue_reviews
from theorybook.notes.sources_without_head import sources_without_head
from theorybook.notes.unfounded_training import unfounded_training
from theorybook.notes.unread_files import notes_on_unread_files
from theorybook.problems import Problem
from theorybook.published.helpline_notes import helpline_notes
from theorybook.published.notes import notes, notes_on_pages


def notes_beside_faults(folder: Folder, root: Path, today: date) -> Iterator[Problem]:
    """Yield the notes that hold though something is wrong.

    Where a record is faulty, others seem to be used by nothing and the like: then only what stands
    in the texts themselves is told.
    """
    return odd_texts(folder) if folder.problems else all_notes(folder, root, today)


def all_notes(folder: Folder, root: Path, today: date) -> Iterator[Problem]:
    """Yield every note on a project whose data are sound.

    Args:
        folder: the data folder, read.
        root: the project; its hand-written pages are looked at, too.
        today: the day that reviews are counted from.
    """
    yield from notes(folder)
    yield from notes_on_pages(folder, root / "docs")
    yield from likely_twins(folder.references)
    yield from helpline_notes(folder, today)
    yield from overdue_reviews(folder, today)
    yield from odd_records(folder)
    yield from unfounded_training(folder)
    yield from odd_publications(folder)
    yield from odd_texts(folder)
    yield from draft_notes(folder)
    yield from notes_on_unread_files(root / folder.name)
    yield from sources_without_head(folder)
