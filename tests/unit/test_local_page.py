"""Pages of a copy lead to files; what is not in the copy is on the site itself."""

from __future__ import annotations

import pytest

from theorybook.offline_copy.local_page import Copied, local_page, read_by_script, redirect_of

LIVE = "https://site.example/sub/"
PAGE = "train/slides/index.html"
SCRIPTS = ("assets/js/s.js", "assets/js/modules.js")
COPIED = Copied(
    files=frozenset({"index.html", "train/index.html", PAGE, "train/a b.pdf", *SCRIPTS}),
    redirects={"go/Q1/": "train/#Q1", "old/": "train/"},
    live=LIVE,
    scripts=SCRIPTS[1],
)


@pytest.mark.parametrize(
    ("written", "local"),
    [
        ('href="../.."', 'href="../../index.html"'),
        ('href="../"', 'href="../index.html"'),
        ('href="./#part"', 'href="./index.html#part"'),
        ('action="../?a=1&amp;b=2#c"', 'action="../index.html?a=1&amp;b=2#c"'),
        ('data-map-filter="./"', 'data-map-filter="./index.html"'),
        ('href="../a%20b.pdf"', 'href="../a%20b.pdf"'),
        ('href="../../go/Q1/"', 'href="../index.html#Q1"'),
        ('href="../../old/#there"', 'href="../index.html#there"'),
        ('href="../../feed.xml"', f'href="{LIVE}feed.xml"'),
        ('href="../../gone/?a=1#b"', f'href="{LIVE}gone/?a=1#b"'),
        ('class="permalink" href="../../go/Q1/"', f'class="permalink" href="{LIVE}go/Q1/"'),
        *((same, same) for same in ('href="#main"', 'href="?ids=1"', 'href="mailto:a@b.c"')),
        *((same, same) for same in ('href="https://x.org/"', 'src="//x.org/"', 'title="a/"')),
    ],
)
def test_links(written: str, local: str) -> None:
    assert local_page(f"<a {written}>x</a>", PAGE, COPIED) == f"<a {local}>x</a>"


def test_modules_become_plain_scripts_after_the_one_that_holds_them() -> None:
    html = '<script type="module" src="../../assets/js/s.js"></script>'
    plain = html.replace('type="module"', "defer")
    held = '<script defer src="../../assets/js/modules.js"></script>\n'
    assert local_page(html * 2, PAGE, COPIED) == held + plain * 2
    assert local_page("<p>none</p>", PAGE, COPIED) == "<p>none</p>"


def test_nothing_is_loaded_ahead_and_words_for_copies_are_shown() -> None:
    ahead = (
        '<link rel="preload" href="a.woff2" crossorigin>\n<link rel="modulepreload" href="a.js">\n'
    )
    words = "<template data-in-copy><p>A copy.</p></template><template>No.</template>"
    found = local_page(f"{ahead}{words}", PAGE, COPIED)
    assert found == "<p>A copy.</p><template>No.</template>"


def test_a_page_that_leads_on_says_where_to() -> None:
    html = '<noscript><meta http-equiv="refresh" content="0; url=../../train/#Q1"></noscript>'
    assert redirect_of(html, "go/Q1/index.html") == "train/#Q1"
    assert redirect_of("<p>a page</p>", PAGE) is None


def test_what_script_reads_is_found_where_pages_name_it() -> None:
    html = (
        '<div data-plan="../../data/a.json" data-more="../../data/b.json"></div>'
        '<a href="../c/" aria-current="page" data-volume>1</a>'
        '<a href="d.txt" data-copy="file">d</a>'
        '<a href="e.txt" data-copy="the text">e</a>'
    )
    found = read_by_script(html, PAGE)
    assert found == {"data/a.json", "data/b.json", "train/c/index.html", "train/slides/d.txt"}
