"""Names, numbers, addresses, dates and LaTeX in a bibliography: one form each, or refused."""

from __future__ import annotations

import json
import time
from dataclasses import fields
from importlib.resources import files

import pytest
import rdflib
import rispy
from hypothesis import given, settings
from hypothesis import strategies as st

from theorybook.bibliography import identifiers
from theorybook.bibliography.author import Author
from theorybook.bibliography.dates import Issued, issued, issued_in
from theorybook.bibliography.entry_types import KNOWN, entry_type
from theorybook.bibliography.latex import plain
from theorybook.bibliography.names import names
from theorybook.bibliography.reading import parse_bibliography
from theorybook.bibliography.reference import Reference
from theorybook.citing.apa import apa
from theorybook.citing.bibtex import bibtex
from theorybook.citing.citation import Citation, publication
from theorybook.citing.citation_formats import coins, csl_json, meta_author, ris
from theorybook.citing.vancouver import vancouver
from theorybook.codes import CODES
from theorybook.problems import DataError


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("10.1000/ABC", "10.1000/ABC"),
        ("doi:10.1000/abc", "10.1000/abc"),
        ("DOI: 10.1000/abc", "10.1000/abc"),
        ("https://doi.org/10.1000/abc", "10.1000/abc"),
        ("http://dx.doi.org/10.1000/abc", "10.1000/abc"),
        ("doi.org/10.1000/abc.", "10.1000/abc"),
        ("https://doi.org/10.1000/a%3Cb%3E%23", "10.1000/a<b>#"),
        ("10.1002/(SICI)1(2)3:4<5::AID-6>7.0.CO;2-8", "10.1002/(SICI)1(2)3:4<5::AID-6>7.0.CO;2-8"),
    ],
)
def test_a_doi_has_one_form(typed: str, read: str) -> None:
    assert identifiers.doi(typed) == read


@pytest.mark.parametrize(
    "typed", ["", "see below", "11.1000/1", "10.1000", "10.1000/a b", "10.1/x"]
)
def test_what_is_no_doi_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="no DOI"):
        identifiers.doi(typed)


def test_what_an_address_cannot_hold_is_encoded_in_the_link_of_a_doi() -> None:
    address = identifiers.doi_address("10.1002/(a)1:2<3>#4;5 %?")
    assert address == "https://doi.org/10.1002/(a)1:2%3C3%3E%234%3B5%20%25%3F"


@pytest.mark.parametrize("typed", ["37875958", "PMID: 37875958", "pmid37875958", "PubMed: 37875958",
                                   "https://pubmed.ncbi.nlm.nih.gov/37875958/",
                                   "http://www.ncbi.nlm.nih.gov/pubmed/37875958"])  # fmt: skip
def test_a_pubmed_number_is_its_digits(typed: str) -> None:
    assert identifiers.pmid(typed) == "37875958"


@pytest.mark.parametrize("typed", ["10594763", "PMC10594763", "PMCID: PMC10594763", "pmc10594763",
                                   "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC10594763/",
                                   "pmc.ncbi.nlm.nih.gov/articles/PMC10594763"])  # fmt: skip
def test_a_number_of_pubmed_central_has_its_letters(typed: str) -> None:
    assert identifiers.pmcid(typed) == "PMC10594763"


@pytest.mark.parametrize("typed", ["978-0-306-40615-7", "9780306406157", "ISBN 978 0 306 40615 7",
                                   "ISBN-13: 978–0–306–40615–7"])  # fmt: skip
def test_an_isbn_has_no_hyphens(typed: str) -> None:
    assert identifiers.isbn(typed) == "9780306406157"
    assert identifiers.isbn("0-8044-2957-x") == "080442957X"


