"""The site's modules as one plain script, since browsers load no modules from a disk.

Each module becomes a function that is run when it is first needed, and returns what it exports. No
module imports itself in the end (`content_names.py` sees to that), and none exports what changes
later. So values can be handed on as they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, join, normpath

LOADER = Path(__file__).parent / "loader.js"

_IMPORT = re.compile(r'^import (?:(\{[^}]*\}) from )?"(\.[^"]+\.js)";', re.MULTILINE)
_LATER = re.compile(r'\bimport\("(\.[^"]+\.js)"\)')
_DECLARED = re.compile(r"^export ((?:async )?function|class|const|var) ([\w$]+)", re.MULTILINE)
_LISTED = re.compile(r"^export \{([^}]*)\};", re.MULTILINE)
# What is left of the words of modules, such as `export default`, which nothing here understands.
_LEFT = re.compile(r"^(?:import|export)\b(?!\().*|\bimport\.meta\b.*", re.MULTILINE)
_RENAMED = re.compile(r"([\w$]+)\s+as\s+([\w$]+)")


@dataclass(frozen=True)
class Joined:
    """One script in the place of many.

    Attributes:
        text: the script, which holds all modules and runs none of them.
        starters: the text that starts each module that no other imports, by the module's address.
        modules: the addresses of all modules.
    """

    text: str
    starters: Mapping[str, str]
    modules: frozenset[str]


@dataclass(frozen=True)
class _Module:
    body: str
    imports: Mapping[str, frozenset[str]]  # by address, the names that are taken from it
    exports: Mapping[str, str]  # by the name outside, that inside


def joined(scripts: Mapping[str, str]) -> Joined:
    """Join all modules among some scripts.

    Args:
        scripts: the text of each script, by its address. One that neither imports nor exports is
            no module.

    Raises:
        ValueError: a module imports what is not there, or says something that is not understood.
    """
    read = {address: _read(address, text) for address, text in sorted(scripts.items())}
    imported = {target for module in read.values() for target in module.imports}
    modules = {a: m for a, m in read.items() if m.imports or m.exports or a in imported}
    for address, module in read.items():
        _check(address, module, modules)
    functions = (_function(address, module) for address, module in modules.items())
    starters = {a: f"siteCopy.start({_quoted(a)});\n" for a in modules if a not in imported}
    text = "".join((LOADER.read_text(encoding="utf-8"), *functions))
    return Joined(text, starters, frozenset(modules))


def _read(address: str, text: str) -> _Module:
    """Read what a module takes and gives, and make of it what a function can hold."""
    imports: dict[str, frozenset[str]] = {}
    exports: dict[str, str] = {}

    def taken(found: re.Match[str]) -> str:
        names, target = found[1] or "{}", _target(found[2], address)
        imports[target] = imports.get(target, frozenset()) | set(_pairs(names[1:-1]))
        renamed = _RENAMED.sub(r"\1: \2", names)
        return f"const {renamed} = need({_quoted(target)});"

    def taken_later(found: re.Match[str]) -> str:
        target = _target(found[1], address)
        imports.setdefault(target, frozenset())
        return f"Promise.resolve().then(() => need({_quoted(target)}))"

    def declared(found: re.Match[str]) -> str:
        exports[found[2]] = found[2]
        return f"{found[1]} {found[2]}"

    def listed(found: re.Match[str]) -> str:
        exports.update({outside: inside for inside, outside in _pairs(found[1]).items()})
        return ""

    body = _LATER.sub(taken_later, _IMPORT.sub(taken, text))
    body = _LISTED.sub(listed, _DECLARED.sub(declared, body))
    return _Module(body.replace("import.meta.url", "here"), imports, exports)


def _pairs(names: str) -> dict[str, str]:
    """Return the names of a list such as `a, b as c`: the first of each, with the second."""
    parts = (part.split() for part in names.split(",") if part.strip())
    return {words[0]: words[-1] for words in parts}


def _check(address: str, module: _Module, modules: Mapping[str, _Module]) -> None:
    if left := _LEFT.search(module.body):
        raise ValueError(f"{address}: `{left.group()}` is not understood")
    for target, names in module.imports.items():
        if target not in modules:
            raise ValueError(f"{address}: {target} is not there")
        if lacking := sorted(names - modules[target].exports.keys()):
            raise ValueError(f"{address}: {target} exports no {', '.join(lacking)}")


def _function(address: str, module: _Module) -> str:
    given = ", ".join(f"{outside}: {inside}" for outside, inside in module.exports.items())
    head = f"siteCopy.module({_quoted(address)}, (need, fetch, here) => {{"
    return f'{head}"use strict";\n{module.body}\nreturn {{ {given} }};\n}});\n'


def _target(written: str, address: str) -> str:
    return normpath(join(dirname(address), written))


def _quoted(address: str) -> str:
    return f'"{address}"'
