"""Name scripts and style sheets by their content; templates and `extra_css` get the new names."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from sitebuild.build import Build
from theorybook.content_names import named_by_content
from theorybook.problems import DataError

_FOLDERS = ("assets/js/", "assets/css/")
_ENDINGS = (".js", ".css")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put each file under its new name, and note the names in the build."""
    assets = {file.src_uri: file for file in files if _is_named_by_content(file.src_uri)}
    try:
        named = named_by_content({uri: file.content_string for uri, file in assets.items()})
    except DataError as error:
        raise PluginError(str(error)) from error
    for uri, (address, text) in named.items():
        files.remove(assets[uri])
        files.append(File.generated(config, address, content=text))
    names = {uri: address for uri, (address, _) in named.items()}
    Build.of(config).asset_names = names
    config.extra_css = [names.get(path, path) for path in config.extra_css]
    return files


def _is_named_by_content(uri: str) -> bool:
    return uri.startswith(_FOLDERS) and uri.endswith(_ENDINGS)
