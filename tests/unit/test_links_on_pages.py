"""What a page written by hand may hold: links, citations and code in any form that Markdown takes.

What it may not hold stands in `tests/data/faults/pages.yaml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Project


def add(project: Project, text: str) -> None:
    """Write a text at the end of a page."""
    with (project.root / "docs" / "about" / "limits.md").open("a", encoding="utf-8") as page:
        page.write(f"\n{text}\n")


@pytest.mark.parametrize(
    "text",
    [
        "See [it](<privacy.md>), and [back](#limits-of-the-garden).",
        'See [it](privacy.md "Its title (so)").',
        "See [it](cite.md#cite-the-garden) [a].",
        "See [it][l], [l][] and ![it][L].\n\n[l]: privacy.md",
        "So we think[^1].\n\n[^1]: For good reasons.",
        "See <a href='../privacy/'>it</a>.",
        "See [it](https://en.example/Bed_(garden)) and [it](//a.example/b).",
        "See [it](https://gardens.example/theories/) and [home](https://gardens.example).",
        "Call [us](tel:123) or write to a@example2031beds.example.",
        "See [the list](../index.md) and [all files](../data/v1/all.json).",
        "See [the license]({{ site.licence-address }}).",
        "- [ ] (to do)\n- [x] (done)",
        "She [sic] (he/she) said so.",
        "*[HTML]: A language",
        "It says so [@example2031beds; @example2033hedge].",
        "See [example2031beds](privacy.md), [example2033hedge][] and @somebody.\n\n"
        "[example2033hedge]: privacy.md",
    ],
)
def test_what_markdown_takes_passes(project: Project, text: str) -> None:
    add(project, text)
    assert project.problems() == ()


@pytest.mark.parametrize(
    "text",
    [
        "Write `[x](nowhere.md)`, `[^1]` or `@example2031beds`.",
        "~~~\na[0][1] [x](nowhere.md)\n~~~",
        "- So:\n\n    ```\n    a[0][1]\n    ```",
        "So:\n\n    a[0][1]",
        "<!-- [x](nowhere.md)\n[y](nowhere.md) -->",
    ],
)
def test_what_is_no_text_passes(project: Project, text: str) -> None:
    add(project, text)
    assert project.problems() == ()
