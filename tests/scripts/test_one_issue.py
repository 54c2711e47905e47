"""There is one issue for what a check finds, however often it runs."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from tests.support.projects import ROOT, run

TITLE = "Links to look at"
# Stands in for GitHub: keeps issues in a file, and knows the words that the script uses.
GH = """#!{python}
import json, pathlib, sys
file = pathlib.Path(__file__).with_name("issues.json")
issues = json.loads(file.read_text())
group, act, *rest = sys.argv[1:]
assert group == "issue", group
if act == "list":
    assert rest[:2] == ["--state", "open"], rest
    print(json.dumps([each for each in issues if each["open"]]))
elif act == "create":
    title = rest[rest.index("--title") + 1]
    issues.append(dict(number=len(issues) + 1, title=title, body=sys.stdin.read(), open=True))
elif act == "edit":
    issues[int(rest[0]) - 1]["body"] = sys.stdin.read()
elif act == "close":
    issues[int(rest[0]) - 1]["open"] = False
else:
    sys.exit(f"no such act: {{act}}")
file.write_text(json.dumps(issues))
"""


class Tell:
    """Runs the script with the stand-in before all else on the path."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, report: str, title: str = TITLE) -> list[dict[str, object]]:
        file = self.folder / "report.md"
        file.write_text(report)
        path = f"{self.folder}{os.pathsep}{os.environ['PATH']}"
        done = run(ROOT / "scripts" / "one_issue.py", title, file, PATH=path)
        assert done.returncode == 0, done.stderr
        issues: list[dict[str, object]] = json.loads((self.folder / "issues.json").read_text())
        return issues


@pytest.fixture
def tell(tmp_path: Path) -> Tell:
    """Return what tells a report to a GitHub of our own, and returns all its issues."""
    gh = tmp_path / "gh"
    gh.write_text(GH.format(python=sys.executable))
    gh.chmod(0o755)
    (tmp_path / "issues.json").write_text("[]")
    return Tell(tmp_path)


def test_it_is_opened_once_and_then_kept_up_to_date(tell: Tell) -> None:
    assert tell("- [ ] one\n") == [{"number": 1, "title": TITLE, "body": "- [ ] one", "open": True}]
    (issue,) = tell("- [ ] two\n")
    assert (issue["body"], issue["open"]) == ("- [ ] two", True)


def test_it_is_closed_when_nothing_is_left_and_opened_anew(tell: Tell) -> None:
    tell("- [ ] one\n")
    assert [issue["open"] for issue in tell("\n")] == [False]
    assert [issue["open"] for issue in tell("- [ ] new\n")] == [False, True]


def test_nothing_is_opened_for_nothing_and_others_are_let_be(tell: Tell) -> None:
    assert tell("") == []
    tell("- [ ] another\n", "Another title")
    assert [(i["title"], i["open"]) for i in tell("")] == [("Another title", True)]


def test_a_report_that_github_would_refuse_is_cut(tell: Tell) -> None:
    (issue,) = tell("- [ ] one more line\n" * 9999)
    assert 60_000 < len(str(issue["body"])) < 65_536


def test_without_gh_it_says_so(tmp_path: Path) -> None:
    report = tmp_path / "report.md"
    report.write_text("- [ ] one\n")
    done = run(ROOT / "scripts" / "one_issue.py", TITLE, report, PATH=str(tmp_path))
    assert done.returncode != 0
    assert "there is no `gh` here" in done.stderr
