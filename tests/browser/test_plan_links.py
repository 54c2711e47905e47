"""A plan lives in a link: it comes back as it was, and no link does harm or loses too much."""

from __future__ import annotations

import base64
import random
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page
from tests.support.plan_modules import run

# The functions that tests call by name.
FUNCTIONS = (Path(__file__).parent.parent / "support" / "plan_links.js").read_text(encoding="utf-8")
Call = Callable[..., Any]
DAMAGED = "The link was cut or changed on its way. What could be read is here. Look at each answer."


@pytest.fixture
def js(module_page: Page, garden_built: Path) -> Call:
    """Return what calls one of the functions in a page of the garden."""

    def call(name: str, argument: Any = None) -> Any:
        script = (
            f"async (modules, argument) => {{ {FUNCTIONS}\nreturn {name}(modules, argument); }}"
        )
        return run(module_page, garden_built, "link answers inflate", script, argument)

    return call


def link(form: str, text: bytes) -> str:
    return f"#plan={form}." + base64.urlsafe_b64encode(text).decode().rstrip("=")


def test_a_plan_comes_back_as_it_was(js: Call) -> None:
    assert js("notComingBack", 1000) == []


def test_an_empty_plan_has_a_short_link(js: Call) -> None:
    assert js("emptyLink") == "#step=2"
    assert js("read", "#step=2")["step"] == 2


def test_a_full_plan_fits_in_two_thousand_characters(js: Call) -> None:
    found = js("fullLink")
    assert found.pop("length") <= 2000
    assert found == {"lost": [], "isSame": True, "answers": 37, "lines": 30, "own": [60] * 8}


def test_the_longest_plan_is_read_whole(js: Call) -> None:
    """Whatever `sound` keeps fits into what is read at most."""
    assert js("longest") == {"lost": [], "isSame": True, "lines": 60}


def test_no_link_breaks_anything(js: Call) -> None:
    """Ten thousand random and hostile links are read without a fault, and change nothing."""
    found = js("readHostile", {"seed": 16, "count": 10_000})
    assert found["faults"] == []
    assert found["isSameWorld"]
    # They are hostile, and some have something to keep.
    assert found["lossy"] > 6000
    assert found["kept"] > 1000


def test_answers_are_made_of_anything(js: Call) -> None:
    assert js("ofAnything") == []


def test_hostile_words_stay_words(js: Call) -> None:
    """Markup is text like any other; what nobody sees, or what turns a line around, is gone."""
    markup = "<img src=x onerror='alert(1)'> & {{ 7 * 7 }} | =cmd!A1"
    turned = "one\u202etwo\u2066\u0000\u0007\ufeff \u200ethree\ud800\uffff"
    lines = "a\nb\r\n\tc\u2028d\u0085e"
    joined = "👩\u200d🌾 می\u200cخواهم"
    assert js("wordsThroughALink", [markup, turned, lines, joined]) == {
        "words": [markup, "onetwo three", "a b c de", joined],
        "lost": [],
    }


def test_what_is_too_much_is_cut_and_said(js: Call) -> None:
    assert js("tooMuch") == {
        "sizes": [200, 12, 60],
        "lost": [
            "1 text was cut to 200 characters.",
            "1 changed line was too many, and left out: 60 is the most.",
            "3 lines of your own were too many, and left out: 12 is the most.",
        ],
    }


@pytest.mark.parametrize(
    ("day", "is_day"),
    [
        ("2028-02-29", True),
        ("2027-02-29", False),
        ("2027-13-01", False),
        ("1999-12-31", False),
        ("2027-1-1", False),
        ("2027-01-01T00:00", False),
    ],
)
def test_a_day_is_on_the_calendar(js: Call, day: str, is_day: bool) -> None:
    assert js("isDay", day) is is_day


def test_what_is_not_understood_is_named_and_takes_nothing_along(js: Call) -> None:
    lines = (
        "t\tOur plan",
        "f\tyoung-people <b> young-people",
        "a\tT999-C\t1y2q3nn",
        "q\tof tomorrow",
        "l\tT017-A1\t\tJo\t!\tOurs",
        "n\tnowhere\t\t\t\tlost",
    )
    read = js("read", link("0", "".join(f"{line}\n" for line in lines).encode()))
    found = read["answers"]
    assert found["title"] == "Our plan"
    assert found["for"] == ["young-people"]
    # An id that is not on the site has the shape of one, and is kept.
    assert found["answers"] == {"map": [["T999-C1", "y"]]}
    assert found["lines"] == {"map": [["T017-A1", {"owner": "Jo", "text": "Ours"}]]}
    assert read["lost"] == [
        DAMAGED,
        "1 part of the link was not understood, and left out.",
        "1 group of people was not understood, and left out.",
        "2 answers were not understood, and left out.",
        "1 date was not understood, and left out.",
        "1 line of your own was not understood, and left out.",
    ]


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95, 0.999])
@pytest.mark.parametrize("packs", [True, False])
def test_of_a_link_that_was_cut_the_beginning_is_kept(js: Call, share: float, packs: bool) -> None:
    found = js("cut", {"share": share, "packs": packs})
    assert found["lost"] == [DAMAGED]
    assert found["isTrue"]
    assert sum(found["shares"]) / 3 > share - 0.35


