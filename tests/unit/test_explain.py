"""Words of the trade: found in running text only, once, as whole words, and never in a name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from theorybook.model.glossary import Entry
from theorybook.model.versioned import Change
from theorybook.page_html import read_html
from theorybook.words.explain import Explainer

HISTORY = (Change(version=1, date=date(2032, 1, 1), what="First version."),)


def entry(name: str, *forms: str) -> Entry:
    """Return an entry whose id and definition come from its name."""
    id_ = name.lower().replace(" ", "-").replace("+", "p")
    return Entry(
        id=id_, name=name, definition=f'What "{name}" is & means.', forms=forms, history=HISTORY
    )


def explain(
    explainer: Explainer, html: str, link: Callable[[Entry], str]
) -> tuple[str, tuple[Entry, ...]]:
    """Return the page with its words explained, and the entries used."""
    words = explainer.on_page(link)
    return read_html(html, words.explain).html, words.used


EXPLAINER = Explainer([
    entry("Mechanism"), entry("Mechanism reasoning"), entry("Study", "studies"), entry("C++"),
])  # fmt: skip


def explained(html: str) -> tuple[str, list[str]]:
    """Return the page with each link as [word|id], and the ids used."""
    page, used = explain(EXPLAINER, html, lambda e: f"#{e.id}")
    for item in used:
        start, rest = page.split(f'<a class="gloss" href="#{item.id}"', 1)
        attributes, rest = rest.split(">", 1)
        word, rest = rest.split("</a>", 1)
        assert f'aria-describedby="word-{item.id}"' in attributes
        assert "&quot;" in attributes
        assert "&amp; means." in attributes
        page = f"{start}[{word}|{item.id}]{rest}"
    return page, [item.id for item in used]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>A mechanism.</p>", "<p>A [mechanism|mechanism].</p>"),
        ("<p>Mechanisms work.</p>", "<p>[Mechanisms|mechanism] work.</p>"),
        ("<p>Many studies.</p>", "<p>Many [studies|study].</p>"),
        ("<p>a mechanism, a mechanism</p>", "<p>a [mechanism|mechanism], a mechanism</p>"),
        ("<p>mechanism reasoning</p>", "<p>[mechanism reasoning|mechanism-reasoning]</p>"),
        ("<li>a <b>study</b></li>", "<li>a <b>[study|study]</b></li>"),
        ("<p>C++ it is</p>", "<p>[C++|cpp] it is</p>"),
    ],
)
def test_a_word_is_explained(html: str, expected: str) -> None:
    assert explained(html)[0] == expected


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Mechanism</h2>",
        "<div>mechanism</div>",
        "<p><a href='x'>mechanism</a></p>",
        "<p><b><a href='x'><i>mechanism</i></a></b></p>",
        "<blockquote><p>mechanism</p></blockquote>",
        "<p title='mechanism'>x</p>",
        "<p>mechanistic, pre-study, study-like, understudy</p>",
        "<p>no &lt;b&gt;words&lt;/b&gt;</p>",
        "<p><code>study</code></p>",
        "<!-- <p> mechanism --><b>study</b>",
    ],
)
def test_a_word_is_left_alone(html: str) -> None:
    assert explained(html) == (html, [])


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("<p data-unexplained>mechanism <b>study</b></p>", "<p>mechanism <b>study</b></p>"),
        ('<ul class="a" data-unexplained><li>study</ul>', '<ul class="a"><li>study</ul>'),
    ],
)
def test_what_a_template_marks_is_left_alone_and_loses_its_mark(html: str, left: str) -> None:
    assert explained(html) == (left, [])


def test_text_after_what_is_left_alone_is_explained() -> None:
    page, used = explained("<p><a href='x'>study</a> study <br> mechanism<img src='x'></p>")
    assert page == (
        "<p><a href='x'>study</a> [study|study] <br> [mechanism|mechanism]<img src='x'></p>"
    )
    assert used == ["study", "mechanism"]


@pytest.mark.parametrize(
    ("html", "used"),
    [
        # An element that is closed by the end of one around it.
        ("<p><b>x</p><div>study</div>", []),
        ("<p><a href='x'>x</p><p>study</p>", ["study"]),
        ("<ul><li><i>x<li>y</ul><p>study</p>", ["study"]),
        ("<blockquote><p>x</blockquote>study", []),
        # An end of what was never opened ends nothing.
        ("</i><p>study</p>", ["study"]),
        ("<p>a</b> study</p>", ["study"]),
        ("<nav></p>study</nav><p>mechanism</p>", ["mechanism"]),
        ("</p></p><div>study</div>", []),
        # What has no end does not wait for one.
        ("<p><br><img src='x'><input>study</p>", ["study"]),
        ("<p><svg><path d='x'/><circle/></svg>study</p>", ["study"]),
        ("<nav/><p>study</p>", ["study"]),
        ("<code><br></code><p>study</p><div>mechanism</div>", ["study"]),
    ],
)
def test_tags_that_are_not_in_pairs_mislead_nobody(html: str, used: list[str]) -> None:
    assert explained(html)[1] == used


def test_a_word_with_an_everyday_sense_is_not_explained() -> None:
    everyday = Entry(id="x", name="study", definition="D.", in_text=False, history=HISTORY)
    assert explain(Explainer([everyday]), "<p>study</p>", lambda _: "") == ("<p>study</p>", ())


def test_without_a_glossary_nothing_changes() -> None:
    assert explain(Explainer([]), "<p>study</p>", lambda _: "") == ("<p>study</p>", ())


def test_a_hostile_definition_stays_in_its_attribute() -> None:
    hostile = Entry(id="x", name="study", definition='"><script>alert(1)</script>', history=HISTORY)
    page, _ = explain(Explainer([hostile]), "<p>study</p>", lambda _: '"><script>')
    assert "<script>" not in page
