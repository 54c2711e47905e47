"""Publish the data files under `data/v1/`, and the evidence map to take along."""

from __future__ import annotations

from itertools import chain

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from theorybook.exports import exports
from theorybook.map_files import map_files


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add each data file; `generated_pages` has made the renderer by now."""
    renderer = config.extra["renderer"]
    for address, text in chain(exports(renderer), map_files(renderer)):
        files.append(File.generated(config, address, content=text))
    return files
