"""The bibliography: text comes out as typed, faults come with their line."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from theorybook.bibliography.author import Author
from theorybook.bibliography.reading import parse_bibliography
from theorybook.bibliography.reference import Reference
from theorybook.problems import DataError, Place, Problem

ENTRY = "@article{key, author = {Example, Ada}, title = {T}, year = {2031}%s}"


def entry(field: str, value: str) -> Reference:
    """Return an entry with one more field."""
    return parse_bibliography(ENTRY % f", {field} = {{{value}}}", "r.bib")["key"]


def title(latex: str) -> str:
    """Return a title as read."""
    text = f"@misc{{key, author = {{X}}, year = 1, title = {{{latex}}}}}"
    return parse_bibliography(text, "r.bib")["key"].title


def refusals(text: str) -> tuple[Problem, ...]:
    """Return what is wrong with a bibliography."""
    with pytest.raises(DataError) as caught:
        parse_bibliography(text, "r.bib")
    return caught.value.problems


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[@nokey] | pipes | *stars* _under_ [link](http://x)",
        "& #1 50% of ^ @home",
        "from $5 to $10, or a $",
        "% all of it",
        "no",
        "1.10",
        "“curly” 'straight' \"double\" ‘single’",
        "שלום عربي 🌱 é",
        "a; b, c: d = e",
    ],
)
def test_text_comes_out_as_typed(text: str) -> None:
    assert title(text) == text


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        ("{Upper} {{case}}", "Upper case"),
        (r"No{\"e}mi \'e \c{c} {\ss} {\o}", "Noëmi é ç ß ø"),
        (r"5\% \& \_ \#", "5% & _ #"),
        (r"\{\{ 7 * 7 \}\}", "{{ 7 * 7 }}"),
        (r"\{% raw %\}", "{% raw %}"),
        ("3--9", "3–9"),
        ("a~b", "a\xa0b"),
        ("  two\n   lines ", "two lines"),
    ],
)
def test_latex_becomes_plain_text(latex: str, text: str) -> None:
    assert title(latex) == text


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        (
            "url",
            "https://x.example/~ada/a--b?q=1%20_2&c#d",
            "https://x.example/~ada/a--b?q=1%20_2&c#d",
        ),
        ("url", r"https://x.example/\~ada/a\_b\%20c", "https://x.example/~ada/a_b%20c"),
        ("doi", "10.1000/a_b(1)--c", "10.1000/a_b(1)--c"),
        ("doi", r"10.1000/a\_b", "10.1000/a_b"),
        ("pmid", "{37875958}", "37875958"),
        ("pmcid", "PMC1", "PMC1"),
    ],
)
def test_addresses_are_taken_verbatim(field: str, value: str, text: str) -> None:
    assert getattr(entry(field, value), field) == text


@pytest.mark.parametrize(
    ("given_names", "authors"),
    [
        ("Ada Example", [("Ada", "Example")]),
        ("Example, Ada B. and O'Example, Bo", [("Ada B.", "Example"), ("Bo", "O'Example")]),
        ("{World Garden Club}", [("", "World Garden Club")]),
        ("van der Beet, Bo", [("Bo", "van der Beet")]),
        ("Example, Jr., Ada", [("Ada", "Example", "Jr")]),
        ("מילה, נועה", [("נועה", "מילה")]),
        ("{<script>alert(1)</script>}", [("", "<script>alert(1)</script>")]),
    ],
)
def test_authors(given_names: str, authors: list[tuple[str, ...]]) -> None:
    text = f"@misc{{key, author = {{{given_names}}}, title = {{T}}, year = 1}}"
    read = parse_bibliography(text, "r.bib")["key"].authors
    assert list(read) == [Author(*author) for author in authors]


@pytest.mark.parametrize(
    ("names", "short"),
    [
        ("A B", "B, 2031"),
        ("A B and C D", "B and D, 2031"),
        ("A B and C D and E F", "B and others, 2031"),
        ("A B and others", "B and others, 2031"),
    ],
)
def test_short(names: str, short: str) -> None:
    text = f"@misc{{key, author = {{{names}}}, title = {{T}}, year = 2031}}"
    assert parse_bibliography(text, "r.bib")["key"].short == short


def test_link_is_the_doi_if_there_is_one() -> None:
    assert entry("doi", "10.1000/x").link == "https://doi.org/10.1000/x"
    assert entry("url", "https://x.example/").link == "https://x.example/"
    assert entry("note", "x").link == ""


@pytest.mark.parametrize(
    "field", ["key", "place", "authors", "entry_type", "short", "link", "note", "abstract"]
)
def test_a_field_that_we_do_not_use_does_no_harm(field: str) -> None:
    assert entry(field, "x") == parse_bibliography(ENTRY % "", "r.bib")["key"]


def test_a_book_title_serves_as_journal() -> None:
    assert entry("booktitle", "Book {of} Beds").container == "Book of Beds"


def test_order_and_places() -> None:
    fields = "author={X}, year=1"
    text = f"% head\n\n@misc{{b,\n {fields}, title={{T}}}}\n  @book{{ a , {fields}, title={{U}}}}"
    read = parse_bibliography(text, "r.bib")
    assert list(read) == ["b", "a"]
    assert read["b"].place == Place("r.bib", 3, 7)
    assert read["a"].place == Place("r.bib", 5, 10)


@pytest.mark.parametrize("text", ["", "% nothing", "@comment{x, y}", "@string{a = {b}}"])
def test_an_empty_bibliography(text: str) -> None:
    assert parse_bibliography(text, "r.bib") == {}


GOOD = "@misc{good, author={Y}, title={T}, year=1}\n"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("@misc{a, author={X}, title={T {}, year=1}", "B01", 2),
        ("@misc{a, author={X} title={T}, year=1}", "B01", 2),
        ("@misc{a, author={X}, title={T}, year=1", "B01", 2),
        ("\n\n@misc{a, title=unknown}", "B01", 4),
        ("@misc{}", "B01", 2),
        ("@misc{a b, title={T}}", "B01", 2),
        ("@misc{good, author={X}, title={T}, year=1}", "B01", 2),
        ("@misc{GOOD, author={X}, title={T}, year=1}", "B01", 2),
        ("\n@misc{a, author={X}, title={T}, title={T}, year=1}", "B01", 3),
        ("\n@misc{a, author={A, B, C, D}, title={T}, year=1}", "B03", 3),
        ("@misc{a, author={X}, title={T\\}, year=1}", "B03", 2),
        ("@misc{ä, author={X}, title={T}, year=1}", "B01", 2),
        ("@misc{a:b, author={X}, title={T}, year=1}", "B01", 2),
        ("@misc{a, title={T}, year=1}", "B02", 2),
        ("@misc{a, author={X}, year=1}", "B02", 2),
        ("@misc{a, author={X}, title={T}}", "B02", 2),
        ("@misc{a, author={X}, title={ }, year=1}", "B02", 2),
        ("@misc{a, author={others}, title={T}, year=1}", "B02", 2),
        ("@misc{a, author={others}, doi={10.1000/x}, year=1}", "B02", 2),
    ],
)
def test_what_is_refused_and_where(text: str, code: str, line: int) -> None:
    (problem,) = refusals(GOOD + text)
    assert (problem.code, problem.place.line) == (code, line)
    assert problem.fix


def test_authors_that_nobody_saw_are_said_to_be_not_shown() -> None:
    unseen = "@misc{{{}, author={{others}}, title={{{}}}, year=2031, doi={{10.1000/{}}}}}"
    text = "\n".join(unseen.format(key, title, key) for key, title in (("a", "T"), ("b", "U")))
    one, other = parse_bibliography(text, "r.bib").values()
    assert (one.authors, one.author_names) == ((), [])
    assert one.short == "Authors not shown, 2031a"
    assert other.short == "Authors not shown, 2031b"


def test_every_entry_that_lacks_something_is_told() -> None:
    problems = refusals("@misc{a, year=1}\n@misc{é, title={T}}")
    assert [(p.code, p.place.line) for p in problems] == [("B02", 1), ("B01", 2), ("B02", 2)]
    assert "author and title" in problems[0].message


@given(st.text(alphabet=st.sampled_from(list('@{}(),="#%\\ abz\n01é"')), max_size=60))
@example('@string{a="x"}\n@book{b, author=a # {y}, title={\\}, year=2}')
@example("@misc{a, author={X and and}, title={\\'}, year=2}")
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    read_or_refused(text)


@given(st.text(max_size=40).filter(lambda text: text.count("{") == text.count("}")))
def test_any_title_is_read_or_refused_with_a_place(text: str) -> None:
    read_or_refused(ENTRY % f", journal = {{{text}}}")


def read_or_refused(text: str) -> None:
    """Assert that a text is read, or refused with sound problems only."""
    problems: tuple[Problem, ...] = ()
    try:
        parse_bibliography(text, "r.bib")
    except DataError as error:
        problems = error.problems or pytest.fail("a DataError without problems")
    for problem in problems:
        assert problem.code in {"B01", "B02", "B03"}
        assert 1 <= problem.place.line <= text.count("\n") + 1


def test_names_that_look_alike_get_a_letter() -> None:
    entry = "@misc{{{key}, author={{{author}}}, title={{T{key}}}, year={{{year}}}}}\n"
    text = "".join(
        entry.format(key=key, author=author, year=year)
        for key, author, year in (
            ("a", "Ada Rose", 2031),
            ("b", "Bea Rose", 2031),
            ("c", "Ada Rose", 2032),
            ("d", "Ada Rose and Cy Thorn", 2031),
        )
    )
    found = {key: reference.short for key, reference in parse_bibliography(text, "f").items()}
    assert found == {
        "a": "Rose, 2031a",
        "b": "Rose, 2031b",
        "c": "Rose, 2032",
        "d": "Rose and Thorn, 2031",
    }