@pytest.mark.parametrize(
    "typed",
    [
        "javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "ftp://x.example/",
        "www.x.example", "//x.example", "https://", "https:///path", "https://x.example/a b",
        "https://x.example/a\nb", 'https://x.example/"onload=1', "https://x.example:port/",
        "https://[x/", "https://x.example/<script>", "mailto:a@x.example", "file:///etc/passwd",
        "vbscript:x", "https://x.example/\\", "https:x.example",
    ],
)  # fmt: skip
def test_only_whole_web_addresses_become_links(typed: str) -> None:
    with pytest.raises(ValueError, match="no address for a link"):
        identifiers.web_address(typed)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2022", Issued("2022")),
        ("2022-03", Issued("2022", "2022-03")),
        ("2022-03-04", Issued("2022", "2022-03-04")),
        ("2022-03-04T10:00:00Z", Issued("2022", "2022-03-04")),
        ("2022~", Issued("2022", circa=True)),
        ("2022-03?", Issued("2022", "2022-03", circa=True)),
        ("2022-22", Issued("2022")),
        ("2020/2022", Issued("2020–2022", "2020/2022")),
        ("2022-03/2022-05", Issued("2022", "2022-03/2022-05")),
        ("2022/", Issued("2022")),
        ("2022/..", Issued("2022")),
    ],
)
def test_a_date_of_biblatex(typed: str, read: Issued) -> None:
    assert issued(typed) == read


@pytest.mark.parametrize("typed", ["", "/", "22", "2022-13", "2022-02-30", "March 2022",
                                   "2022/2021", "2020/2021/2022", "0000"])  # fmt: skip
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"no date|ends before"):
        issued(typed)


@pytest.mark.parametrize(
    ("year", "month", "date"),
    [
        ("2022", "mar", "2022-03"), ("2022", "March", "2022-03"), ("2022", "3", "2022-03"),
        ("2022", "4 March", "2022-03-04"), ("2022", "Spring", ""), ("in press", "March", ""),
        ("2022-03-04", "", "2022-03-04"),
    ],
)  # fmt: skip
def test_a_year_and_month_of_bibtex(year: str, month: str, date: str) -> None:
    assert issued_in(year, month).date == date


@pytest.mark.parametrize(
    ("given", "initials"),
    [
        ("K.-H.", [["K", "H"]]), ("Jean-Luc", [["J", "L"]]), ("J.L.", [["J"], ["L"]]),
        ("J. L.", [["J"], ["L"]]), ("JL", [["J"], ["L"]]), ("Élodie", [["É"]]),
        ("Jean‐Luc A.", [["J", "L"], ["A"]]), ("", []), ("-", []),
    ],
)  # fmt: skip
def test_initials(given: str, initials: list[list[str]]) -> None:
    assert Author(given, "Doe").initials == initials


