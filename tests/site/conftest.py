"""The built sites, and their pages parsed."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.built import garden_built as garden_built
from tests.support.built import real_site as real_site
from tests.support.html import Document, documents
from tests.support.projects import ROOT

from theorybook.site import Site


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
