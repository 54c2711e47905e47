"""Add the handouts, which are made of the same data as the pages."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from sitebuild.build import Build
from sitebuild.written import written
from theorybook.handouts.handout_files import handout_files
from theorybook.problems import DataError


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add each handout; what does not fit its sheet stops the build."""
    build = Build.of(config)
    try:
        for address, content in handout_files(
            build.renderer, build.edition.cache, Path(config.docs_dir)
        ):
            files.append(written(config, address, content))
    except DataError as error:
        raise PluginError(str(error)) from error
    return files
