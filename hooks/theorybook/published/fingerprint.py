"""A short sum of what a record says, so that a change without a new version is noticed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict

from theorybook.data.bibliography import Reference
from theorybook.model.study import Study
from theorybook.model.versioned import VersionedRecord
from theorybook.record_id import RecordId
from theorybook.records import Records

# Where a record stands, when it was looked at, and what it is found by: not what it says.
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
    }
)
_NOT_BIBLIOGRAPHIC = frozenset({"key", "place", "letter"})
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
    said = record.model_dump(
        mode="json", exclude=set(_NOT_SAID), exclude_defaults=True, round_trip=True
    )
    if reference is not None:
        details = asdict(reference).items()
        said["reference"] = {k: v for k, v in details if v and k not in _NOT_BIBLIOGRAPHIC}
    text = json.dumps(said, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]
