"""The only place that knows mkdocs-bibtex: its registry in, each reference as HTML out, once."""

from __future__ import annotations

from typing import cast

from markdown import markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs_bibtex.citation import Citation
from mkdocs_bibtex.plugin import BibTexPlugin

from sitebuild.build import Build


@event_priority(-100)  # after mkdocs-bibtex has read the bibliography
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Format every reference for the generated pages."""
    plugin = cast(BibTexPlugin, config.plugins["bibtex"])
    registry = plugin.registry
    for entry in registry.bib_data.entries.values():
        if "doi" in entry.fields:  # one address is enough, and a DOI is the lasting one
            entry.fields.pop("url", None)
    Build.of(config).references = {
        key: _html(registry.reference_text(Citation(key=key))) for key in registry.bib_data.entries
    }
    return config


def _html(reference: str) -> str:
    """Turn the registry's Markdown into HTML, without the paragraph around it."""
    return markdown(reference).removeprefix("<p>").removesuffix("</p>")
