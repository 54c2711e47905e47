"""The built site as a copy for a disk: what goes along, and how each file has to change."""

from __future__ import annotations

import gzip
import json
import re
from base64 import b64encode
from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from posixpath import basename

from theorybook.addresses import COMPARE
from theorybook.offline_copy.joined_scripts import Joined, joined
from theorybook.offline_copy.local_page import (
    Copied,
    local_page,
    read_by_script,
    redirect_of,
)

# What this copy is itself, what only a server or other sites ask for, and what the theme brings
# along that no page loads.
_LEFT_OUT = re.compile(
    r"take-along\.zip|404\.html|sitemap\.xml(\.gz)?|feed\.(xml|json)|train/feeds/.*|go/.*|.*\.map"
    r"|assets/(addresses\.json|(cards|images|javascripts)/.*|img/home\.png)"
)
# Parts of the index of search, which only script reads.
_SEARCH = re.compile(r"assets/search\.[^/]*")
_SCRIPT = re.compile(r"assets/js/.*\.js")
_MODULES = "assets/js/modules.js"
_FONT = re.compile(r'url\("([^"]+\.woff2)"\)')
# Where the site says of itself what it is called, where it lives, and of which day it is.
_ABOUT = "data/v1/datapackage.json"


@dataclass(frozen=True)
class About:
    """What a built site says of itself.

    Attributes:
        name: what it is called.
        live: its address, with a slash at its end.
        dated: the day of its newest change.
    """

    name: str
    live: str
    dated: date


class OfflineCopy:
    """A copy of a built site that works from a disk. It depends on nothing but the site's files."""

    def __init__(self, built: Path) -> None:
        """Look at a built site.

        Args:
            built: its folder.
        """
        self._built = built
        self._names = sorted(
            p.relative_to(built).as_posix() for p in built.rglob("*") if p.is_file()
        )

    @cached_property
    def about(self) -> About:
        """What the site says of itself."""
        said = json.loads(self._text(_ABOUT))
        return About(said["title"], said["homepage"], date.fromisoformat(said["version"]))

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield every file of the copy, by its address.

        Raises:
            ValueError: a script of the site cannot be joined with others.
        """
        yield _MODULES, self._scripts.text.encode()
        for name, text in self._scripts.starters.items():
            yield name, text.encode()
        for name in self._kept:
            content = self._content(name)
            if _SEARCH.fullmatch(name):
                yield f"{name}.js", _as_script(content)
                continue
            yield name, content
            if name in self._read or (name.startswith(COMPARE) and name.endswith(".html")):
                yield f"{name}.js", _as_script(content)

    @cached_property
    def _scripts(self) -> Joined:
        return joined({n: self._text(n) for n in self._names if _SCRIPT.fullmatch(n)})

    @cached_property
    def _pages(self) -> Set[str]:
        return {n for n in self._names if n.endswith(".html")}

    @cached_property
    def _redirects(self) -> dict[str, str]:
        """Where pages lead on to that are nothing else, by the address that leads to them."""
        found = ((n, redirect_of(self._text(n), n)) for n in self._pages)
        return {n.removesuffix("index.html"): way for n, way in found if way is not None}

    @cached_property
    def _kept(self) -> list[str]:
        """The files that go along, but for modules."""
        gone = {f"{address}index.html" for address in self._redirects} | self._scripts.modules
        fonts = {n for n in self._names if n.endswith(".woff2")}  # they are in the style sheets
        return [n for n in self._names if n not in gone | fonts and not _LEFT_OUT.fullmatch(n)]

    @cached_property
    def _read(self) -> Set[str]:
        """The files that script reads."""
        pages = (n for n in self._kept if n in self._pages)
        return {file for page in pages for file in read_by_script(self._text(page), page)}

    @cached_property
    def _copied(self) -> Copied:
        files = frozenset(self._kept) | {*self._scripts.starters, _MODULES}
        return Copied(files, self._redirects, self.about.live, _MODULES)

    def _content(self, name: str) -> bytes:
        """Return what a file of the copy holds."""
        if name in self._pages:
            return local_page(self._text(name), name, self._copied).encode()
        if name.endswith(".css"):
            return _FONT.sub(lambda found: self._font(found[1]), self._text(name)).encode()
        return (self._built / name).read_bytes()

    def _font(self, written: str) -> str:
        """Return a font as a part of its style sheet: some browsers load none beside it."""
        font = (self._built / "assets/fonts" / basename(written)).read_bytes()
        return f'url("data:font/woff2;base64,{b64encode(font).decode()}")'

    def _text(self, name: str) -> str:
        return (self._built / name).read_text(encoding="utf-8")


def _as_script(content: bytes) -> bytes:
    """Return a text as a script that hands it on, since script may read no file from a disk."""
    text = gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content
    return f"siteCopy.file({json.dumps(text.decode(), ensure_ascii=False)});\n".encode()
