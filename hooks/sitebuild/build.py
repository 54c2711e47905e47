"""What the hooks of one build hand on to each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation

from theorybook.edition import Edition
from theorybook.render import Renderer


@dataclass
class Build:
    """One build of the site; it travels in `config.extra`, so that no module keeps a state.

    `names` is what each page is called, by its address; `asset_names` the addresses of scripts and
    style sheets, by the names of their sources; `search_index` the address of the file that search
    asks for; `nav` the menu, once there is one.
    """

    edition: Edition
    names: Mapping[str, str] = field(default_factory=dict)
    asset_names: Mapping[str, str] = field(default_factory=dict)
    search_index: str = ""
    nav: Navigation | None = None

    @cached_property
    def renderer(self) -> Renderer:
        """Renders the pages of the build."""
        return Renderer(self.edition)

    def begin(self, config: MkDocsConfig) -> None:
        """Make this the build that a configuration is of."""
        config.extra["build"] = self

    @staticmethod
    def of(config: MkDocsConfig) -> Build:
        """Return the build that a configuration is of."""
        build: Build = config.extra["build"]
        return build
