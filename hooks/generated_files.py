"""Put the files that come from the data among the files of the site: exports, maps, forwards."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from theorybook.files import files as generated


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add each file; `generated_pages` has made the renderer by now."""
    for address, content in generated(config.extra["renderer"]):
        files.append(File.generated(config, address, content=content))
    return files
