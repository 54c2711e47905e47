"""The modules of the page that plans a program, run in a browser on a built site."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page
from tests.support.built import SUBPATH

FOLDER = "assets/js/plan"
_CALL = """async ([addresses, argument]) => {
  const modules = {};
  for (const [name, address] of Object.entries(addresses)) modules[name] = await import(address);
  return (%s)(modules, argument);
}"""


def module(built: Path, name: str, folder: str = FOLDER) -> str:
    """Return the address of a module on a built site, from its root; by default one of plans."""
    (found,) = (built / folder).glob(f"{name}.*.js")
    return found.relative_to(built).as_posix()


def run(page: Page, built: Path, names: str, script: str, argument: Any = None) -> Any:
    """Call a function in a page of the garden, with some modules.

    Args:
        page: any page of the garden.
        built: the folder of the garden's site.
        names: the modules, such as `link answers`.
        script: a function in JavaScript. It is called with the modules by name, and an argument.
        argument: what can be written as JSON.

    Returns:
        What the function returns.
    """
    addresses = {name: SUBPATH + module(built, name) for name in names.split()}
    return page.evaluate(_CALL % script, [addresses, argument])
