"""Scripts and style sheets named by their content, so that an old page never meets a new one.

The hash is in the file's name and not behind a question mark: a host would give the new content
under an old query, but knows no old name any more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from posixpath import dirname, join, normpath

from theorybook.problems import DataError, Place, Problem

# A module's name, as `import` and `new URL` have it: in quotes, beginning with a dot.
_IMPORTED = re.compile(r"""(?<=["'])\.\.?/[\w./-]+\.js(?=["'])""")
# A comment that stands on lines of its own, as ours do.
_COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*.*?\*/)[ \t]*\n", re.MULTILINE | re.DOTALL)
_LENGTH = 10  # hexadecimal digits; enough to tell any two versions of a file apart


def named_by_content(files: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Name each file by its content, and by that of all that it imports.

    A script loses its comments: they are for who reads its source, and no reader's browser need
    load them. One that begins with `/*!`, such as a license, stays.

    Args:
        files: the text of each script and style sheet, by its address.

    Returns:
        The new address and the new text of each file, by its old address. In the new text,
        imports have the new names.

    Raises:
        DataError: a script imports one that is not there, or in the end itself.
    """
    named: dict[str, tuple[str, str]] = {}
    for address in sorted(files):
        _name(address, files, named, ())
    return named


def _name(
    address: str,
    files: Mapping[str, str],
    named: dict[str, tuple[str, str]],
    within: tuple[str, ...],
) -> str:
    """Return the new address of a file, once all that it imports has its own."""
    if address not in named:
        text = files[address]
        for target in _imports(address, files, (*within, address)):
            _name(target, files, named, (*within, address))
        text = _IMPORTED.sub(lambda found: _renamed(found.group(), address, named), text)
        if address.endswith(".js"):
            text = _COMMENT.sub("", text)
        named[address] = (_with_hash(address, text), text)
    return named[address][0]


def _imports(address: str, files: Mapping[str, str], within: tuple[str, ...]) -> Iterator[str]:
    """Yield what a script imports, as far as it can be had."""
    for found in _IMPORTED.finditer(files[address]):
        target = _target(found.group(), address)
        if target not in files:
            raise _error(address, files, found.start(), f"`{found.group()}` is not there", _WRITE)
        if target in within:
            raise _error(
                address, files, found.start(), f"`{found.group()}` imports this file, too", _MOVE
            )
        yield target


def _target(written: str, address: str) -> str:
    return normpath(join(dirname(address), written))


def _renamed(written: str, address: str, named: Mapping[str, tuple[str, str]]) -> str:
    """Return a module's new name as another one writes it; its folder stays."""
    new = named[_target(written, address)][0]
    return f"{dirname(written)}/{new.rpartition('/')[2]}"


def _with_hash(address: str, text: str) -> str:
    name, _, ending = address.rpartition(".")
    return f"{name}.{sha256(text.encode()).hexdigest()[:_LENGTH]}.{ending}"


_WRITE = "write the name of a script that is there"
_MOVE = "move what both need into a third script"


def _error(address: str, files: Mapping[str, str], at: int, message: str, fix: str) -> DataError:
    before = files[address][:at]
    line, column = before.count("\n") + 1, at - before.rfind("\n")
    return DataError([Problem(Place(f"docs/{address}", line, column), "L04", message, fix)])
