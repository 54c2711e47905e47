"""What mkdocs.yml lacks or misspells is told, and what a fork may well do passes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from theorybook.checks.mkdocs_file import NEEDED_HOOKS

if TYPE_CHECKING:
    from tests.conftest import Project

FILE = "mkdocs.yml"
HOOKS = "".join(f"- {hook}\n" for hook in NEEDED_HOOKS)
SOUND = f"""site_url: !ENV [SITE_URL, ""]
theme:
  name: material
  custom_dir: overrides
extra_css: [assets/css/garden.css]
hooks:
{HOOKS}plugins:
- bibtex:
    bib_file: data/references.bib
validation:
  omitted_files: warn
nav:
- Theories:
  - theories/index.md
- About:
  - about/index.md
  - about/how-we-judge.md
  - about/limits.md
  - about/cite.md
  - about/accessibility.md
  - about/privacy.md
  - design/check/still-peer-support.md
not_in_nav: |
  /maintain/
"""


@pytest.fixture
def settled(project: Project) -> Project:
    """Return a garden with a style sheet and a sound mkdocs.yml."""
    styles = project.root / "docs" / "assets" / "css"
    styles.mkdir(parents=True)
    (styles / "garden.css").write_text("a {}", encoding="utf-8")
    (project.root / FILE).write_text(SOUND, encoding="utf-8")
    return project


def test_a_sound_file_passes(settled: Project) -> None:
    assert settled.problems() == ()


def test_every_hook_of_a_build_is_needed() -> None:
    hooks = Path(__file__).resolve().parent.parent.parent / "hooks"
    made = {f"hooks/{file.name}" for file in hooks.glob("*.py")}
    assert made - {"hooks/preview.py"} == {*NEEDED_HOOKS}


@pytest.mark.parametrize(
    ("old", "new", "at", "fix"),
    [
        ("garden.css", "gardens.css", "assets/css/gardens.css", "write `assets/css/garden.css`"),
        ("extra_css: [assets/css/garden.css]\n", "", "site_url", "write `extra_css: ["),
        ("- hooks/handouts.py\n", "", "hooks:", "below `- hooks/generated_pages.py`"),
        ("- hooks/site_data.py\n", "", "hooks:", "as the first of its list"),
        ("handouts.py", "handout.py", "hooks/handout.py", "write `hooks/handouts.py`"),
        (f"hooks:\n{HOOKS}", "", "site_url", "take these lines back"),
        ("- bibtex:", "- bibtext:", "bibtext:", "write `bibtex`"),
        ("plugins:\n- bibtex:\n    bib_file: data/references.bib\n", "", "site_url", "`- bibtex:`"),
        ("  custom_dir: overrides\n", "", "theme:", "`custom_dir: overrides`"),
        ("about/limits.md", "about/limit.md", "about/limit.md", "write `about/limits.md`"),
        ("theories/index.md", "theorys/index.md", "theorys/", "write `theories/index.md`"),
    ],
)
def test_a_slip_is_told_once_where_it_is(
    settled: Project, old: str, new: str, at: str, fix: str
) -> None:
    settled.edit(FILE, old, new)
    (problem,) = settled.problems()
    assert (problem.code, problem.place.file) == ("D03", FILE)
    assert settled.text_at(problem.place).startswith(at)
    assert fix in problem.fix


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("  name: material", "\tname: material", "Y01"),
        ("nav:\n", "nav\n", "Y01"),
        ("  - about/cite.md\n", "<<<<<<< HEAD\n  - about/cite.md\n=======\n>>>>>>> x\n", "Y07"),
        ("validation:", "theme: mkdocs\nvalidation:", "Y02"),
        (SOUND, "", "D03"),
        (SOUND, "- a\n", "D03"),
    ],
)
def test_what_cannot_be_read_is_told_once(settled: Project, old: str, new: str, code: str) -> None:
    settled.edit(FILE, old, new)
    (problem,) = settled.problems()
    assert (problem.code, problem.place.file) == (code, FILE)


def test_a_page_that_is_taken_out_of_the_menu_is_told(settled: Project) -> None:
    settled.edit(FILE, "  - about/limits.md\n", "")
    assert only_of_a_page(settled, "about/limits.md")


def test_a_new_page_that_is_in_no_menu_is_told(settled: Project) -> None:
    (settled.root / "docs" / "about" / "new.md").touch()
    assert only_of_a_page(settled, "about/new.md")


def only_of_a_page(project: Project, name: str) -> bool:
    """Return whether it is told that a page is in no menu, with the cure, and nothing else."""
    (problem,) = project.problems()
    is_there = (problem.code, problem.place.file) == ("D03", f"docs/{name}")
    return is_there and f"`- {name}` under `nav:`" in problem.fix


def test_a_page_that_was_renamed_is_told_once(settled: Project) -> None:
    about = settled.root / "docs" / "about"
    (about / "limits.md").rename(about / "limitations.md")
    (problem,) = settled.problems()
    assert settled.text_at(problem.place) == "about/limits.md"
    assert problem.fix == "write `about/limitations.md`"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("site_url:", "icon: !!python/name:a.b c  # why\nsee: &x d\nother: *x\nsite_url:"),
        ("plugins:", "- hooks/of_our_own.py\nplugins:"),
        ("- bibtex:", "- awesome-pages\n- bibtex:"),
        ("- bibtex:\n    bib_file", "  bibtex:\n    bib_file"),
        ("  - about/cite.md", "  - Name us: about/cite.md\n  - Home: https://a.example/"),
        ("  - about/cite.md", "  - about/cite.md\n  - theories/sharing-tools/index.md"),
        ("[assets/css/garden.css]", "[assets/css/garden.css, https://a.example/b.css]"),
        ("  /maintain/\n", "  /maintain/\n  *.new.md\n"),
        ("  omitted_files: warn", "  omitted_files: info"),
        (SOUND[SOUND.index("nav:") :], ""),
        (SOUND, "INHERIT: ../base.yml\n"),
    ],
)
def test_what_a_fork_may_do_passes(settled: Project, old: str, new: str) -> None:
    settled.edit(FILE, old, new)
    if "new.md" in new or "info" in new or not new:
        (settled.root / "docs" / "about" / "a.new.md").touch()
    assert settled.problems() == ()
