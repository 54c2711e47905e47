"""A project of plain MkDocs and Material that shows the same pages, each written in Markdown.

It is what the site is measured against, in two forms: all pages in one flat menu, or none of them
but those that are in ours.
"""

from __future__ import annotations

import posixpath
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import yaml

from benchmark.twin.markdown import Link, MarkdownWriter
from benchmark.twin.pages import BuiltPage, built_page, page_addresses

FLAT, OUTSIDE = "flat.yml", "outside.yml"
_AT_ONCE = 50
_HOST = "https://example.org/"


def write_twin(site: Path, settings: Path, target: Path) -> int:
    """Write the twin of a built site.

    Args:
        site: the built site.
        settings: the mkdocs.yml that it was built with.
        target: the new folder; `FLAT` and `OUTSIDE` in it are what MkDocs is called with.

    Returns:
        How many pages it has.
    """
    addresses = page_addresses(site)
    with ProcessPoolExecutor() as workers:
        write = partial(_write_page, site, target, frozenset(addresses))
        list(workers.map(write, addresses, chunksize=_AT_ONCE))
    ours = yaml.load(settings.read_text(encoding="utf-8"), Loader=_Loader)
    sources = [f"{address}index.md" for address in addresses]
    _write(target / FLAT, ours, {"nav": sources})
    in_menu = [source for source in _in_nav(ours["nav"]) if source in sources]
    _write(target / OUTSIDE, ours, {"nav": ["index.md", *in_menu], "not_in_nav": "*"})
    return len(addresses)


def _write_page(site: Path, target: Path, there: frozenset[str], address: str) -> None:
    file = target / "docs" / address / "index.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(_source(built_page(site, address), there), encoding="utf-8")


def _source(page: BuiltPage, there: frozenset[str]) -> str:
    head = yaml.safe_dump(
        {"title": page.title, "description": page.description}, allow_unicode=True, width=1000
    )
    return f"---\n{head}---\n\n{MarkdownWriter(_link_from(page.address, there)).text(page.main)}\n"


def _link_from(page: str, there: frozenset[str]) -> Link:
    """Return what writes links as an author does: to a file of Markdown, or to another place."""

    @cache
    def link(href: str) -> str:
        whole = urljoin(_HOST + page, href)
        path = urlsplit(whole).path.removeprefix("/")
        if not whole.startswith(_HOST) or path not in there:
            return whole.replace(" ", "%20")
        anchor = urlsplit(whole).fragment
        file = posixpath.relpath(f"{path}index.md", page or ".")
        return f"{file}#{anchor}" if anchor else file

    return link


def _in_nav(nav: list[Any]) -> list[str]:
    """Return the pages of a menu, without its sections."""
    found: list[str] = []
    for item in nav:
        inner = next(iter(item.values())) if isinstance(item, dict) else item
        found += _in_nav(inner) if isinstance(inner, list) else [inner]
    return found


def _write(file: Path, ours: dict[str, Any], menu: dict[str, Any]) -> None:
    settings = {
        "site_name": ours["site_name"],
        "site_url": _HOST,
        "theme": {"name": "material", "language": "en", "font": False},
        "plugins": ["search"],
        "markdown_extensions": ours["markdown_extensions"],
    }
    file.write_text(yaml.safe_dump(settings | menu, sort_keys=False), encoding="utf-8")


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml, and takes `!ENV [NAME, value]` for its value."""


def _default(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    assert isinstance(node, yaml.SequenceNode)
    return loader.construct_sequence(node)[-1]


_Loader.add_constructor("!ENV", _default)