def test_a_name_all_in_capitals_has_no_initials_run_together() -> None:
    assert Author("ED", "DOE").initials == [["E"]]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Doe, Jane and others", (Author("Jane", "Doe"),)),
        ("{World Health Organization}", (Author("", "World Health Organization"),)),
        ("{Health \\& Care; and more, Ltd.}", (Author("", "Health & Care; and more, Ltd."),)),
        ("van der Berg, Jan", (Author("Jan", "van der Berg"),)),
        ("Jan van der Berg", (Author("Jan", "van der Berg"),)),
        ("Cruz, Ana de la", (Author("Ana", "de la Cruz"),)),
        ("Doe Jr., John", (Author("John", "Doe", "Jr"),)),
        ("Doe, John, Jr.", (Author("John", "Doe", "Jr"),)),
        ("Doe, III, John", (Author("John", "Doe", "III"),)),
        ("bell hooks", (Author("bell", "hooks"),)),
        ("García Márquez, Gabriel José", (Author("Gabriel José", "García Márquez"),)),
        ("Gonz&aacute;lez, Ana AND Roe, R.", (Author("Ana", "González"), Author("R.", "Roe"))),
        ("given=Bo, family=Beet, prefix=van", (Author("Bo", "van Beet"),)),
        ("O'Neil, Sh{\\^o}n", (Author("Shôn", "O'Neil"),)),
        ("others", ()),
    ],
)
def test_names(typed: str, read: tuple[Author, ...]) -> None:
    assert names(typed).people == read
    assert names(typed).more == typed.endswith("others")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("Doe, J; Roe, R", "semicolon"), ("Doe, J \\& Roe, R", "&"), ("Doe, J & Roe, R", "&"),
        ("Doe, J &amp; Roe, R", "&"), ("J Doe, R Roe, M Poe", "commas"),
        ("Doe J, Roe R", "a comma between"), ("Doe J., Roe R.", "a comma between"),
        ("Doe, J, Roe, R", "commas"), ("Doe, Jane, and Roe, R", "nothing beside"),
        ("Doe, J and and Roe, R", "no name"), ("and Doe", "no name"), ("Doe et al.", "et al."),
        ("Doe, J and et al", "et al."), ("World Health Organization", "organization"),
        ("Doe, J and others and Roe, R", "others"),
    ],
)  # fmt: skip
def test_what_is_no_list_of_names_is_refused(typed: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        names(typed)


def zotero(name: str) -> tuple[str, str]:
    """Return first and last name as Zotero reads `citation_author` (its Embedded Metadata)."""
    parts = [name] if ";" not in name else name.split(";")
    by_comma = [part.strip() for part in parts[0].split(",")]
    if len(by_comma) > 1 and " " in by_comma[0] and " " in by_comma[1]:
        parts = by_comma
    (only,) = parts
    has_comma = "," in only
    only = only.strip(" .,/[]:")
    if has_comma:
        last, _, first = only.partition(",")
        return first.strip(), last
    first, _, last = only.rpartition(" ")
    return first, last


@pytest.mark.parametrize(
    "site", ["Peer support: what helps", "Beds, borders and bees", "Gardens; all"]
)
def test_zotero_takes_our_own_name_for_one_name(site: str) -> None:
    ours = Author("", f"{site}, contributors")
    first, last = zotero(meta_author(ours))
    assert (first, last) == ("", meta_author(ours).removesuffix(","))
    assert zotero(meta_author(Author("Ada", "van der Beet"))) == ("Ada", "van der Beet")


def test_an_organization_is_no_surname_in_coins() -> None:
    text = "@book{k, author = {{The Garden Club} and Doe, Jane}, title = {{T}}, year = 2020}"
    said = coins(publication(parse_bibliography(text, "r.bib")["k"]))
    assert "rft.aucorp=The+Garden+Club" in said
    assert "rft.aulast" not in said
    assert "rft.au=Doe" in said


def test_authors_that_go_on_are_never_called_others_nor_is_one_of_them_alone() -> None:
    text = "@book{k, author = {Doe, Jane and others}, title = {{T}}, year = 2020}"
    reference = parse_bibliography(text, "r.bib")["k"]
    citation = publication(reference)
    written = (apa(citation), vancouver(citation), ris(citation), json.dumps(csl_json(citation)),
               coins(citation), ", ".join(reference.author_names))  # fmt: skip
    for form in written:
        assert "others" not in form
        assert "et al" in form.replace("+", " ")
    assert "Doe, Jane and others" in bibtex(citation)
    assert reference.short == "Doe and others, 2020"


def test_the_order_is_the_one_that_readers_expect() -> None:
    people = ["de Beer", "Ångström", "Zoe", "abel", "Ørsted", "O'Neil", "Álvarez", "Łuk", "Oa"]
    text = "".join(
        f"@book{{k{n}, author = {{{name}, Ann}}, title = {{T{n}}}, year = 2020}}\n"
        for n, name in enumerate(people)
    )
    found = sorted(parse_bibliography(text, "r.bib").values(), key=lambda ref: ref.sort_key)
    assert [reference.people[0].family for reference in found] == [
        "abel", "Álvarez", "Ångström", "de Beer", "Łuk", "Oa", "O'Neil", "Ørsted", "Zoe",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"H$_2$O, R$^2$, 10$^{-5}$, $\eta_p^2$", "H₂O, R², 10⁻⁵, ηp²"),
        (r"($n = 20$; $p \leq .05$)", "(n = 20; p ≤ .05)"),
        (r"1\textsuperscript{st} and 2$^{nd}$", "1st and 2nd"),
        (r"\emph{a} \textbf{b} {\it c} \textsc{d}", "a b c d"),
        (
            r"\url{https://x.example/a_b} \href{https://x.example}{here}",
            "https://x.example/a_b here",
        ),
        (r"\textquotedblleft a\textquotedblright{} \enquote{b}", "“a” “b”"),
        (r"\v{S}\k{a}\H{o}\r{a}\.z\=a\d{a}\u{g}\t{oo}", "Šąőåżāạğo͡o"),
        (r"\AA\o\O\l\L\ss\ae\OE\dj", "ÅøØłŁßæŒđ"),
        ("&amp; &#x2019; &lt;i&gt;a&lt;/i&gt; &amp;amp; &eacute;", "& ’ a & é"),
        ("<jats:italic>a</jats:italic> <sup>2</sup> 1 < 2 > 0", "a ² 1 < 2 > 0"),
        ("from $5 to $10", "from $5 to $10"),
        (r"\noopsort{1973}{1973}", "1973"),
        (r"$\geq$18 years, p$<$0.05, $\alpha$2, $\sim$20\%", "≥18 years, p<0.05, α2, ∼20%"),
        ("N$=$20, CO$_{2}$2, 1$-$5", "N=20, CO₂2, 1-5"),
        ("from $5-$10 and $20", "from $5-$10 and $20"),
        (r"{\textless}i{\textgreater}In vivo{\textless}/i{\textgreater} beds", "In vivo beds"),
        (r"\textless{}sup\textgreater{}2\textless{}/sup\textgreater{} \textless 3", "² <3"),
        ("{$<$}i{$>$}In vivo{$<$}/i{$>$}, p $<$ 0.05", "In vivo, p < 0.05"),
        ("<![CDATA[Beds]]> <a href='https://x.example'>here</a>", "Beds here"),
        ("<inline-formula><tex-math>$x^2$</tex-math></inline-formula>", "x²"),
        ("<div>a<br/>b</div><p>c</p><p>d</p>", "a b c d"),
        ("if b <a and a> c", "if b <a and a> c"),
        (r"a\,b\ c\\d", "a b c d"),
    ],
)
def test_latex_and_html_are_read_as_people_read_them(latex: str, text: str) -> None:
    assert plain(latex) == text


