"""The core stays pure: it knows no site generator, whichever that is."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

CORE = Path(__file__).resolve().parent.parent.parent / "hooks" / "theorybook"
FILES = sorted(CORE.rglob("*.py"))


def imported(file: Path) -> set[str]:
    """Return the first part of every module that a file imports."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            found.add((node.module or "").split(".")[0])
    return found


@pytest.mark.parametrize("file", FILES, ids=[str(f.relative_to(CORE)) for f in FILES])
def test_the_core_knows_no_mkdocs(file: Path) -> None:
    assert not {"mkdocs", "material", "mkdocs_bibtex", "markdown"} & imported(file)
