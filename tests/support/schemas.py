"""What a program of others finds where a file is not what its schema says."""

from __future__ import annotations

from pathlib import Path

from check_jsonschema import main
from click.testing import CliRunner


def check(schema: Path, *files: Path) -> None:
    """Fail where a file is not what its schema says."""
    done = CliRunner().invoke(main, ["--schemafile", str(schema), *map(str, files)])
    assert done.exit_code == 0, done.output
