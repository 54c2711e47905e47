"""What the linters say, and whether the locks and the Makefile are as promised."""

import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
WORKFLOWS = sorted(file.name for file in (ROOT / ".github" / "workflows").iterdir())
LOCKS = ("requirements", "requirements-dev")


@pytest.mark.parametrize(
    "command",
    [
        "mypy",
        "ruff check",
        "ruff format --check",
        "codespell",
        "zizmor --offline --no-progress .github",
        *(
            f"check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/{name}"
            for name in WORKFLOWS
        ),
        "check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml",
        "check-jsonschema --builtin-schema vendor.github-issue-forms "
        ".github/ISSUE_TEMPLATE/problem.yml .github/ISSUE_TEMPLATE/study.yml "
        ".github/ISSUE_TEMPLATE/tried.yml",
        "check-jsonschema --builtin-schema vendor.github-issue-config "
        ".github/ISSUE_TEMPLATE/config.yml",
        "check-jsonschema --builtin-schema vendor.gitlab-ci deploy/gitlab-ci.yml",
        "check-jsonschema --builtin-schema vendor.citation-file-format CITATION.cff",
        "deno check --quiet --no-lock --unstable-sloppy-imports --config jsconfig.json "
        "docs/assets/js/plan/planner.js docs/assets/js/plan/docx.js docs/assets/js/check.js "
        "docs/assets/js/train/builder.js docs/assets/js/train/since.js",
    ],
)
def test_no_tool_complains(command: str) -> None:
    program, *arguments = command.split()
    done = subprocess.run(
        [BIN / program, *arguments],
        cwd=ROOT,
        env=os.environ | {"DENO_DIR": str(ROOT / ".cache" / "deno"), "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def requirements(path: str) -> list[Requirement]:
    """Return the requirements in a file, without their hashes and comments."""
    text = (ROOT / path).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = (re.sub(r"(\s|^)#.*|--hash=\S+", "", line).strip() for line in text.splitlines())
    return [Requirement(line) for line in lines if line and not line.startswith("-c ")]


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_is_pinned_by_version_and_hash(name: str) -> None:
    text = (ROOT / f"{name}.txt").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\w)", text)[1:]
    assert entries
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert [r for r in requirements(f"{name}.txt") if not str(r.specifier).startswith("==")] == []


@pytest.mark.parametrize("name", LOCKS)
def test_the_lock_names_no_host(name: str) -> None:
    assert "://" not in (ROOT / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", LOCKS)
@pytest.mark.parametrize("python", ["3.11.2", "3.12.0", "3.13.0", "3.14.0"])
def test_the_lock_answers_what_is_asked_for_on_each_python(name: str, python: str) -> None:
    environment = {"python_full_version": python, "python_version": python.rpartition(".")[0]}
    locked = [
        r for r in requirements(f"{name}.txt") if r.marker is None or r.marker.evaluate(environment)
    ]
    assert [key for key, times in Counter(r.name for r in locked).items() if times > 1] == []
    versions = {r.name: str(r.specifier).removeprefix("==") for r in locked}
    for asked in requirements(f"{name}.in"):
        assert asked.specifier.contains(versions[asked.name.lower()]), asked


def test_both_locks_agree() -> None:
    site, dev = (
        {r.name: r.specifier for r in requirements(f"{n}.txt") if not r.marker} for n in LOCKS
    )
    assert {name: dev[name] for name in site.keys() & dev.keys()} == {
        name: site[name] for name in site.keys() & dev.keys()
    }


def test_make_alone_lists_every_target_that_is_for_people() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE)) - {"runtime", "dev"}
    said = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert set(re.findall(r"^make (\w+)  ", said, re.MULTILINE)) == targets
