"""What tests share: the project's root, a second, small data folder, both sites and a browser.

A fixture of a whole run is named here and nowhere below: named twice, it would be made twice.
"""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from tests.support.browsing import address as address
from tests.support.browsing import browser as browser
from tests.support.browsing import garden_address as garden_address
from tests.support.browsing import module_page as module_page
from tests.support.browsing import open_garden as open_garden
from tests.support.browsing import open_page as open_page
from tests.support.browsing import tabs as tabs
from tests.support.built import garden_built as garden_built
from tests.support.built import garden_pages as garden_pages
from tests.support.built import long_garden_built as long_garden_built
from tests.support.built import pages as pages
from tests.support.built import real_site as real_site
from tests.support.built import site as site
from tests.support.plan_files import take as take

from theorybook import template_engine
from theorybook.cache import Cache
from theorybook.data import folder
from theorybook.data.parsers import Parsers
from theorybook.exports import json_files
from theorybook.problems import DataError, Place, Problem
from theorybook.site import Site

ROOT = Path(__file__).resolve().parent.parent
GARDEN = ROOT / "tests" / "garden"
# How long an example takes hangs on what else the machine does.
settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")
# The garden's last day is on 29 February 2032. What a check says must not hang on the day of a run.
os.environ["SOURCE_DATE_EPOCH"] = str(int(datetime(2032, 6, 1, tzinfo=UTC).timestamp()))


@dataclass(frozen=True)
class Project:
    """A copy of the garden, to be damaged."""

    root: Path

    def edit(self, file: str, old: str, new: str) -> None:
        """Replace a text that stands exactly once in a file, such as `data/terms.yaml`."""
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    def edit_at(self, place: Place, old: str, new: str) -> None:
        """Replace the text that starts at a place."""
        path = self.root / place.file
        lines = path.read_text(encoding="utf-8").split("\n")
        line, start = lines[place.line - 1], place.column - 1
        assert line.startswith(old, start), f"{place} reads {line[start:]!r}"
        lines[place.line - 1] = line[:start] + new + line[start + len(old) :]
        path.write_text("\n".join(lines), encoding="utf-8")

    def text_at(self, place: Place) -> str:
        """Return the rest of the line from a place on."""
        lines = (self.root / place.file).read_text(encoding="utf-8").split("\n")
        return lines[place.line - 1][place.column - 1 :]

    def problems(self) -> tuple[Problem, ...]:
        """Return what loading complains about."""
        try:
            Site.load(self.root)
        except DataError as error:
            return error.problems
        return ()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that records golden pages again."""
    parser.addoption("--update-golden", action="store_true", help="record the golden pages again")


@pytest.fixture(scope="module", autouse=True)
def only_what_is_new_is_looked_at_for_rubbish() -> None:
    """Keep what lives on, such as thousands of tests and parsed pages, out of Python's searches."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def same_text_is_parsed_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Remember how a text reads: the garden is loaded thousands of times, with one file changed.

    So it is with YAML, with templates, and with the schemas that are made from the model.
    """
    remembering = Parsers().remembering()
    compiled = Cache(tmp_path_factory.mktemp("templates") / "cache" / "templates.sqlite")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(folder, "Parsers", lambda: remembering)
        patch.setattr(template_engine, "Cache", lambda: compiled)
        patch.setattr(json_files, "_schema", lru_cache(100)(json_files._schema))
        yield


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the project's root."""
    return ROOT


@pytest.fixture(scope="session")
def garden_site() -> Site:
    """Return the garden, loaded. Nothing in it can be changed."""
    return Site.load(GARDEN)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Return a copy of the garden that a test may damage."""
    return Project(Path(shutil.copytree(GARDEN, tmp_path / "garden")))
