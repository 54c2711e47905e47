"""How a build stops where something would lie outside the site, or in the place of another."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs.exceptions import PluginError

from theorybook.problems import DataError, Problem


def refuse(problems: Sequence[Problem]) -> None:
    """Stop the build if there are problems.

    Raises:
        PluginError: it says them all.
    """
    if problems:
        raise PluginError(str(DataError(tuple(problems))))
