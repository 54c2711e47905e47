"""Quotation marks stand round exact words and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from tests.support.html import Document

from theorybook.site import Site
from theorybook.words.quotation_match import find

MARKS = '"“”„'


def test_marks_on_a_page_hold_words_of_a_publication(
    site: Site, pages: tuple[Document, ...]
) -> None:
    exact = [*(q.exact for q in site.quotes), *(r.title for r in site.references.values())]
    quoted: dict[str, str] = {}
    # The page of error codes shows slips of an invented garden, curly marks among them, as code.
    for page in (page for page in pages if page.url != "maintain/errors/"):
        assert page.text.count("“") == page.text.count("”"), page.url
        quoted |= dict.fromkeys(re.findall("“([^”]*)”", page.text), page.url)
    for words, url in quoted.items():
        assert any(find(words, source) for source in exact), (url, words)


def texts(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of a data file that is ours, with its path."""
    if isinstance(value, dict):
        for key, inner in value.items():
            is_theirs = path.startswith(".waiting.") and key == "title"
            if key not in ("exact", "other_names") and not is_theirs:
                yield from texts(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from texts(inner, f"{path}.{i}")
    else:
        yield path, str(value)


def test_our_own_texts_have_no_quotation_marks(root: Path) -> None:
    for file in sorted((root / "data").glob("*.yaml")):
        data = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
        marked = [(path, text) for path, text in texts(data) if any(m in text for m in MARKS)]
        assert marked == [], file.name
