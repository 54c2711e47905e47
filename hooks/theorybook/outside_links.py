"""The addresses of other sites that the records and the hand-written pages name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from theorybook.kinds import id_of
from theorybook.model.base import Record
from theorybook.problems import Place
from theorybook.site import Site

_WHOLE = re.compile(r"https?://\S+")
# In Markdown: what stands in round or pointed brackets. What is written as code is no link.
_IN_MARKDOWN = re.compile(r"[(<](https?://[^\s<>()]+)[)>]")
_NO_LINKS = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)


def outside_links(site: Site, root: Path) -> dict[str, Place]:
    """Return every address of another site that readers are sent to, with its first place.

    Args:
        site: what the site says.
        root: the project's folder; the pages written by hand are in its `docs/`.
    """
    found: dict[str, Place] = {}
    for address, place in (*_of_publications(site), *_of_records(site), *_of_pages(root)):
        found.setdefault(address, place)
    return found


def _of_publications(site: Site) -> Iterator[tuple[str, Place]]:
    for reference in site.references.values():
        if reference.link:
            yield reference.link, reference.place


def _of_records(site: Site) -> Iterator[tuple[str, Place]]:
    for record in site.everything.by_id.values():
        for text in _texts(record):
            if _WHOLE.fullmatch(text):
                yield text, site.places[id_of(record)]
    yield site.settings.content_licence_url, Place("data/site.yaml")


def _texts(value: Any) -> Iterator[str]:
    """Yield every text in a record, however deep it stands."""
    match value:
        case str():
            yield value
        case tuple():
            for item in value:
                yield from _texts(item)
        case Record():
            for name in type(value).model_fields:
                yield from _texts(getattr(value, name))


def _of_pages(root: Path) -> Iterator[tuple[str, Place]]:
    for page in sorted((root / "docs").rglob("*.md")):
        text = page.read_text(encoding="utf-8")
        # What is no link gives way to as many blanks, so that lines stay where they are.
        plain = _NO_LINKS.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
        for link in _IN_MARKDOWN.finditer(plain):
            line = plain.count("\n", 0, link.start(1)) + 1
            yield link[1], Place(page.relative_to(root).as_posix(), line)
