"""The shape of the code: thin hooks, and templates that cannot let markup through."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
HOOKS = sorted((ROOT / "hooks").glob("*.py"))
SHARED = sorted((ROOT / "hooks" / "sitebuild").glob("*.py"))
# Pages, pictures, feeds and texts: all are made by templates.
TEMPLATES = sorted((ROOT / "hooks" / "theorybook" / "templates").iterdir())
# The feed in JSON is what `tojson` is made for.
WHOLLY_JSON = frozenset({"feed.json"})
OVERRIDES = sorted((ROOT / "overrides").rglob("*.html"))


def code_lines(file: Path) -> int:
    """Count the lines that hold code: no blank lines, comments or docstrings."""
    text = file.read_text(encoding="utf-8")
    quiet: set[int] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            quiet.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return sum(
        1
        for number, line in enumerate(text.split("\n"), 1)
        if number not in quiet and line.strip() and not line.strip().startswith("#")
    )


@pytest.mark.parametrize("file", HOOKS + SHARED, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_hook_is_thin(file: Path) -> None:
    # What hooks share deals with MkDocs itself, which takes a few lines more.
    assert code_lines(file) < (60 if file in HOOKS else 80)


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: str(file.name))
def test_a_template_escapes_everything(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    # Data for a script is escaped by `tojson`, which is meant for there and nowhere else.
    plain = re.sub(r"<script.*?</script>", lambda found: found[0].replace("|tojson", ""), text)
    if file.name in WHOLLY_JSON:
        plain = plain.replace("|tojson", "")
    assert re.findall(r"\|\s*(?:safe|xmlattr|tojson)|autoescape|Markup", plain) == []


def test_templates_of_every_kind_are_looked_at() -> None:
    assert {file.suffix for file in TEMPLATES} == {".html", ".svg", ".xml", ".json", ".txt"}


@pytest.mark.parametrize("file", OVERRIDES, ids=lambda file: str(file.name))
def test_an_override_marks_nothing_as_safe(file: Path) -> None:
    assert re.findall(r"\|\s*safe|autoescape", file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("file", HOOKS + SHARED, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_hook_imports_no_other_hook(file: Path) -> None:
    hooks = {hook.stem for hook in HOOKS}
    tree = ast.parse(file.read_text(encoding="utf-8"))
    imported = {
        name
        for node in ast.walk(tree)
        for name in (
            [a.name for a in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert imported & hooks == set()
