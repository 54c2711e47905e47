"""A fork is set up by editing the lines at the top of one file: nothing of the old site is left."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from tests.support.projects import GARDEN, ROOT, copy_garden, files_in, run

NEW = {
    "name": "Allotments anew",
    "description": "What a fork says of itself.",
    "address": "https://fork.example/plots",
    "edit_address": "https://forge.example/fork/plots/edit/main/docs/",
    "makers": "Those who forked",
    "code_licence": "ISC",
    "content_licence": "CC BY-SA 4.0",
    "content_licence_url": "https://creativecommons.org/licenses/by-sa/4.0/",
}
# What a built site says of itself, and where.
SAID = {
    "name": ("index.html", "404.html", "feed.xml", "feed.json", "llms.txt", "go/T001/index.html",
             "data/v1/datapackage.json", "map/strategies.svg", "theories/sharing-tools/index.html"),
    "address": ("index.html", "sitemap.xml", "feed.xml", "cite/T001.bib", "cite/T001.ris"),
    "makers": ("cite/T001.bib", "cite/T001.ris", "cite/T001.json", "feed.xml", "feed.json"),
    "content_licence": ("about/index.html", "map/strategies.svg", "data/v1/datapackage.json"),
    "edit_address": ("about/index.html",),
    "description": ("about/index.html",),
    "code_licence": ("index.html",),
}  # fmt: skip


def settings(root: Path) -> dict[str, str]:
    text = (root / "data" / "site.yaml").read_text(encoding="utf-8")
    loaded: dict[str, str] = yaml.load(text, yaml.CBaseLoader)
    return {name: loaded[name] for name in NEW if name in loaded}


@pytest.fixture(scope="module")
def fork(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return every file of the site of a fork, as text."""
    root = copy_garden(tmp_path_factory.mktemp("fork") / "fork")
    file = root / "data" / "site.yaml"
    lines = [f"{name}: {value}\n" for name, value in NEW.items()]
    lines += [line for line in file.read_text(encoding="utf-8").splitlines(keepends=True)
              if line.partition(":")[0] not in NEW]  # fmt: skip
    file.write_text("".join(lines), encoding="utf-8")
    done = run(root / "scripts" / "build.py")
    assert done.returncode == 0, done.stderr
    return {name: content.decode("utf-8", "ignore")
            for name, content in files_in(root / "site").items()}  # fmt: skip


@pytest.mark.parametrize("said", SAID)
def test_a_fork_says_what_its_file_says(fork: dict[str, str], said: str) -> None:
    assert {name for name in SAID[said] if NEW[said] not in fork[name]} == set()


def test_nothing_of_the_old_site_is_left(fork: dict[str, str]) -> None:
    garden, ours = settings(GARDEN), settings(ROOT)
    old = {garden["address"], garden["edit_address"], f"{garden['name']}, contributors",
           garden["description"], ours["name"], ours["edit_address"], ours["description"],
           "see data/site.yaml"}  # fmt: skip
    left = {(name, words) for name, text in fork.items() for words in old if words in text}
    assert left == set()
