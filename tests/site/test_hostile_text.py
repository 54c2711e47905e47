"""Text of a second subject, as hostile as text can be, comes out as typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.support.built import IMAGE
from tests.support.html import Document, document
from tests.support.projects import GARDEN

from theorybook.placeholders import filled
from theorybook.site import Site

HOSTILE = re.compile(r"[<>{}|*&\"\[\]]|[^\x00-\x7f]|_\w+_|\bno\b|1\.10")
# What a page does not show as text: search words, addresses and choices.
UNSEEN = frozenset({"other_names", "read_at", "cites", "wanted"})
# All that our own pages do by an attribute, for where a script of ours could not be loaded.
OURS = {"document.documentElement.dataset.script='failed'", "location.reload();return false"}


def hostile_texts(value: Any, key: str = "") -> Iterator[str]:
    """Yield every text of the garden that might be taken for something else."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from () if name in UNSEEN else hostile_texts(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from hostile_texts(inner, key)
    elif isinstance(value, str) and HOSTILE.search(value):
        yield " ".join(value.split())


@pytest.mark.parametrize("name", ["theories", "terms", "quotes", "glossary", "studies", "site"])
def test_text_comes_out_as_typed(
    garden_pages: tuple[Document, ...], garden_site: Site, name: str
) -> None:
    file = GARDEN / "data" / f"{name}.yaml"
    data = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
    found = {filled(text, garden_site.placeholders) for text in hostile_texts(data)}
    assert found
    assert [text for text in found if not any(text in page.text for page in garden_pages)] == []


def test_each_shape_of_trouble_is_in_the_garden(garden_pages: tuple[Document, ...]) -> None:
    text = " ".join(page.text for page in garden_pages)
    for words in (
        "<script>alert(1)</script>", "{{ 7 * 7 }}", "[@nokey]", "| pipes |", "*stars*", "_under_",
        "{% raw %}", "[link](http://x)", "&amp;", "שלום", "مرحبا", "🌱", IMAGE,
    ):  # fmt: skip
        assert words in text, words


def test_nothing_of_it_has_become_markup(garden_pages: tuple[Document, ...]) -> None:
    for page in garden_pages:
        scripts = [s for s in page.all("script") if s.get("type") != "application/ld+json"]
        assert [s for s in scripts if "alert" in "".join(s.itertext())] == [], page.url
        acts = [value for e in page.root.iter() for k, value in e.attrib.items() if k[:2] == "on"]
        assert [act for act in acts if act not in OURS] == []
        assert [i for i in page.all("img") if i.get("src") == "x"] == []
        assert [b for b in page.all("b") if "mulch" in "".join(b.itertext())] == []
        assert [a for a in page.all("a") if a.get("href") == "http://x"] == []
        assert "49" not in page.text.replace("1.10", ""), page.url


def test_attributes_hold_it_too(garden_built: Path) -> None:
    page = document(garden_built, "theories/sharing-tools/")
    said = page.one("meta", name="description").get("content")
    assert said == page.one("h1").text
    assert said
    assert "<script>alert(1)</script>" in said
    assert said in [e.get("content") for e in page.all("meta") if e.get("property") == "og:title"]
