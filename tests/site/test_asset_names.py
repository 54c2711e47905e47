"""On the built sites, every script and style sheet is named by its content and can be had."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from pathlib import Path

import pytest
from tests.support.projects import copy_garden, run

LINKED = re.compile(r'(?:src|href)="([^"]*assets/(?:js|css)/[^"]+)"')
IMPORTED = re.compile(r"""["'](\.\.?/[\w./-]+\.js)["']""")


@pytest.fixture(params=["real_site", "garden_built"])
def built(request: pytest.FixtureRequest) -> Path:
    """Return each built site."""
    folder: Path = request.getfixturevalue(request.param)
    return folder


def test_each_name_is_that_of_its_content(built: Path) -> None:
    folders = (built / "assets" / "js", built / "assets" / "css")
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    assert len(files) > 5
    for path in files:
        hashed = path.name.split(".")[1]
        assert sha256(path.read_bytes()).hexdigest().startswith(hashed), path.name
        assert len(hashed) == 10


def test_what_pages_and_scripts_ask_for_is_there(built: Path) -> None:
    pages = [path for path in built.rglob("*.html") if "go" not in path.relative_to(built).parts]
    assert len(pages) > 10
    for page in pages:
        links = LINKED.findall(page.read_text(encoding="utf-8"))
        # A style sheet and a script; the page of search asks for more of them at once.
        assert len(links) >= (2 if "</article>" in page.read_text(encoding="utf-8") else 0)
        if page.name != "404.html":  # its links start at the root of the host
            assert [link for link in links if not (page.parent / link).is_file()] == []
    for script in (built / "assets" / "js").rglob("*.js"):
        imported = IMPORTED.findall(script.read_text(encoding="utf-8"))
        assert [name for name in imported if not (script.parent / name).is_file()] == []


def test_only_the_search_page_names_the_index(built: Path) -> None:
    """The index changes with every word; so would each page that names it."""
    name = re.compile(r"assets/search\.[0-9a-f]{8}")
    naming = [page for page in built.rglob("*.html") if name.search(page.read_text("utf-8"))]
    assert naming == [built / "search" / "index.html"]
    (named,) = set(re.findall(r'"\.\./(assets/search\.[^"]+)"', naming[0].read_text("utf-8")))
    assert (built / named).is_file()


def test_the_list_of_addresses_has_what_can_be_typed(built: Path) -> None:
    listed = json.loads((built / "assets" / "addresses.json").read_text(encoding="utf-8"))
    permanent = {f"go/{folder.name}/" for folder in (built / "go").iterdir()}
    assert permanent
    assert permanent | {"about/limits/", "search/"} <= set(listed)
    assert [address for address in listed if not (built / address / "index.html").is_file()] == []


def test_a_script_that_cannot_be_imported_stops_the_build(tmp_path: Path) -> None:
    garden = copy_garden(tmp_path / "garden")
    script = garden / "docs" / "assets" / "js" / "gloss.js"
    script.write_text('import "./none.js";\n', encoding="utf-8")
    done = run(garden / "scripts" / "build.py")
    assert done.returncode == 1
    assert "docs/assets/js/gloss.js:1:9: L04 `./none.js` is not there; fix: " in done.stderr
    assert "Traceback" not in done.stderr
