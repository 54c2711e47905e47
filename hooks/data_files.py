"""Publish the data files under `data/v1/`."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from theorybook.exports import exports


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add each data file; `generated_pages` has made the renderer by now."""
    for address, text in exports(config.extra["renderer"]):
        files.append(File.generated(config, address, content=text))
    return files
