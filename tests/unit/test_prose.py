"""A long hand-written page, taken apart at its headings: nothing is lost and nothing moves."""

from __future__ import annotations

from markupsafe import Markup

from theorybook.prose import Prose, ProsePart, prose

LINK = '<a class="headerlink" href="#a" title="Link to this part">&para;</a>'


def test_a_page_has_a_start_parts_and_notes() -> None:
    html = (
        '<h1 id="t">T</h1>\n<p>Start.</p>\n'
        f'<h2 id="a">A <em>part</em>{LINK}</h2>\n<p>One.</p>\n<h3 id="b">B</h3>\n'
        '<h2 id="c">C &amp; D</h2>\n<p>Two.</p>\n'
        '<div class="footnote"><ol><li id="fn:1">A note.</li></ol></div>'
    )
    assert prose(html) == Prose(
        Markup('<h1 id="t">T</h1>\n<p>Start.</p>\n'),
        (
            ProsePart("a", Markup("A <em>part</em>"), Markup('\n<p>One.</p>\n<h3 id="b">B</h3>\n')),
            ProsePart("c", Markup("C &amp; D"), Markup("\n<p>Two.</p>\n")),
        ),
        Markup('<div class="footnote"><ol><li id="fn:1">A note.</li></ol></div>'),
    )


def test_a_page_without_parts_stays_as_it_is() -> None:
    assert prose("<p>All of it.</p>") == Prose(Markup("<p>All of it.</p>"), (), Markup(""))
