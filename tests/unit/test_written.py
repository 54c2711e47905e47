"""Files that a build makes are written at once, and are there for MkDocs as if it had them."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config

from sitebuild.written import written


@pytest.mark.parametrize("content", ["a\r\nü\n", "a\r\nü\n".encode()])
def test_a_file_is_written_and_not_held(tmp_path: Path, content: str | bytes) -> None:
    (tmp_path / "docs").mkdir()
    settings = tmp_path / "mkdocs.yml"
    settings.write_text("site_name: x\nplugins: []\n", encoding="utf-8")
    config = load_config(str(settings), site_dir=str(tmp_path / "site"))
    config.plugins.on_startup(command="build", dirty=False)
    file = written(config, "go/T001/index.html", content)
    target = tmp_path / "site" / "go" / "T001" / "index.html"
    assert target.read_bytes() == "a\r\nü\n".encode()
    assert file.url == "go/T001/"
    assert file._content is None
    file.copy_file()  # as MkDocs does at the end
    assert target.read_bytes() == "a\r\nü\n".encode()
