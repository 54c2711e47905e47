"""Generated files, written into the site as they are made: so many are never held at once."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File


class _Written(File):
    """A file of the site that is there already."""

    def copy_file(self, dirty: bool = False) -> None:
        """Leave it where it is; MkDocs would look first if it is the same as itself."""


def written(config: MkDocsConfig, address: str, content: str | bytes) -> File:
    """Write a generated file into the site, and return it as one that is there already.

    Args:
        config: of the build, which has emptied the folder of its site.
        address: where the file belongs, from the site's root; it has been looked at.
        content: what it holds.
    """
    target = Path(config.site_dir, address)
    data = content.encode() if isinstance(content, str) else content
    try:
        target.write_bytes(data)
    except FileNotFoundError:  # its folder is new; to ask so of each would take longer
        target.parent.mkdir(parents=True)
        target.write_bytes(data)
    return _Written.generated(config, address, abs_src_path=str(target))
