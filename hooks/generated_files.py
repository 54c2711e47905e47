"""Put the files that come from the data among the files of the site: exports, maps, forwards."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from theorybook.file_addresses import faulty_addresses
from theorybook.files import files as generated
from theorybook.problems import DataError, Place


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add each file; `generated_pages` has made the renderer by now."""
    made = [*generated(config.extra["renderer"])]
    addresses = ((address, Place("data")) for address, _ in made)
    problems = [*faulty_addresses(addresses, (file.dest_uri for file in files))]
    if problems:
        raise PluginError(str(DataError(problems)))
    for address, content in made:
        files.append(File.generated(config, address, content=content))
    return files
