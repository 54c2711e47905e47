"""What stands in the zip file that trainers take along, and the words that offer it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from posixpath import dirname, relpath

from theorybook.offline_copy.offline_copy import OfflineCopy
from theorybook.template_engine import environment

ZIP = "take-along.zip"
_START, _FOLDER = "START-HERE.html", "site"
_MEGABYTE = 1_000_000
# What the first page leads to: its file, and the words of the link. What a site lacks is left out.
_WAYS: Mapping[str, str] = {
    "train/index.html": "Train: activities, packs and drills",
    "train/handouts/index.html": "Slides and handouts",
    "search/index.html": "Search",
    "safety/help/index.html": "Help lines",
}
# The pages that offer the zip.
OFFERING = ("train/index.html", "train/handouts/index.html")
_OFFER = re.compile(r"<template data-take-along>(.*?)</template>", re.DOTALL)


def take_along(copy: OfflineCopy) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the zip, by its name in it: a copy of the site, and where to start.

    Raises:
        ValueError: a script of the site cannot be joined with others.
    """
    size, there = 0, set()
    for name, content in copy.files():
        size += len(content)
        there.add(name)
        yield f"{_FOLDER}/{name}", content
    ways = {file: words for file, words in _WAYS.items() if file in there}
    page = (
        environment()
        .get_template("start_here.html")
        .render(about=copy.about, folder=_FOLDER, ways=ways, megabytes=_megabytes(size))
    )
    yield _START, page.encode()


def offered(html: str, address: str, size: int) -> str:
    """Return a page of the site with the words that offer the zip file.

    Args:
        html: the page. It has the words, and shows none of them.
        address: its file, from the site's root.
        size: how many bytes the zip file has.

    Raises:
        ValueError: the page has no such words.
    """
    found = _OFFER.search(html)
    if not found:
        raise ValueError(f"{address}: no words that offer the zip file stand there")
    way = relpath(ZIP, dirname(address))
    words = found[1].replace("<a data-zip>", f'<a href="{way}" download>')
    words = words.replace("<span data-size></span>", f"{_megabytes(size)} MB")
    return html[: found.start()] + words + html[found.end() :]


def _megabytes(size: int) -> str:
    return f"{size / _MEGABYTE:.1f}"
