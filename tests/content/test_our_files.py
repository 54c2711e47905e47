"""Our data files name the schemas that editors check them with, and fit them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.schemas import check

from theorybook.data.datafiles import DATA_FILES, DataFile


@pytest.mark.parametrize("file", DATA_FILES, ids=lambda file: str(file.name))
def test_a_file_fits_the_schema_that_it_names(root: Path, file: DataFile) -> None:
    data = root / "data" / file.filename
    first = data.read_text(encoding="utf-8").partition("\n")[0]
    assert first == f"# yaml-language-server: $schema=../.cache/schemas/{file.schema_filename}"
    check(root / "data" / file.schema_filename, data)
