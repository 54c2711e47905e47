"""The two built sites that tests look at, each built once in a whole run, and their pages."""

from __future__ import annotations

import fcntl
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.support.html import Document, documents
from tests.support.projects import (
    ROOT,
    copy_garden,
    keep_what_was_made,
    replace_once,
    run,
)

from theorybook.site import Site

SUBPATH = "/sub/"
# Where the two sites are said to be: on hosts that no data name, and not where mkdocs.yml says,
# which a fork edits.
REAL, SUB = "https://real.example/", f"https://site.example{SUBPATH}"
EDIT = "https://forge.example/real/site/edit/main/"
# Text that would run in a careless search page, below the title of a result.
IMAGE = "<img src=x onerror=alert(1)>"


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the project's own site, built strictly."""
    return _once(tmp_path_factory, "real-site", _build_real)


@pytest.fixture(scope="session")
def garden_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the garden's site, built by the script to live under `SUBPATH`."""
    return _once(tmp_path_factory, "garden", build_garden) / "site"


@pytest.fixture(scope="session")
def long_garden_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the garden's site, with two rows to a page where lists may be long."""
    return _once(tmp_path_factory, "long-garden", _build_long_garden) / "site"


@pytest.fixture(scope="session")
def site() -> Site:
    """Return what the project's data say."""
    return Site.load(ROOT)


@pytest.fixture(scope="session")
def pages(real_site: Path) -> tuple[Document, ...]:
    """Return every page of the project's site."""
    return documents(real_site)


@pytest.fixture(scope="session")
def garden_pages(garden_built: Path) -> tuple[Document, ...]:
    """Return every page of the garden's site."""
    return documents(garden_built)


def _once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Make a folder unless another worker of this run has."""
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, failed = shared / name, shared / f"{name}.failed"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if failed.exists():
            pytest.fail(failed.read_text(encoding="utf-8"))
        if not folder.exists():
            try:
                make(folder)
            except AssertionError as error:
                failed.write_text(str(error), encoding="utf-8")
                raise
    return folder


def _build_real(folder: Path) -> None:
    # A process of its own: a worker that drives a browser can start no other event loop.
    config = ROOT / "mkdocs.yml"
    command = ("-m", "mkdocs", "build", "--strict", "-f", config, "-d", folder)
    done = run(*command, SITE_URL=REAL, EDIT_URI=f"{EDIT}docs/")
    assert done.returncode == 0, done.stderr


def _build_long_garden(folder: Path) -> None:
    """Build the garden so that none of its lists is short enough for one page."""
    copy_garden(folder)
    limits = folder / "hooks" / "theorybook" / "long_lists.py"
    text = limits.read_text(encoding="utf-8")
    limits.write_text(re.sub(r"(?m)^([A-Z_]+ = )\d+$", r"\g<1>2", text), encoding="utf-8")
    done = run(folder / "scripts" / "build.py", SITE_URL=SUB)
    assert done.returncode == 0, done.stderr


def build_garden(folder: Path) -> None:
    """Build the garden in a folder, to live under `SUBPATH`."""
    copy_garden(folder)
    terms = folder / "data" / "terms.yaml"
    replace_once(terms, "Sore hands from", f"Sore hands, {IMAGE}, from")
    done = run(folder / "scripts" / "build.py", SITE_URL=SUB)
    assert done.returncode == 0, done.stderr
    keep_what_was_made(folder)
