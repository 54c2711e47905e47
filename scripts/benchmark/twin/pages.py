"""The pages of a built site that the twin has, too: all that hold something of their own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

_INDEX = "index.html"


@dataclass(frozen=True)
class BuiltPage:
    """A page of a built site: its address from the root, its title, and what it holds."""

    address: str
    title: str
    description: str
    main: HtmlElement


def page_addresses(site: Path) -> list[str]:
    """Return the address of every page that is no mere way to another, the first page first."""
    return sorted(
        file.parent.relative_to(site).as_posix().removeprefix(".") + "/"
        if file.parent != site
        else ""
        for file in site.rglob(_INDEX)
        if b'<article id="main"' in file.read_bytes()
    )


def built_page(site: Path, address: str) -> BuiltPage:
    """Read the page at an address."""
    tree = html.parse(str(site / address / _INDEX), html.HTMLParser(encoding="utf-8"))
    descriptions = tree.xpath('//meta[@name="description"]/@content')
    return BuiltPage(
        address,
        str(tree.findtext(".//title")),
        str(descriptions[0]) if descriptions else "",
        tree.xpath('//article[@id="main"]')[0],
    )
