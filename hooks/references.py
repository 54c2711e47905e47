"""The only place that knows mkdocs-bibtex: for `[@key]` on hand-written pages, it prints our text.

mkdocs-bibtex would read references.bib by itself, know fewer types of entries than we do, and
format them in another way. So it is given a registry that answers from what the core has read.
"""

from __future__ import annotations

import math
import re
from html import unescape
from string import punctuation
from typing import cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs_bibtex.citation import Citation, InlineReference
from mkdocs_bibtex.plugin import BibTexPlugin
from mkdocs_bibtex.registry import SimpleRegistry
from pybtex.database import BibliographyData, Entry

from sitebuild.build import Build

_PIECE = re.compile(r"<[^>]*>|&#?\w+;|[^<&]")


@event_priority(50)  # after the data are checked, and before mkdocs-bibtex reads its file
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Give mkdocs-bibtex our references."""
    plugin = cast(BibTexPlugin, config.plugins["bibtex"])
    plugin.registry = OurReferences(config)
    plugin.last_configured = math.inf  # its own file is not newer than that, so it is not read
    return config


class OurReferences(SimpleRegistry):  # type: ignore[misc]  # mkdocs-bibtex has no types
    """Knows the publications that the core has read, and prints them as every other page does."""

    def __init__(self, config: MkDocsConfig) -> None:
        self._build = Build.of(config)
        site = self._build.edition.site
        self.bib_data = BibliographyData({key: Entry("misc") for key in site.references})
        self.footnote_format = "{key}"

    def reference_text(self, citation: Citation | InlineReference) -> str:
        """Return the reference as Markdown that becomes the HTML of our lists."""
        return as_markdown(self._build.renderer.reference(citation.key))


def as_markdown(html: str) -> str:
    """Write each sign of a text by its number, so that Markdown takes none for its own."""
    return _PIECE.sub(lambda match: _piece(match[0]), html)


def _piece(piece: str) -> str:
    if piece.startswith("<"):
        return re.sub(r"[][*_`!\\~^]", lambda match: f"&#{ord(match[0])};", piece)
    sign = unescape(piece)
    return f"&#{ord(sign)};" if sign in punctuation else sign
