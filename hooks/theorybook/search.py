"""What the search index takes in."""

from __future__ import annotations

from dataclasses import dataclass

from theorybook.pages import Page
from theorybook.render import Renderer

# Pages that only repeat what others say: the way in, and the lists.
NOT_SEARCHED = frozenset({"", "search/"})


@dataclass(frozen=True)
class Document:
    """A page as the index takes it in: its address and an HTML document."""

    address: str
    html: str


def document(
    renderer: Renderer, address: str, title: str, lead: str, content: str, page: Page | None
) -> Document:
    """Make the document of a page.

    Args:
        renderer: renders the template.
        address: the page's address.
        title: its title.
        lead: what it is about, in a sentence.
        content: its HTML.
        page: the generated page, or None for a hand-written one.

    Returns:
        The document, which holds the other names that readers never see.
    """
    html = renderer.search_document(
        title=title,
        content=content,
        lead=lead,
        group=page.group if page else "Pages",
        other_names=page.other_names if page else (),
    )
    return Document(address, html)