def test_a_changed_letter_is_noticed(js: Call) -> None:
    """In the plain form, where nothing else would show it."""
    assert js("unnoticed") == []


@pytest.mark.parametrize("digit", ["2", "9", "10", "123456789"])
def test_a_form_of_another_day_says_so(js: Call, digit: str) -> None:
    fragment = f"#step=4&plan={digit}.q1bKz"
    read = js("read", fragment)
    assert read["step"] == 4
    assert read["lost"] == [
        "The plan in this link was made by another version of this page, and cannot be read here."
    ]
    assert js("isEmpty", fragment)


def test_links_made_today_are_read_for_good(js: Call) -> None:
    """Two links as they were written when the form began. If they cannot be read, links break."""
    for fragment in OF_OLD:
        read = js("read", fragment)
        assert (read["step"], read["lost"]) == (3, [])
        found = {name: value for name, value in read["answers"].items() if value}
        assert found == {
            "title": "Évènings, & more",
            "answers": {"map": [["S02-1", "n"], ["T017-C1", "y"], ["T017-C2", "d"]]},
            "lines": {
                "map": [
                    ["T017-A1", {"date": "2027-01-31", "owner": "Jo"}],
                    ["T017-R1", {"out": True}],
                ]
            },
            "own": [{"section": "talk", "text": "Who is missing?", "done": True}],
            "versions": {"map": [["T017", 5]]},
            "doubts": {"map": [["T017", ["abc", "k3f"]]]},
            "made": "2026-11-28",
        }


OF_OLD = (
    "#step=3&plan=1.Nci9DcIwEAbQ-rspXFFhy2d-kg4hOkpAojYEEiuxLXFRgBHYhD2yGBKIV74e42sY3ymkWqZqom"
    "K-XSjCWbfUzNqVNOBguTAL409n086u5L-hN-Cnq8hjb50GJ-p-v2Zgm1FE-c-O8aCE3nctKgDHJqsgKgaRkOoVmbvMG_oA",
    "#step=3&plan=0.dAnDiXbDqG5pbmdzLCAmIG1vcmUKbQkyMDI2LTExLTI4CnYJVDAxNy41LmFiYy5rM2YKYQlUMDE"
    "3LUMJMXkyZAphCVMwMi0JMW4KbAlUMDE3LUExCQlKbwk3bXMKbAlUMDE3LVIxCXgKbgl0YWxrCWQJCQlXaG8gaXMgb"
    "Wlzc2luZz8KLndzNGgK",
)


@pytest.mark.parametrize(
    "frame",
    ["{}", "https://site.example/design/plan/{}", "{}.", "{})", "{}&utm_source=x", "{}%0A"],
)
def test_what_mail_adds_around_a_link_does_no_harm(js: Call, frame: str) -> None:
    assert js("around", frame)


def packings(text: bytes) -> list[bytes]:
    """Return a text as every kind of packer would have it."""
    found = []
    for level in (0, 1, 6, 9):
        for strategy in (zlib.Z_DEFAULT_STRATEGY, zlib.Z_FIXED, zlib.Z_HUFFMAN_ONLY, zlib.Z_RLE):
            packer = zlib.compressobj(level, zlib.DEFLATED, -15, 9, strategy)
            half = packer.compress(text[: len(text) // 2]) + packer.flush(zlib.Z_FULL_FLUSH)
            found.append(half + packer.compress(text[len(text) // 2 :]) + packer.flush())
    return found


def test_what_any_packer_packed_is_read(js: Call) -> None:
    chance = random.Random(16)
    letters = bytes(chance.choices(b"abcdefgh \n", k=20_000))
    for text in (b"", b"a", b"ab" * 3000, chance.randbytes(3000), bytes(40_000), letters):
        given = [base64.b64encode(each).decode() for each in packings(text)]
        assert {base64.b64decode(each) for each in js("unpacked", given)} == {text}


def test_no_more_is_unpacked_than_a_plan_can_take(js: Call) -> None:
    bomb = zlib.compressobj(9, zlib.DEFLATED, -15)
    text = b"t\tfirst\n" + b"a" * 50_000_000 + b"\nw\tlast\n"
    read = js("read", link("1", bomb.compress(text) + bomb.flush()))
    assert (read["answers"]["title"], read["answers"]["place"]) == ("first", "")
    assert read["lost"] == [DAMAGED]
    told = js("read", "#plan=0." + "A" * 300_000)["lost"]
    assert told == ["The link is too long to be one of ours. It was not read."]
