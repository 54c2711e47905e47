"""The YAML files of a data folder: their names, models, and which list they hold."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import GenericAlias

from pydantic import Field, create_model

from theorybook.data.characters import unseen_characters
from theorybook.data.file_links import link_leading_out, not_a_file
from theorybook.kinds import CHOICES, KINDS, PartKind, RecordKind
from theorybook.model.base import Record
from theorybook.model.gap import WaitingFile
from theorybook.model.settings import Settings
from theorybook.problems import DataError, Place, Problem


@dataclass(frozen=True)
class IdList:
    """A list in a file whose items have ids: its field, the kind of its items, and their parts."""

    field: str
    kind: str
    id_field: str = "id"
    parts: tuple[PartKind, ...] = ()


@dataclass(frozen=True)
class DataFile:
    """One YAML file: its name without ending, its model, and the lists in it that have ids."""

    name: str
    model: type[Record]
    lists: tuple[IdList, ...]

    @property
    def filename(self) -> str:
        """Its name in the data folder."""
        return f"{self.name}.yaml"

    @property
    def schema_filename(self) -> str:
        """The name of the JSON Schema that editors use for it."""
        return f"{self.name}.schema.json"


def _file_of(kind: RecordKind) -> DataFile:
    """Return the file that holds the records of a kind, as a list under its own name."""
    held = Field(description=f"The {kind.nouns[1]}.")
    model = create_model(
        f"{kind.many.capitalize()}File",
        __base__=Record,
        __doc__=f"data/{kind.filename}",
        **{kind.many: (GenericAlias(tuple, (kind.model, ...)), held)},  # type: ignore[call-overload]
    )
    return DataFile(kind.many, model, (IdList(kind.many, kind.name, kind.id_field, kind.parts),))


DATA_FILES = (
    DataFile("site", Settings, tuple(IdList(field, kind) for kind, field in CHOICES.items())),
    *map(_file_of, KINDS),
    DataFile("waiting", WaitingFile, (IdList("waiting", "waiting"),)),
)


# What git writes into a file where it could not join two changes.
_MARKS = ("<<<<<<< ", ">>>>>>> ", "||||||| ")
_MERGE_MARKS = re.compile("|".join(f"^{re.escape(mark)}" for mark in _MARKS), re.MULTILINE)
# A line of this sign alone is an underline in Markdown, and can be one in a stored text.
_BETWEEN = re.compile("^=======$", re.MULTILINE)
_NO_PROSE = (".yaml", ".bib", ".json")
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LARGEST = 50_000_000  # bytes; a thousand theories take five million
_SAVE = "save it again as UTF-8"


def read_text(folder: Path, name: str) -> str:
    """Read a file of the data folder as UTF-8, as `text_of` does.

    Args:
        folder: the data folder, or another folder of the project.
        name: the file's path in it.
    """
    return text_of(folder / name, f"{folder.name}/{name}", folder.parent)


def text_of(path: Path, file: str, root: Path) -> str:
    """Read a file as UTF-8.

    Args:
        path: where it is.
        file: the name that places carry.
        root: the project.

    Returns:
        Its text.

    Raises:
        DataError: it is missing, unreadable, too large or not UTF-8 (Y04), a link that leads out
            of the project (Y05), holds characters that nobody sees (Y06), or two versions that
            git could not join (Y07).
    """
    leads_out = link_leading_out(path, root)
    if leads_out:
        raise DataError([leads_out])
    text = _decoded(_content(path, file), file)
    problems = [*_conflict(text, file)] or [*unseen_characters(text, file)]
    if problems:
        raise DataError(problems)
    return text


def _content(path: Path, file: str) -> bytes:
    try:
        if path.exists() and not path.is_file() and not path.is_dir():  # a pipe would never end
            raise DataError([not_a_file(file)])
        if path.stat().st_size > _LARGEST:
            fix = "take out what does not belong there, or take it back from the last commit"
            raise _unreadable(file, f"the file has more than {_LARGEST // 1_000_000} MB", fix)
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(file, f"the file cannot be read ({error.strerror})") from error


def _decoded(content: bytes, file: str) -> str:
    if content.startswith(_UTF_16) or content.count(0) > len(content) // 4:
        raise _unreadable(file, "the file is not UTF-8 (it looks like UTF-16)", _SAVE)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = Place(file, error.object.count(b"\n", 0, error.start) + 1)
        message = f"the file is not UTF-8 (byte {error.start + 1})"
        raise DataError([Problem(place, "Y04", message, _SAVE)]) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _unreadable(file: str, message: str, fix: str = "put the file back") -> DataError:
    return DataError([Problem(Place(file), "Y04", message, fix)])


def _conflict(text: str, file: str) -> Iterator[Problem]:
    """Yield where git left two versions of the same lines."""
    # To look for a text is far faster than for the start of a line, and there is none as a rule.
    found = any(mark in text for mark in _MARKS) and _MERGE_MARKS.search(text)
    if not found and "=======" in text and file.endswith(_NO_PROSE):
        found = _BETWEEN.search(text)
    if found:
        place = Place(file, text.count("\n", 0, found.start()) + 1)
        fix = (
            "keep one of the two versions, and take out the lines that start with "
            "`<<<<<<<`, `=======` and `>>>>>>>`"
        )
        yield Problem(
            place, "Y07", "git left its merge marks here, round two versions of the same lines", fix
        )
