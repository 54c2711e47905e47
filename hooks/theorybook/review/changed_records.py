"""Which records are new, changed, retired or gone between two states of the data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum

from theorybook.bibliography.reference import Reference
from theorybook.data.folder import Folder
from theorybook.kinds import NOUNS, kind_of
from theorybook.model.study import Study
from theorybook.model.theory import Status, Theory
from theorybook.model.versioned import Change, VersionedRecord
from theorybook.record_id import RecordId
from theorybook.review.edits import Edit, edits, whole


class Fate(StrEnum):
    """What happened to a record."""

    NEW = "new"
    CHANGED = "changed"
    RETIRED = "retired"
    GONE = "gone"


@dataclass(frozen=True)
class ChangedRecord:
    """A record that is not as it was.

    `title` is what readers call it; `said` are the lines that its history has more; `edits` what
    is different in it. `is_draft` tells that it is on no page, `is_published` that it was a draft.
    """

    id: RecordId
    fate: Fate
    title: str
    record: VersionedRecord
    said: tuple[Change, ...] = ()
    edits: tuple[Edit, ...] = ()
    is_draft: bool = False
    is_published: bool = False

    @property
    def noun(self) -> str:
        """What readers call a record of its kind."""
        return NOUNS[self.id.kind][0]


def changed_records(before: Folder, after: Folder) -> tuple[ChangedRecord, ...]:
    """Return every record that is not as it was, drafts included, in the order of the files."""
    was, now = before.records.by_id, after.records.by_id
    found = [
        changed
        for id_, record in now.items()
        if (changed := _changed(id_, was.get(id_), record, before, after)) is not None
    ]
    gone = [
        ChangedRecord(id_, Fate.GONE, _title(record, before), record, is_draft=_is_draft(record))
        for id_, record in was.items()
        if id_ not in now
    ]
    return (*found, *gone)


def _changed(
    id_: RecordId, was: VersionedRecord | None, now: VersionedRecord, before: Folder, after: Folder
) -> ChangedRecord | None:
    title, is_draft = _title(now, after), _is_draft(now)
    if was is None:
        said = tuple(whole(now))
        return ChangedRecord(id_, Fate.NEW, title, now, edits=said, is_draft=is_draft)
    different = (*edits(was, now), *_publication_edits(was, before, after))
    if was == now and not different:
        return None
    is_retired = now.retired is not None and was.retired is None
    if is_retired:  # which is told first, with the reason
        different = tuple(edit for edit in different if edit.where != "retired")
    return ChangedRecord(
        id_,
        Fate.RETIRED if is_retired else Fate.CHANGED,
        title,
        now,
        said=tuple(change for change in now.history if change not in was.history),
        edits=different,
        is_draft=is_draft,
        is_published=_is_draft(was) and not is_draft,
    )


def _publication_edits(record: VersionedRecord, before: Folder, after: Folder) -> Iterator[Edit]:
    """Yield what is different in the publication that a study is of."""
    if not isinstance(record, Study):
        return
    was, now = (folder.references.get(record.key) for folder in (before, after))
    for name, old in _details(was).items():
        if old != (new := _details(now).get(name, "")):
            yield Edit(f"publication, {name.replace('_', ' ')}", old, new)


def _details(reference: Reference | None) -> Mapping[str, str]:
    """Return what a publication says, as text, by the names of its parts."""
    if reference is None:
        return {}
    names = (each.name for each in fields(reference) if each.name not in ("place", "letter"))
    people = {"authors": reference.authors, "editors": reference.editors}
    return {
        name: ", ".join(person.full_name for person in people[name])
        if name in people
        else str(getattr(reference, name) or "")
        for name in names
    }


def _is_draft(record: VersionedRecord) -> bool:
    return isinstance(record, Theory) and record.status is Status.DRAFT


def _title(record: VersionedRecord, folder: Folder) -> str:
    if isinstance(record, Study) and record.key in folder.references:
        reference = folder.references[record.key]
        return f"{reference.short}: {reference.title}"
    return str(getattr(record, kind_of(record).title))
