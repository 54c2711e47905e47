"""What a built site holds that can be linked: pages, lasting anchors and files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from theorybook.page_html import read_html

# Parts of the page itself, the innards of search, and what MkDocs adds for crawlers.
_NOT_FOR_LINKS = ("assets/", "404.html", "sitemap.xml")
_CONTENT = '<article id="main"'
_INDEX = "index.html"


def addresses(folder: Path) -> Iterator[str]:
    """Yield every address of a built site that readers may link to.

    Args:
        folder: the built site.

    Yields:
        Addresses from the site's root: pages such as `theories/x/`, anchors such as
        `theories/x/#words`, and files such as `data/v1/theories.json`; each once, sorted.
    """
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        address = file.relative_to(folder).as_posix()
        if address.startswith(_NOT_FOR_LINKS):
            continue
        if file.name != _INDEX:
            yield address
            continue
        page = address.removesuffix(_INDEX)
        yield page
        _, mark, content = file.read_text(encoding="utf-8").partition(_CONTENT)
        if mark:
            yield from (f"{page}#{anchor}" for anchor in sorted(read_html(content).lasting))
