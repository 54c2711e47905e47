"""A short sum of what a record says, so that a change without a new version is noticed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from theorybook.bibliography.reference import Reference
from theorybook.model.study import Study
from theorybook.model.versioned import VersionedRecord
from theorybook.record_id import RecordId
from theorybook.records import Records

# Where a record stands, when it was looked at, what it is found by, and who asks for it: not what
# it says.
_NOT_SAID = frozenset(
    {
        "history",
        "retired",
        "slug",
        "status",
        "reviewed",
        "review_by",
        "looked_on",
        "other_names",
        "before_start",
    }
)
# Questions to talk about had no ids when the first sums were made, and an id says nothing.
_IDS_OF_QUESTIONS = {"talk": {"__all__": {"id"}}}
_NOT_BIBLIOGRAPHIC = frozenset({"key", "place", "letter", "more_authors", "doi_as_typed"})
_LENGTH = 16  # hexadecimal digits: 64 bits


def fingerprints(records: Records, references: Mapping[str, Reference]) -> dict[RecordId, str]:
    """Return the sum of each record; a study's holds its publication too."""
    return {
        id_: fingerprint(record, references.get(record.key) if isinstance(record, Study) else None)
        for id_, record in records.by_id.items()
    }


def fingerprint(record: VersionedRecord, reference: Reference | None = None) -> str:
    """Return the sum of what a record says.

    Args:
        record: the record.
        reference: for a study, its publication, whose details the record shows.

    Returns:
        16 hexadecimal digits. Fields that are not filled do not count, so a field that is new in
        the model changes no sum.
    """
    left_out: dict[str, Any] = {**dict.fromkeys(_NOT_SAID, True), **_IDS_OF_QUESTIONS}
    said = record.model_dump(mode="json", exclude=left_out, exclude_defaults=True, round_trip=True)
    if reference is not None:
        said["reference"] = _details(reference)
    text = json.dumps(said, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]


def _details(reference: Reference) -> dict[str, Any]:
    """Return what a publication says, in the form that sums have been made of from the start.

    In it a DOI has the capitals of the file, what a work is in is its journal, authors that go on
    have one called `others`, and a name holds no part that is empty and was not there then.
    """
    details = asdict(reference)
    details["journal"] = details.pop("container")
    details["doi"] = reference.doi_as_typed or reference.doi
    for people in (details["authors"], details["editors"]):
        for person in people:
            if not person["suffix"]:
                del person["suffix"]
    if reference.more_authors:
        details["authors"] = (*details["authors"], {"given": "", "family": "others"})
    return {name: value for name, value in details.items()
            if value and name not in _NOT_BIBLIOGRAPHIC}  # fmt: skip
