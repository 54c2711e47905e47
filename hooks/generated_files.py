"""Put generated files among those of the site: exports, maps, forwards, the list of addresses."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from theorybook.files import files as generated
from theorybook.typed_addresses import TYPED_ADDRESSES, typed_addresses


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add each file; `generated_pages` has made the renderer by now."""
    for address, content in generated(config.extra["renderer"]):
        files.append(File.generated(config, address, content=content))
    listed = typed_addresses(file.url for file in files)  # of hand-written pages, too
    files.append(File.generated(config, TYPED_ADDRESSES, content=listed))
    return files
