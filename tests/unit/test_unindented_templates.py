"""Templates are read without their indents, and what they say stays as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from theorybook.template_engine import TEMPLATES, Unindented

OVERRIDES = TEMPLATES.parents[2] / "overrides"
SOURCES = sorted((*TEMPLATES.glob("*.html"), *OVERRIDES.rglob("*.html")))


def environment(sources: dict[str, str], trims: bool) -> Environment:
    return Environment(loader=DictLoader(sources), trim_blocks=trims, lstrip_blocks=trims)


def rendered(source: str, name: str = "x.html", trims: bool = True) -> str:
    """Return what a template says, read as ours are or as those of the theme are."""
    made = environment({name: source}, trims)
    made.add_extension(Unindented)
    return made.get_template(name).render()


@pytest.mark.parametrize("trims", [True, False])
def test_indents_and_empty_lines_are_gone(trims: bool) -> None:
    source = "<ul>\n\n  {% for a in (1, 2) %}\n    <li>{{ a }}</li>\n  {% endfor %}\n</ul>"
    assert rendered(source, trims=trims) == "<ul>\n<li>1</li>\n<li>2</li>\n</ul>"


@pytest.mark.parametrize("trims", [True, False])
@pytest.mark.parametrize(
    "source",
    [
        "a{% if 1 %} b{% endif %}\n  <i>c</i>",
        "a\n  {% if 1 %}\n  b\n  {% endif %}\n  c",
        "a {% if 1 %}b{% endif %}\n\n{% if 1 %}\n  c{% endif %}\n  {# x #}\n  d",
        "{% if 1 %}a{% endif %}\n{% if 1 %}\n  b\n{% endif %}",
        "a{# one\n   two #}\n  b",
    ],
)
def test_words_that_stood_apart_do_so_still(source: str, trims: bool) -> None:
    as_written = environment({"x": source}, trims).get_template("x").render()
    assert rendered(source, trims=trims).split() == as_written.split()


def test_words_that_stood_together_do_so_still() -> None:
    source = "a{% if 1 %}\nb{% endif %}\nc"
    assert rendered(source) == "abc"


def test_code_and_what_is_no_html_is_left_alone() -> None:
    code = "<pre>\n  if x:\n    y\n</pre>"
    assert rendered(code) == code
    assert rendered("a\n\n  b", name="x.txt") == "a\n\n  b"


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: file.name)
def test_no_template_of_ours_has_text_that_needs_its_lines(file: Path) -> None:
    assert "<textarea" not in file.read_text(encoding="utf-8")
