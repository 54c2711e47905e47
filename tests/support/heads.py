"""What machines read in the head of a built page."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from rdflib import Graph
from tests.support.html import Document

VOCABULARY = "https://schema.org/"


def is_page(document: Document) -> bool:
    """Tell whether it is a page of the site, and no forward or what a lost reader sees."""
    return bool(document.with_class("bar")) and document.url != "404.html"


def metas(page: Document, name: str) -> list[str]:
    """Return what each element of this name or property says."""
    found = [e for e in page.all("meta") if name in (e.get("name"), e.get("property"))]
    return [element.get("content") or "" for element in found]


def meta(page: Document, name: str) -> str:
    """Return what the only element of this name or property says."""
    (content,) = metas(page, name)
    return content


def linked_data(page: Document) -> dict[str, Any]:
    """Return the facts on a page as they are written."""
    found: dict[str, Any] = json.loads(
        "".join(page.one("script", type="application/ld+json").itertext())
    )
    return found


@cache
def graph(page: Document) -> Graph:
    """Return the facts on a page as a program reads them that has no network."""
    data = linked_data(page) | {"@context": {"@vocab": VOCABULARY}}
    return Graph().parse(data=json.dumps(data), format="json-ld", base="https://base.invalid/")
