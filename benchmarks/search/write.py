"""Write one index, in a process of its own, and print what it took as JSON.

    python -m benchmarks.search.write theme|mkdocs|pagefind DOCUMENTS INDEX

Memory is that of the largest process. It is read where Linux tells it.
"""

from __future__ import annotations

import json
import resource
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import material
from material.plugins.search.plugin import SearchIndex as ThemeIndex
from material.plugins.search.plugin import SearchPlugin as ThemePlugin
from mkdocs.contrib import search as mkdocs_search
from mkdocs.contrib.search.search_index import SearchIndex

from theorybook.search.index import write_index

ENGINES = Path(__file__).parent / "engines"
_WORKERS = Path(material.__file__).parent / "templates" / "assets" / "javascripts" / "workers"
_SCRIPTS = Path(mkdocs_search.__file__).parent / "templates" / "search"


def main(engine: str, documents: str, folder: str) -> None:
    """Write an index and the page that asks it, and print what the index took."""
    start, used = time.perf_counter(), processor()
    WRITERS[engine](Path(documents), Path(folder))
    took = {
        "seconds": time.perf_counter() - start,
        "processor": processor() - used,
        "memory": peak_memory(),
    }
    script = (ENGINES / f"{engine}.js").read_text(encoding="utf-8")
    ask = (ENGINES / "ask.js").read_text(encoding="utf-8")
    page = f"<!doctype html><title>A trial</title><script>{script}{ask}</script>"
    Path(folder, "index.html").write_text(page, encoding="utf-8")
    print(json.dumps(took))


def processor() -> float:
    """Return the seconds of processor time that this process and those it started have used."""
    uses = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(use.ru_utime + use.ru_stime for use in uses)


def peak_memory() -> int:
    """Return the most memory that this process or one that it started has held, in bytes."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    own = int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1])
    return 1024 * max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)


def write_theme(documents: Path, folder: Path) -> None:
    """Write the index of the theme's plugin, with what the plugin sets for English."""
    index = ThemeIndex(
        **_defaults(
            ThemePlugin(),
            lang=["en"],
            separator=r"[\s\-]+",
            pipeline=["stopWordFilter"],
            fields={"title": {"boost": 1e3}, "text": {"boost": 1e0}, "tags": {"boost": 1e6}},
        )
    )
    for page in _pages(documents):
        # The theme's own mark for what search leaves out.
        page.content = page.content.replace("data-pagefind-ignore", "data-search-exclude")
        index.add_entry_from_context(page)
    text = index.generate_search_index(None)
    (folder / "search_index.json").write_text(text, encoding="utf-8")
    shutil.copy(next(_WORKERS.glob("search.*.min.js")), folder / "worker.js")


def write_mkdocs(documents: Path, folder: Path) -> None:
    """Write the index of MkDocs' own plugin: without a table of contents, an entry a page."""
    index = SearchIndex(**_defaults(mkdocs_search.SearchPlugin(), lang=["en"]))
    for page in _pages(documents):
        index.add_entry_from_context(page)
    (folder / "search_index.json").write_text(index.generate_search_index(), encoding="utf-8")
    for name in ("worker.js", "lunr.js"):
        shutil.copy(_SCRIPTS / name, folder)


def write_pagefind(documents: Path, folder: Path) -> None:
    """Write the index as the site does."""
    write_index(documents / "pagefind", folder / "pagefind")


WRITERS = {"theme": write_theme, "mkdocs": write_mkdocs, "pagefind": write_pagefind}


def _defaults(plugin: Any, **set_when_built: Any) -> dict[str, Any]:
    plugin.load_config({})
    return {**plugin.config, **set_when_built}


def _pages(documents: Path) -> Iterator[Any]:
    """Yield each page as a plugin gets it; pages made from data have no table of contents."""
    for file in sorted((documents / "pages").iterdir()):
        page = json.loads(file.read_text(encoding="utf-8"))
        yield SimpleNamespace(**page, toc=(), meta={})


if __name__ == "__main__":
    main(*sys.argv[1:])
