"""`make reference`, `make new` and `make report`, on a copy of the garden."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from tests.support.projects import copy_garden, files_in, replace_once, run

BIBTEX = """\
@article{x, title={Slugs and sorrow}, author={Beet, Bo}, journal={Journal of Beds}, year=2032}
"""


@pytest.fixture
def garden(tmp_path: Path) -> Path:
    """Return a copy of the project with the garden's data."""
    return copy_garden(tmp_path / "garden")


def script(garden: Path, name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one of the copy's scripts."""
    return run(garden / "scripts" / f"{name}.py", *arguments)


def typed(garden: Path, name: str, *arguments: str, lines: str) -> str:
    """Run a script as somebody at a terminal does; return all that stands on the screen."""
    ours, theirs = pty.openpty()
    command = [sys.executable, str(garden / "scripts" / f"{name}.py"), *arguments]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        os.write(ours, lines.encode())
        said = b""
        try:
            while more := os.read(ours, 10_000):
                said += more
        except OSError:  # the other end is closed
            pass
        process.wait()
    os.close(ours)
    return said.decode()


def write(garden: Path, text: str) -> str:
    """Write what is to be added into a file; return its path."""
    file = garden / "pasted.bib"
    file.write_text(text, encoding="utf-8")
    return str(file)


def test_a_reference_from_a_file(garden: Path) -> None:
    done = script(garden, "reference", write(garden, BIBTEX))
    assert done.returncode == 0, done.stderr
    assert "data/references.bib:27: added" in done.stdout
    assert done.stdout.endswith("next: make new KIND=study KEY=beet2032slugs\n")
    bibliography = (garden / "data" / "references.bib").read_text(encoding="utf-8")
    assert bibliography.endswith("  year    = {2032}\n}\n")


def test_a_reference_that_is_pasted_with_a_key_of_ones_own(garden: Path) -> None:
    done = subprocess.run(
        [sys.executable, garden / "scripts" / "reference.py", "", "--key", "mine"],
        input=BIBTEX,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "@article{mine," in done.stdout


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Slugs, by Beet.", "neither BibTeX nor RIS nor CSL-JSON"),
        (BIBTEX.replace("2032", "2032, doi={10.0000/invented_2031.1}"), "`example2031beds`"),
    ],
)
def test_what_cannot_be_added_leaves_all_as_it_was(garden: Path, text: str, says: str) -> None:
    file = write(garden, text)
    before = files_in(garden / "data")
    done = script(garden, "reference", file)
    assert done.returncode == 1
    assert says in done.stderr
    assert "nothing was written" in done.stderr
    assert files_in(garden / "data") == before


def test_a_title_that_is_nearly_there_says_how_to_add_it(garden: Path) -> None:
    title = "Behind the hedge: a report that nobody can find"
    twin = BIBTEX.replace("Slugs and sorrow", title).replace("Beet, Bo", "Example, Ada")
    done = script(garden, "reference", write(garden, twin))
    assert "ALIKE=yes" in done.stderr
    done = script(garden, "reference", write(garden, twin), "--alike")
    assert done.returncode == 0, done.stderr


def test_a_file_that_is_not_there(garden: Path) -> None:
    done = script(garden, "reference", "nowhere.bib")
    assert "nowhere.bib" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_record_without_a_terminal(garden: Path) -> None:
    done = script(garden, "new", "term", "NAME=Sore hands", "kind=outcome", "wanted=false")
    assert done.returncode == 0, done.stderr
    assert "added sore-hands" in done.stdout
    terms = (garden / "data" / "terms.yaml").read_text(encoding="utf-8")
    assert "- id: sore-hands\n  kind: outcome\n  name: Sore hands\n" in terms
    assert "  wanted: false\n" in terms
    schema = garden / ".cache" / "schemas" / "theories.schema.json"
    assert "sore-hands" in json.loads(schema.read_text("utf-8"))["$defs"]["ids-of-term"]["enum"]


def test_a_part_of_a_record(garden: Path) -> None:
    done = script(garden, "new", "evidence", "of=T002", "finding=example2031beds-F1")
    assert "added T002-E3" in done.stdout
    theories = (garden / "data" / "theories.yaml").read_text(encoding="utf-8")
    assert "  - id: T002-E3\n    study: example2031beds\n    finding: example2031" in theories


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["stduy"], "did you mean `study`?"),
        (["study"], "a new study needs its key"),
        (["study", "key=b", "colour=red"], "there is no field `colour`"),
        ([], "no kind is named; use KIND= and one of: theory, study,"),
    ],
)
def test_a_record_that_cannot_be_made(garden: Path, arguments: list[str], says: str) -> None:
    before = files_in(garden / "data")
    done = script(garden, "new", *arguments)
    assert done.returncode == 1
    assert says in done.stderr
    assert files_in(garden / "data") == before


def test_at_a_terminal_it_asks(garden: Path) -> None:
    said = typed(garden, "new", lines="term\nDéjà vu\nmechanism\n")
    assert "added deja-vu" in said
    assert "Its plain name, as a coordinator would say it." in said
    terms = (garden / "data" / "terms.yaml").read_text(encoding="utf-8")
    assert "- id: deja-vu\n  kind: mechanism\n  name: Déjà vu\n" in terms


def test_a_broken_file_is_told_and_left(garden: Path) -> None:
    terms = garden / "data" / "terms.yaml"
    terms.write_text("terms: [\n", encoding="utf-8")
    done = script(garden, "new", "term", "name=Mulch")
    assert "data/terms.yaml:1:" in done.stderr
    assert terms.read_text(encoding="utf-8") == "terms: [\n"


def git(garden: Path, *arguments: str) -> None:
    who = ["-c", "user.name=Nobody", "-c", "user.email=nobody@garden.example"]
    subprocess.run(["git", *who, *arguments], cwd=garden, check=True, capture_output=True)


def test_the_report_compares_with_where_the_branch_began(garden: Path) -> None:
    git(garden, "init", "--initial-branch=main")
    git(garden, "add", "data", "docs", "mkdocs.yml")
    git(garden, "commit", "--message=Begin")
    git(garden, "switch", "--create=change")
    replace_once(garden / "data" / "theories.yaml", "People who weed.", "People who mow.")
    with (garden / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("# One line more.\n")
    git(garden, "commit", "--all", "--message=Mow")
    git(garden, "switch", "main")
    replace_once(garden / "data" / "theories.yaml", "People who dig.", "People who rake.")
    git(garden, "commit", "--all", "--message=Rake")
    git(garden, "switch", "change")
    done = script(garden, "report", "main")
    assert done.returncode == 0, done.stderr
    assert "~~People who weed.~~ → **People who mow.**" in done.stdout
    assert "rake" not in done.stdout
    assert "- `mkdocs.yml`" in done.stdout


def test_a_report_against_nothing(garden: Path) -> None:
    done = script(garden, "report", "main")
    assert done.returncode == 1
    assert done.stderr.startswith("report: ")
    assert "Traceback" not in done.stderr
