"""A page of the site as it works from a disk, where no folder opens by itself."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import lru_cache
from posixpath import dirname, relpath
from urllib.parse import unquote

from theorybook.page_links import resolved

# The addresses that a page leads to or loads, and those that its script goes to. A lasting link is
# told apart: script copies where it leads, so that others can be sent there.
_ADDRESS = re.compile(
    r'(class="permalink" )?\b(href|src|action|data-map-filter|data-pick)='
    r'"(?![A-Za-z][\w+.-]*:|//|[?#"])([^"]*)"'
)
_AHEAD = re.compile(r'<link rel="(?:module)?preload"[^>]*>\n?')
_MODULE = re.compile(r'<script type="module" (src="[^"]*/)?([^"/]+\.js")')
# Words that only a copy on a disk has.
_IN_COPY = re.compile(r"<template data-in-copy>(.*?)</template>", re.DOTALL)
_REFRESH = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]*)">')
# What the script of a page reads from other files: they are named by the page that has the script.
_READ = re.compile(
    r'\b(?:data-plan|data-more)="([^"]*)"'
    r'|<a href="([^"]*)"[^>]* (?:data-volume|data-copy="file")'
)


@dataclass(frozen=True, eq=False)
class Copied:
    """What pages of a copy are told of it.

    Attributes:
        files: the address of every file in the copy.
        redirects: where an address leads that is not in the copy, such as one that a page had.
        live: the address of the site itself, for all else.
        scripts: the address of the script that holds all modules.
    """

    files: Container[str]
    redirects: Mapping[str, str]
    live: str
    scripts: str

    @lru_cache(1 << 14)  # noqa: B019 -- most links of a page stand on all pages of its folder
    def link(self, written: str, folder: str, lasts: bool) -> str:
        """Return a link of a page as the copy has it.

        Args:
            written: the link, as the page has it: to a page or file of the site.
            folder: that of the page, from the site's root.
            lasts: whether it is there to be sent to others.
        """
        path, mark, rest = _split(written)
        target = unquote(resolved(path, f"{folder}/."))
        if lasts:
            return self.live + target + mark + rest
        if file_of(target) in self.files:
            return written if target == file_of(target) else _opened(path) + mark + rest
        if target in self.redirects:
            way, anchor, part = _split(self.redirects[target])
            return relpath(file_of(way), folder or ".") + (anchor + part or mark + rest)
        return self.live + target + mark + rest


def local_page(html: str, address: str, copied: Copied) -> str:
    """Return a page as it works from a disk.

    Args:
        html: the page, as it was built.
        address: its file, from the site's root.
        copied: what it is told of the copy.
    """
    folder = dirname(address)

    def led(found: re.Match[str]) -> str:
        link = copied.link(found[3], folder, bool(found[1]))
        return f'{found[1] or ""}{found[2]}="{link}"'

    here = _IN_COPY.sub(r"\1", _AHEAD.sub("", html))
    script = f'<script defer src="{relpath(copied.scripts, folder or ".")}"></script>\n'
    here = _MODULE.sub(lambda found: script + found[0], here, count=1)
    here = _MODULE.sub(lambda found: f"<script defer {found[1]}{found[2]}", here)
    return _ADDRESS.sub(led, here)


def redirect_of(html: str, address: str) -> str | None:
    """Return where a page leads on to, from the site's root, or nothing if it is a real page."""
    found = _REFRESH.search(html)
    if not found:
        return None
    path, mark, rest = _split(found[1])
    return resolved(path, address) + mark + rest


def read_by_script(html: str, address: str) -> set[str]:
    """Return the files that the script of a page reads, from the site's root."""
    found = (one or other for one, other in _READ.findall(html))
    return {file_of(resolved(link, address)) for link in found}


def file_of(address: str) -> str:
    """Return the file of an address."""
    return f"{address}index.html" if address.endswith("/") or not address else address


def _split(link: str) -> tuple[str, str, str]:
    """Split a link into its path, the sign that ends the path, and the rest."""
    found = re.search(r"[?#]", link)
    return (link[: found.start()], found[0], link[found.end() :]) if found else (link, "", "")


def _opened(path: str) -> str:
    """Return the file that a server sends for a folder."""
    return f"{path}index.html" if path.endswith("/") else f"{path}/index.html"
