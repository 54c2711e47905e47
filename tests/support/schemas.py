"""What a program of others finds where a file is not what its schema says."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from check_jsonschema import main
from click.testing import CliRunner
from tests.support.yaml_core import CoreLoader


def check(schema: Path, *files: Path) -> None:
    """Fail where a file is not what its schema says.

    YAML is handed over as JSON: the reader of that program takes most of its time.
    """
    with TemporaryDirectory() as folder:
        given = [_as_json(file, Path(folder)) if file.suffix == ".yaml" else file for file in files]
        done = CliRunner().invoke(main, ["--schemafile", str(schema), *map(str, given)])
    assert done.exit_code == 0, done.output


def _as_json(file: Path, folder: Path) -> Path:
    read = yaml.load(file.read_text(encoding="utf-8"), CoreLoader)
    path = folder / f"{file.stem}.json"
    path.write_text(json.dumps(read), encoding="utf-8")
    return path
