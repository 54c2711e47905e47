"""A small MkDocs project in which the project's own scripts can be tried."""

import shutil
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parent.parent.parent / "scripts"
HOOK = """\
from pathlib import Path

from mkdocs.exceptions import PluginError


def on_nav(nav, config, files):
    words = (Path(config.docs_dir).parent / "data" / "words.txt").read_text().strip()
    if words == "wrong":
        raise PluginError("data/words.txt:1:1: X01 this\\ndata/words.txt:2:1: X02 that")
    if words == "bug":
        raise ZeroDivisionError
    config.extra["words"] = words


def on_page_markdown(markdown, page, config, files):
    return markdown + config.extra["words"]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project whose one page shows `data/words.txt`, and which `wrong` words break."""
    files = {
        "mkdocs.yml": "site_name: Small\ntheme: mkdocs\nhooks: [hooks/words.py]\nwatch: [data]\n",
        "hooks/words.py": HOOK,
        "docs/index.md": "# Words\n\n",
        "data/words.txt": "first words",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    shutil.copytree(SCRIPTS, tmp_path / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path
