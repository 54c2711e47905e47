"""The YAML files of a data folder: their names, models, and which list they hold."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import GenericAlias

from pydantic import Field, create_model

from theorybook.data.marked_yaml import Marked, parse
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


def read_text(folder: Path, name: str) -> str:
    """Read a file of the data folder as UTF-8.

    Args:
        folder: the data folder.
        name: the file's path in it.

    Returns:
        Its text.

    Raises:
        DataError: it is missing, unreadable or not UTF-8 (Y04).
    """
    file = f"{folder.name}/{name}"
    try:
        return (folder / name).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        place = Place(file, error.object.count(b"\n", 0, error.start) + 1)
        message = f"the file is not UTF-8 (byte {error.start + 1})"
        raise DataError([Problem(place, "Y04", message, "save it again as UTF-8")]) from error
    except OSError as error:
        message = f"the file cannot be read ({error.strerror})"
        raise DataError([Problem(Place(file), "Y04", message, "put the file back")]) from error


def read_yaml(folder: Path, name: str) -> Marked:
    """Read a YAML file of the data folder; raises as `read_text` and `marked_yaml.parse` do."""
    return parse(read_text(folder, name), f"{folder.name}/{name}")