@pytest.mark.parametrize(
    "latex",
    [r"\foo", r"\cite{a}", r"\input{x}", r"$x^{a+1+B}$", "a\\", r"\(a", r"\'" * 99 + "a", "&#0;"],
)
def test_what_has_no_plain_text_is_refused(latex: str) -> None:
    with pytest.raises(ValueError, match=": "):
        plain(latex)


def book(title: str) -> str:
    """Return an entry whose title is this."""
    return "@book{k, title = {" + title + "}}"


LONG = "a long title of a work " * 10
HOSTILE = {
    "strings": "@string{a = {abcdefghij}}\n"
    + "".join(
        f"@string{{a{n} = {' # '.join([f'a{n - 1}' if n else 'a'] * 10)}}}\n" for n in range(40)
    )
    + "@book{k, author = {Doe, Jane}, title = a39, year = 2020}",
    "used often": "@string{a = {" + "x" * 4999 + "}}\n@book{k, title = " + "a # " * 9999 + "a}",
    "deep": book("{" * 50_000 + "}" * 50_000),
    "accents": book(r"\'" * 20_000),
    "dollars": book("$x" * 20_000),
    "entities": book("&amp;" * 9_000),
    "tags": book("<i " * 15_000),
    "escaped tags": book(r"\textless{}a href " * 2_500),
    "data": book("<![CDATA[" * 5_000),
    "names": "@book{k, author = {" + " and ".join(["Doe, J."] * 4_000) + "}}",
    "no ends": "@book{k, title = {" * 5_000,
    "signs": "@" * 100_000,
    "quotation marks": '@book{k, title = "' * 5_000,
    "a long field": book("x" * 2_000_000),
    "hashes": "@book{k, title = {x}" + " # {x}" * 40_000 + "}",
    "urls": book(r"\url{\{" * 6_000),
    "twins": "".join(
        f"@book{{k{n}, author = {{Doe, J}}, title = {{{LONG}{n}}}, year = 1}}\n" for n in range(100)
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_input_hangs_or_breaks_the_reader(name: str) -> None:
    start = time.process_time()
    found = read_or_refused(HOSTILE[name])
    assert time.process_time() - start < 20
    assert not found or len(found) == 100


def read_or_refused(text: str) -> dict[str, Reference] | None:
    """Return what a bibliography holds, or nothing where it is refused with sound places."""
    try:
        return parse_bibliography(text, "r.bib")
    except DataError as error:
        problems = error.problems or pytest.fail("a DataError without problems")
    for problem in problems:
        assert problem.code in {code.code for code in CODES}
        assert 1 <= problem.place.line <= text.count("\n") + 1
        assert problem.place.column >= 1
        assert problem.message.strip()
        assert problem.fix.strip()
        assert "\n" not in str(problem)
    return None


@pytest.mark.parametrize("name", sorted(KNOWN))
def test_each_type_has_names_that_others_know(name: str) -> None:
    folder = files("citeproc") / "data" / "schema" / "schemas" / "styles"
    csl = (folder / "csl-types.rnc").read_text(encoding="utf-8")
    found = entry_type(name, has_address=False)
    assert f'"{found.csl}"' in csl
    assert found.schema in rdflib.SDO
    assert found.ris in rispy.config.TYPE_OF_REFERENCE_MAPPING


FIELDS = (
    "author", "editor", "title", "subtitle", "maintitle", "booktitle", "journal", "journaltitle",
    "publisher", "institution", "school", "organization", "howpublished", "year", "date", "month",
    "day", "volume", "number", "pages", "series", "edition", "address", "location", "type",
    "version", "doi", "pmid", "pmcid", "isbn", "url", "urldate", "note", "eprint", "eprinttype",
    "eventtitle", "pubstate", "annote", "crossref", "issuetitle",
)  # fmt: skip
PIECES = st.sampled_from(
    [
        "Doe, Jane", " and ", "others", "{The Club}", "van der ", "Jr", ", ", "\\'e", "\\emph{x}",
        "$x^2$", "<i>", "</i>", "&amp;", "&#7;", "2020", "2020-03-04", "2020/2021", "~", "%", "--",
        "10.1000/x", "https://doi.org/10.1000/X", "javascript:x", "https://x.example/a", "PMC12",
        "123", "מילה", "é", "?", ".", "\\", "{", "}", "\\{", '"', "#", "@", "=", "$", "\\foo",
        "9780306406157", "\x00", "\u202e", "`", "'", ";", "&", "\n", "phdthesis", "2nd", "12–15",
        "²", "٣", "-", " MD", " PhD", "The ", " of ", " y ", "J. ", " JA", "Dr. ", "3rd", "…",
        "et al.",
        "(Eds.)", "p. ", "Article ", "n.d.", "c. ", "March ", "/", "2nd edition", " p.", "12",
        "%3C", "\\textless", "patentus",
    ]
)  # fmt: skip
VALUES = st.lists(PIECES, max_size=6).map("".join) | st.text(max_size=12)


@st.composite
def entries(draw: st.DrawFn) -> str:
    """Return a file with a few entries, sound ones and others."""
    types = st.sampled_from([*sorted(KNOWN), "string", "comment", "foo", "xdata"])
    text = ""
    for number in range(draw(st.integers(1, 2))):
        given = draw(st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=6))
        usual = {"author": "Doe, Jane", "title": "T", "year": "2020"}
        sure = {} if draw(st.booleans()) else usual
        listed = "".join(f", {name} = {{{value}}}" for name, value in (given | sure).items())
        text += f"@{draw(types)}{{k{number}{listed}}}\n"
    return text


@given(entries())
@settings(max_examples=150)
def test_any_entry_is_written_in_every_form_or_refused(text: str) -> None:
    for reference in (read_or_refused(text) or {}).values():
        citation = publication(reference)
        assert_sound(citation)
        assert reference.short
        assert reference.sort_key
        assert not reference.url or reference.url.lower().startswith(("http://", "https://"))
        read = parse_bibliography(bibtex(citation), "r.bib")[reference.key]
        differing = {
            field.name
            for field in fields(reference)
            if field.compare and getattr(read, field.name) != getattr(reference, field.name)
        }
        assert differing <= {"place", "letter"}


def assert_sound(citation: Citation) -> None:
    """Assert that a citation can be written in every form."""
    for line in (apa(citation), vancouver(citation)):
        assert line == " ".join(line.split(" "))
        assert "  " not in line
        assert "\n" not in line
    (read,) = rispy.loads(ris(citation))
    assert read["id"] == citation.key
    assert json.loads(json.dumps(csl_json(citation)))["id"] == citation.key
    assert coins(citation)
