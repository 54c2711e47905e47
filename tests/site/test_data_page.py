"""The page about the data: it names every file, and its examples run as they stand."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.support.built import REAL
from tests.support.html import document, text_of
from tests.support.server import serving

from theorybook.exports.llms import plain
from theorybook.exports.tables import TABLES
from theorybook.site import Site


@pytest.fixture
def examples(real_site: Path) -> Iterator[dict[str, list[str]]]:
    """Give the examples by language, asking a server on this machine, while it runs."""
    found: dict[str, list[str]] = {}
    with serving(real_site) as here:
        for element in document(real_site, "data/").root.iter("pre"):
            code = "".join(element.itertext()).replace(REAL, here)
            found.setdefault(element.get("data-example") or "", []).append(code)
        yield found


def output(folder: Path, *command: str) -> str:
    """Return what a program prints, and that it had nothing to complain about."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_python_finds_theories_that_name_a_word(
    examples: dict[str, list[str]], site: Site, tmp_path: Path
) -> None:
    printed = output(tmp_path, sys.executable, "-I", "-c", examples["python"][0])
    asked = site.settings.home.search_examples[0]
    word = re.compile(rf"\b{re.escape(asked)}\b", re.IGNORECASE)
    texts = {theory.id: theory.model_dump_json(exclude={"other_names"}) for theory in site.theories}
    named = [id_ for id_, text in texts.items() if word.search(text)]
    assert re.findall(r"^(T\d+) ", printed, re.MULTILINE) == named
    assert printed.count("At closest, we read ") == len(named)


def test_python_counts_studies_and_joins_the_evidence(
    examples: dict[str, list[str]], site: Site, tmp_path: Path
) -> None:
    printed = output(tmp_path, sys.executable, "-I", "-c", examples["python"][1])
    for depth in {study.depth for study in site.studies}:
        count = sum(study.depth is depth for study in site.studies)
        assert f"{count} read as: {depth.value}\n" in printed
    against = [(t.id, item) for t in site.theories for item in site.against(t)]
    assert printed.count(" is questioned by ") == len(against) > 0
    for theory, item in against:
        name = site.references[item.study].short
        assert f"{theory} is questioned by {name} in {REAL}go/{item.id}/" in printed


def test_a_shell_takes_all_tables_along(
    examples: dict[str, list[str]], real_site: Path, site: Site, tmp_path: Path
) -> None:
    if shutil.which("curl") is None:
        pytest.skip("curl is not installed")
    (code,) = examples["sh"]
    printed = output(tmp_path, "sh", "-eu", "-c", code)
    for table in TABLES:
        file = f"{table.name}.csv"
        assert (tmp_path / file).read_bytes() == (real_site / "data/v1" / file).read_bytes()
        assert f"{file}\n" in printed
    first = site.theories[0]
    assert f' "id": "{first.id}",\n "version": {first.version},\n' in printed


def test_r_counts_the_same(examples: dict[str, list[str]], site: Site, tmp_path: Path) -> None:
    if shutil.which("Rscript") is None:
        pytest.skip("R is not installed")
    (code,) = examples["r"]
    printed = output(tmp_path, "Rscript", "--vanilla", "-e", code)
    read = sum(study.depth == "abstract" for study in site.studies)
    assert re.search(rf"\b{read}\b", printed)
    against = [item.id for theory in site.theories for item in site.against(theory)]
    assert sorted(re.findall(r"/go/(T\d+-E\d+)/", printed)) == sorted(against)


@pytest.mark.parametrize("built", ["real_site", "garden_built"])
def test_the_page_names_every_file_and_counts_it(
    request: pytest.FixtureRequest, built: str
) -> None:
    folder: Path = request.getfixturevalue(built)
    page = document(folder, "data/")
    linked = {(link.get("href") or "").removeprefix("v1/") for link in page.all("a")}
    there = {file.name for file in (folder / "data/v1").iterdir() if file.is_file()}
    assert there <= linked
    assert "../llms.txt" in linked
    text = text_of(page.root)
    for name in ("theories", "studies", "quotes", "terms", "glossary", "tensions", "gaps"):
        whole = json.loads((folder / f"data/v1/{name}.json").read_text(encoding="utf-8"))
        assert f"{name}.json {len(whole[name])} in force" in text


def test_every_column_is_described(real_site: Path) -> None:
    page = document(real_site, "data/")
    for table in TABLES:
        (details,) = (
            each for each in page.all("details") if f"{table.name}.csv" == text_of(each[0])
        )
        file = real_site / f"data/v1/{table.name}.csv"
        head = file.read_text(encoding="utf-8-sig").partition("\n")[0].strip().split(",")
        assert [text_of(term).split()[0] for term in details.iter("dt")] == head
        assert all(text_of(words) for words in details.iter("dd"))


def test_llms_txt_is_as_the_convention_asks_and_leads_somewhere(
    real_site: Path, site: Site
) -> None:
    text = (real_site / "llms.txt").read_text(encoding="utf-8")
    lines = text.split("\n")
    assert lines[0] == f"# {plain(site.settings.name)}"
    assert [line for line in lines if line][1] == f"> {plain(site.settings.home.lead)}"
    head, *parts = text.split("\n## ")
    assert "A good lead is not proof." in head
    assert "How to cite: " in head
    for part in parts:
        items = [line for line in part.split("\n")[1:] if line]
        assert items
        for item in items:
            match = re.match(r"- \[.+?\]\((\S+)\): \S", item)
            assert match, item
            path = real_site / match[1].removeprefix(REAL)
            assert path.is_file() or (path / "index.html").is_file(), item
    for theory in site.theories:
        (line,) = (line for line in lines if line.startswith(f"- [{theory.id}: "))
        assert f"Version {theory.version}, {theory.dated}." in line
        assert re.search(r"At closest, we read [^.]+\.$", line)
