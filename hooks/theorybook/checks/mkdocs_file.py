"""The file mkdocs.yml: what the site cannot do without is in it, and what it names is there.

MkDocs itself takes no notice of a hook or a style sheet that is left out. What a fork adds is its
own to know: where a hook or a plugin of its own may make pages, the menu is not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from theorybook.checks.links_on_pages import is_there
from theorybook.data.datafiles import text_of
from theorybook.data.guesses import nearest
from theorybook.data.hand_written import hand_written
from theorybook.data.marked_yaml import Marked, parse
from theorybook.data.marks import Path as Steps
from theorybook.problems import DataError, Place, Problem

FILE = "mkdocs.yml"
# All but `preview.py`, which is for work on the site alone.
NEEDED_HOOKS = tuple(
    f"hooks/{name}.py"
    for name in (
        *("site_data", "references", "generated_pages", "handouts", "asset_names"),
        *("lasting_links", "site_search", "page_metadata"),
    )
)
_OUR_HOOKS = frozenset({*NEEDED_HOOKS, "hooks/preview.py"})
_OUR_PLUGINS = frozenset({"bibtex", "search"})
_PLUGIN, _FOLDER = "bibtex", "overrides"
_NOT_IN_MENU = ("not_in_nav", "exclude_docs", "draft_docs")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.IGNORECASE)


def faulty_mkdocs_file(docs: Path, there: Collection[str]) -> Iterator[Problem]:
    """Yield what mkdocs.yml lacks, and what it names that is not there.

    Args:
        docs: the folder of hand-written pages, which the file lies beside.
        there: every address of the site, as for links on pages.
    """
    path = docs.parent / FILE
    if not path.is_file():
        return  # of which MkDocs tells
    try:
        marked = parse(text_of(path, FILE, docs.parent), FILE, is_ours=False)
    except DataError as error:
        yield from error.problems
        return
    data = marked.data
    if not isinstance(data, dict) or not data:
        message = "the file does not say how the site is made"
        yield Problem(Place(FILE), "D03", message, "take the file back from the last commit")
    elif "INHERIT" not in data:
        yield from _faults(marked, data, docs, there)


def _faults(
    marked: Marked, data: dict[str, Any], docs: Path, there: Collection[str]
) -> Iterator[Problem]:
    hooks, plugins = _names(data.get("hooks")), _names(data.get("plugins"))
    yield from _missing_hooks(marked, hooks)
    if _PLUGIN not in plugins:
        fix = f"take the lines of `- {_PLUGIN}:` back from the last commit"
        yield _missing(marked, "plugins", plugins, _PLUGIN, fix)
    yield from _frame(marked, data.get("theme"))
    if _OUR_HOOKS.issuperset(hooks) and _OUR_PLUGINS.issuperset(plugins):
        yield from _Files(marked, docs, there).faults(data)


def _names(items: Any) -> list[str]:
    """Return the names in a list, of which some may have settings of their own."""
    listed = items if isinstance(items, list | dict) else ()
    return [str(next(iter(item), "")) if isinstance(item, dict) else str(item) for item in listed]


def _missing_hooks(marked: Marked, hooks: list[str]) -> Iterator[Problem]:
    missing = [hook for hook in NEEDED_HOOKS if hook not in hooks]
    if len(missing) == 1:
        at = NEEDED_HOOKS.index(missing[0])
        where = f"below `- {NEEDED_HOOKS[at - 1]}`" if at else "as the first of its list"
        yield _missing(marked, "hooks", hooks, missing[0], f"add `- {missing[0]}` {where}")
    elif missing:
        named = ", ".join(f"`{hook}`" for hook in missing)
        message = f"`hooks:` lacks {named}, which the site cannot do without"
        fix = "take these lines back from the last commit"
        yield Problem(marked.place(("hooks",)), "D03", message, fix)


def _missing(marked: Marked, field: str, listed: list[str], name: str, fix: str) -> Problem:
    """Tell of what a list lacks, at what is misspelled there, if something is."""
    near = nearest(name, {*listed} - _OUR_HOOKS - _OUR_PLUGINS)
    message = f"`{field}:` lacks `{name}`, which the site cannot do without"
    if near:
        place = marked.value_place((field, listed.index(near)))
        return Problem(place, "D03", f"{message}; `{near}` looks like it", f"write `{name}`")
    return Problem(marked.place((field,)), "D03", message, fix)


def _frame(marked: Marked, theme: Any) -> Iterator[Problem]:
    """Yield that the theme has no frame of ours, where that is so."""
    if not isinstance(theme, dict) or not theme.get("custom_dir"):
        message = f"`theme:` lacks the folder `{_FOLDER}`, which holds the frame of every page"
        fix = f"write under `theme:`, two spaces in: `custom_dir: {_FOLDER}`"
        yield Problem(marked.place(("theme",)), "D03", message, fix)


class _Files:
    """The pages and files that mkdocs.yml names, and those in docs/ that it has to name."""

    def __init__(self, marked: Marked, docs: Path, there: Collection[str]) -> None:
        items = {i.place.file.removeprefix(f"{docs.name}/"): i for i in hand_written(docs)}
        self._marked = marked
        self._pages = {name: item for name, item in items.items() if item.is_page}
        self._files = items.keys() - self._pages.keys()
        self._there = there
        made = (address for address in there if address.endswith("/") or not address)
        self._made = frozenset(f"{address}index.md" for address in made)

    def faults(self, data: dict[str, Any]) -> Iterator[Problem]:
        """Yield each name of a file that is not there, and each page that is not in the menu."""
        if not data.get("extra_css"):
            message = "`extra_css:` names no style sheet"
            fix = "write `extra_css: [assets/css/site.css]`"
            yield Problem(self._marked.place(("extra_css",)), "D03", message, fix)
        for field in ("extra_css", "extra_javascript"):
            for path, name in _texts(data.get(field), (field,)):
                if name not in self._files and not _ELSEWHERE.match(name):
                    yield self._unknown(path, name, nearest(name, self._files))
        if menu := dict(_texts(data.get("nav"), ("nav",))):
            yield from self._faulty_menu(data, menu)

    def _faulty_menu(self, data: dict[str, Any], menu: dict[Steps, str]) -> Iterator[Problem]:
        left_out = self._not_in_menu(data, menu.values())
        for path, name in menu.items():
            is_path = name.endswith(".md") and "*" not in name and not _ELSEWHERE.match(name)
            if is_path and name not in self._pages and not self._is_made(name):
                # A page that was renamed is told of once.
                near = nearest(name, left_out) or nearest(name, self._made | self._pages.keys())
                left_out.discard(near or "")
                yield self._unknown(path, name, near)
        for name in left_out if _is_asked_of_all(data.get("validation")) else ():
            message = f"the page is neither in the menu nor among what {FILE} leaves out of it"
            fix = f"add `- {name}` under `nav:` in {FILE}; or `/{name}` under `not_in_nav:`"
            yield Problem(self._pages[name].place, "D03", message, fix)

    def _not_in_menu(self, data: dict[str, Any], menu: Collection[str]) -> set[str]:
        lines = (str(data.get(field) or "").split() for field in _NOT_IN_MENU)
        patterns = [pattern for field in lines for pattern in field]
        others = self._pages.keys() - set(menu)
        return {name for name in others if not any(_covers(each, name) for each in patterns)}

    def _is_made(self, name: str) -> bool:
        return name in self._made or is_there(name, self._there)

    def _unknown(self, path: Steps, name: str, near: str | None) -> Problem:
        guess = f" (did you mean `{near}`?)" if near else ""
        message = f"there is no page or file `{name}`{guess}"
        fix = f"write `{near}`" if near else "write its path from docs/, or take the line out"
        return Problem(self._marked.value_place(path), "D03", message, fix)


def _texts(value: Any, path: Steps) -> Iterator[tuple[Steps, str]]:
    """Yield every text of a list, however deep it stands, with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _texts(inner, (*path, key))


def _is_asked_of_all(validation: Any) -> bool:
    """Whether a build stops where a page is not in the menu."""
    asked = validation if isinstance(validation, dict) else {}
    of_menu = asked.get("nav")
    return "warn" in (
        asked.get("omitted_files"),
        of_menu.get("omitted_files") if isinstance(of_menu, dict) else None,
    )


def _covers(pattern: str, name: str) -> bool:
    """Whether a line such as `/drafts/` or `*.tmp.md` is about a page; in doubt, it is."""
    bare = pattern.strip("/")
    return fnmatch(name, bare) or fnmatch(name, f"{bare}/*") or fnmatch(name, f"*/{bare}*")
