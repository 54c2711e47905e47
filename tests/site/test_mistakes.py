"""A letter changed in the data stops the build with the place and the cure, and costs nothing."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from tests.support.projects import copy_garden, files_in, replace_once, run

# Where, what, into what; the code that has to come, and where.
MISTAKES = {
    "a quotation": (
        "quotes.yaml",
        "they felt watched, and two",
        "they felt washed, and two",
        "Q01",
    ),
    "a citation key": (
        "theories.yaml",
        "text: Two of them left.\n      voice: from the study\n"
        "      cites: [example_2032-weeds-F1]",
        "text: Two of them left.\n      voice: from the study\n"
        "      cites: [example_2032-seeds-F1]",
        "R02",
    ),
    "a term": ("terms.yaml", "- id: feeling-watched\n", "- id: feeling-washed\n", "P01"),
    "a term's use": (
        "theories.yaml",
        "- term: shared-weeding\n      placed: stated",
        "- term: shared-weedings\n      placed: stated",
        "R03",
    ),
    "the id of a theory": ("theories.yaml", "- id: T002\n", "- id: T009\n", "P01"),
}
MESSAGE = re.compile(r"^(data/[\w.]+):(\d+):(\d+): ([A-Z]\d\d) (.+); fix: (.+)$", re.MULTILINE)


@pytest.fixture
def broken(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a copy of the project with one letter changed."""
    file, old, new, _ = MISTAKES[request.param]
    project = copy_garden(tmp_path / "project")
    replace_once(project / "data" / file, old, new)
    return project


def told(done: CompletedProcess[str], project: Path) -> list[str]:
    """Return the codes in what a script says, after a look at its form and at the places."""
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    messages = MESSAGE.findall(done.stderr)
    for file, line, column, *_ in messages:
        text = (project / file).read_text(encoding="utf-8").split("\n")[int(line) - 1]
        assert text[int(column) - 1 :].strip(), (file, line, column)
    return [code for _, _, _, code, _, _ in messages]


@pytest.mark.parametrize("broken", MISTAKES, indirect=True)
def test_the_check_says_where_and_what_to_do(broken: Path, request: pytest.FixtureRequest) -> None:
    done = run(broken / "scripts" / "check.py")
    code = MISTAKES[request.node.callspec.params["broken"]][3]
    codes = told(done, broken)
    assert code in codes
    lines = done.stderr.splitlines()
    noun = "mistake" if len(codes) == 1 else "mistakes"
    assert lines[-1] == f"check: {len(codes)} {noun} to mend"
    assert len(lines) == len(codes) + 1, "every line is a message or the count"


@pytest.mark.parametrize("broken", ["a quotation"], indirect=True)
def test_the_last_good_site_stays(
    broken: Path, garden_built: Path, request: pytest.FixtureRequest
) -> None:
    shutil.copytree(garden_built, broken / "site")
    before = files_in(broken / "site")
    done = run(broken / "scripts" / "build.py")
    assert MISTAKES[request.node.callspec.params["broken"]][3] in told(done, broken)
    assert done.stderr.endswith("site: not built, for the reasons above; site/ is as it was\n")
    assert files_in(broken / "site") == before
    assert list(broken.glob(".site-*")) == []


def test_a_wrong_quotation_names_the_closest_words(tmp_path: Path) -> None:
    project = copy_garden(tmp_path / "project")
    file, old, new, _ = MISTAKES["a quotation"]
    replace_once(project / "data" / file, old, new)
    said = run(project / "scripts" / "check.py").stderr
    assert "closest: 'they felt watched, and two of them left.'" in said


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    project = copy_garden(tmp_path / "project")
    chosen = [MISTAKES[name] for name in ("a quotation", "a citation key", "a term's use")]
    for file, old, new, _ in chosen:
        replace_once(project / "data" / file, old, new)
    codes = told(run(project / "scripts" / "check.py"), project)
    assert {code for *_, code in chosen} <= set(codes)
