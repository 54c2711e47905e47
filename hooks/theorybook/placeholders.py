"""What is filled in from the data: `{{ count.theories }}`, in site.yaml and hand-written pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from theorybook.kinds import KINDS
from theorybook.model.base import Depth, Record
from theorybook.model.settings import Settings
from theorybook.records import Records

# Names with a point in them, and not in code, which shows how to write one.
_CODE = r"(?P<code>```.*?```|`[^`\n]*`)"
_WRITTEN = r"\{\{ *(?P<name>[a-z]+(?:\.[a-z0-9-]+)+) *\}\}"
_PLACEHOLDER = re.compile(f"{_CODE}|{_WRITTEN}", re.DOTALL)
# What somebody may have meant for one: words in brackets, or a name of ours at a bracket.
_ALMOST = re.compile(
    rf"{_CODE}|{_WRITTEN}"
    r"|(?P<words>\{\{ *[a-z][\w. -]*\}{1,2})"
    r"|(?P<ours>\{(?:%|\{)? *(?:count|site)\.[\w.-]*\w *%?\}{0,2})",
    re.DOTALL | re.IGNORECASE,
)
_WORD = re.compile(r"[a-z0-9-]+")


def placeholders(text: str) -> Iterator[tuple[int, str]]:
    """Yield each placeholder of a text: where it begins, and its name."""
    for match in _PLACEHOLDER.finditer(text):
        if match["name"]:
            yield match.start(), match["name"]


def almost_placeholders(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield what is meant for a placeholder, and none: where it begins, itself, and a name."""
    for match in _ALMOST.finditer(text):
        if not match["code"] and not _PLACEHOLDER.fullmatch(match[0]):
            yield match.start(), match[0].rstrip(), ".".join(_WORD.findall(match[0].lower()))


def filled(text: str, values: Mapping[str, str]) -> str:
    """Return a text with its placeholders filled; one that nothing fills stays as it is."""
    return _PLACEHOLDER.sub(lambda match: values.get(match["name"] or "", match[0]), text)


def filled_record(record: Any, values: Mapping[str, str]) -> Any:
    """Return a record, or what stands in one, with every text of it filled."""
    if isinstance(record, Record):
        fields = {name: getattr(record, name) for name in type(record).model_fields}
        changed = {name: filled_record(value, values) for name, value in fields.items()}
        return record.model_copy(update=changed)
    if isinstance(record, tuple):
        return tuple(filled_record(item, values) for item in record)
    return filled(record, values) if type(record) is str else record


def values(settings: Settings, records: Records) -> dict[str, str]:
    """Return what fills each placeholder.

    Args:
        settings: what the site says about itself.
        records: the records that hold.
    """
    counts = {f"count.{kind.many}": len(records.of(kind.model)) for kind in KINDS}
    studies = records.studies
    for design in settings.designs:
        counts[f"count.studies.design.{design.id}"] = sum(s.design == design.id for s in studies)
    for group in settings.groups:
        counts[f"count.studies.group.{group.id}"] = sum(group.id in s.groups for s in studies)
    for depth in Depth:
        name = f"count.studies.depth.{depth.value.replace(' ', '-')}"
        counts[name] = sum(study.depth is depth for study in studies)
    return {name: str(number) for name, number in counts.items()} | {
        "site.name": settings.name,
        "site.makers": settings.all_makers,
        "site.licence": settings.content_licence,
        "site.licence-address": settings.content_licence_url,
    }
