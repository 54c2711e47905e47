"""The report of a change, as Markdown: what it adds, says anew, retires, and means for readers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from theorybook.codes import CODES
from theorybook.kinds import NOUNS
from theorybook.model.base import Record
from theorybook.review.changed_records import ChangedRecord, Fate, changed_records
from theorybook.review.changed_site import (
    affected_pages,
    checked_quotations,
    graded,
    moved,
    weighed,
)
from theorybook.review.edits import Edit, edits, text_edits
from theorybook.review.snapshot import Snapshot
from theorybook.template_engine import environment, plain_text

_SIGNS = re.compile(r"[\\`*\[\]<>|~&]|(?<!\w)_|_(?!\w)|^[#>+-]|^\d+(?=[.)])|(?<=\s)#(?=\d)")
_VERBS = {Fate.NEW: "adds", Fate.CHANGED: "changes", Fate.RETIRED: "retires", Fate.GONE: "drops"}
_MEANS = {code.code: code.means for code in CODES}


def change_report(before: Snapshot, after: Snapshot, other_files: Sequence[str] = ()) -> str:
    """Return the report of a change.

    Args:
        before: the project without it.
        after: the project with it.
        other_files: changed files that hold neither data nor pages.

    Returns:
        Markdown. What records say is text in it, whatever signs it holds.
    """
    records = changed_records(before.folder, after.folder)
    sites = (before.site, after.site) if before.site and after.site else None
    made = environment()
    made.filters["markdown"] = markdown
    text = made.get_template("report.txt").render(
        summary=list(_summary(records)),
        problems=after.problems,
        means=_MEANS,
        by_fate={fate: [each for each in records if each.fate is fate] for fate in Fate},
        moved=list(moved(*sites)) if sites else [],
        settings=list(_edits_of("site", before, after)),
        waiting=list(_edits_of("waiting", before, after)),
        pages=_page_edits(before, after),
        quotations=list(checked_quotations(before.folder, after.folder)),
        graded=list(graded(before.folder, after.folder)),
        weighed=list(weighed(*sites)) if sites else [],
        affected=_affected(before, after, records),
        other_files=other_files,
    )
    return re.sub(r"\n{3,}", "\n\n", plain_text(text)).strip() + "\n"


def markdown(text: object) -> str:
    """Return a text so that Markdown shows it as it is."""
    return _SIGNS.sub(r"\\\g<0>", " ".join(str(text).split()))


def _summary(records: Iterable[ChangedRecord]) -> Iterator[str]:
    """Yield what a change does to how many records, such as `adds 2 studies and 1 term`."""
    for fate, verb in _VERBS.items():
        counts = Counter(each.id.kind for each in records if each.fate is fate)
        names = [f"{n} {NOUNS[kind][n > 1]}" for kind, n in counts.items()]
        if names:
            yield f"{verb} {_listed(names)}"


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _edits_of(file: str, before: Snapshot, after: Snapshot) -> Iterator[Edit]:
    """Yield what is different in a data file that holds no records with a history."""
    read = [snapshot.folder.files.get(file) for snapshot in (before, after)]
    was, now = (checked.record if checked else None for checked in read)
    if isinstance(was, Record) and isinstance(now, Record):
        yield from edits(was, now)


def _page_edits(before: Snapshot, after: Snapshot) -> dict[str, list[Edit]]:
    """Return what is different in each hand-written page."""
    paths = sorted(before.pages.keys() | after.pages.keys())
    texts = {path: (before.pages.get(path, ""), after.pages.get(path, "")) for path in paths}
    return {
        path: list(text_edits(was, now, "")) for path, (was, now) in texts.items() if was != now
    }


def _affected(
    before: Snapshot, after: Snapshot, records: Iterable[ChangedRecord]
) -> tuple[str, ...]:
    changed = {each.id for each in records}
    sites = filter(None, (before.site, after.site))
    return tuple(sorted({page for site in sites for page in affected_pages(site, changed)}))
