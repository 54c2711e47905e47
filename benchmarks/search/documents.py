"""What the searches take in of theory pages, in a folder."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from markupsafe import escape

from theorybook.model.theory import Theory
from theorybook.page import Page
from theorybook.pages import pages
from theorybook.render import Renderer
from theorybook.search.documents import document
from theorybook.site import Site


def _renderer_for(site: Site) -> Renderer:
    """Return a renderer for a site that is nowhere."""
    return Renderer(site, "https://example.org/", "A trial")


def write_documents(site: Site, theories: Iterable[Theory], folder: Path) -> None:
    """Write what each search takes in of each theory's page.

    For Pagefind it is the site's own search document, for the others a page as a plugin gets it.
    Both hold the same: the title, the other names, and the whole page.

    Args:
        site: the real theories, and all that theories refer to.
        theories: what is written.
        folder: gets the folders `pagefind` and `pages`.
    """
    (folder / "pages").mkdir(parents=True, exist_ok=True)
    written = tuple(theories)
    # What a page says of itself, such as how to cite it, is asked of all records.
    known = replace(site, everything=replace(site.everything, theories=written))
    renderer = _renderer_for(known)
    for theory in written:
        page = _page(site, theory)
        content = renderer.page(page)
        made = document(renderer, page.address, page.title, page.description, content, page)
        file = folder / "pagefind" / page.address / "index.html"
        file.parent.mkdir(parents=True)
        file.write_text(made.html, encoding="utf-8")
        names = f"<p>{escape('. '.join(page.other_names))}.</p>"
        plain = {"url": page.address, "title": page.title, "content": names + content}
        file = folder / "pages" / f"{theory.slug}.json"
        file.write_text(json.dumps(plain), encoding="utf-8")


def _page(site: Site, theory: Theory) -> Page:
    """Make a theory's page in a site that holds the real theories and this one.

    All at once would give each real page hundreds of made-up neighbours.
    """
    theories = (theory, *(other for other in site.theories if other.id != theory.id))
    everything = replace(site.everything, theories=theories)
    alone = replace(site, theories=theories, everything=everything)
    return next(page for page in pages(alone) if page.record == f"theory/{theory.id}")
