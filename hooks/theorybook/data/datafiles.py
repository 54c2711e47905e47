"""The YAML files of a data folder: their names, models, and which list they hold."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from theorybook.data.marked_yaml import Marked, parse
from theorybook.model.base import Record
from theorybook.model.gap import GapsFile, WaitingFile
from theorybook.model.glossary import GlossaryFile
from theorybook.model.quotation import QuotesFile
from theorybook.model.settings import Settings
from theorybook.model.study import StudiesFile
from theorybook.model.tension import TensionsFile
from theorybook.model.term import TermsFile
from theorybook.model.theory import TheoriesFile
from theorybook.problems import DataError, Place, Problem


@dataclass(frozen=True)
class DataFile:
    """One YAML file: its name without ending, its model, and how its records are told apart."""

    name: str
    model: type[Record]
    kind: str = ""
    id_field: str = "id"

    @property
    def filename(self) -> str:
        """Its name in the data folder."""
        return f"{self.name}.yaml"

    @property
    def schema_filename(self) -> str:
        """The name of the JSON Schema that editors use for it."""
        return f"{self.name}.schema.json"


DATA_FILES = (
    DataFile("site", Settings),
    DataFile("theories", TheoriesFile, "theory"),
    DataFile("studies", StudiesFile, "study", "key"),
    DataFile("quotes", QuotesFile, "quote"),
    DataFile("terms", TermsFile, "term"),
    DataFile("glossary", GlossaryFile, "glossary"),
    DataFile("tensions", TensionsFile, "tension"),
    DataFile("gaps", GapsFile, "gap"),
    DataFile("waiting", WaitingFile, "waiting"),
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
