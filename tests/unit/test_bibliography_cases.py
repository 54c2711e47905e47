"""Entries as people have them: each builds as it should, or is refused with its place and cure.

The files in `tests/data/bibtex/` hold an entry each, made after public reports about software that
reads bibliographies. Each is put into the garden's references.bib, with a bare record in
studies.yaml, as somebody would who adds a study.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.support.bibliographies import CASES, add_entry, text_of_html
from tests.support.editions import renderer

from theorybook.bibliography.reading import parse_bibliography
from theorybook.bibliography.twins import likely_twins
from theorybook.citing.apa import apa
from theorybook.citing.bibtex import bibtex
from theorybook.citing.citation import FORMS, publication
from theorybook.citing.vancouver import vancouver
from theorybook.files import files
from theorybook.pages.site_pages import pages
from theorybook.pictures.palette import read_palette
from theorybook.published.fingerprint import fingerprints
from theorybook.site import Site

if TYPE_CHECKING:
    from tests.conftest import Project

GARDEN = Path(__file__).resolve().parent.parent / "garden"
# Tests share one garden with all cases, so one worker has them.

# What APA style and Vancouver style make of it, written by hand from their manuals.
BUILT = {
    "abbreviations": (
        "Doe, J. (2020). A quoted title. Journal of Gardens.",
        "Doe J. A quoted title. Journal of Gardens. 2020.",
    ),
    "accent-first": (
        "Álvarez, A. (2021). Accent first. J.",
        "Álvarez A. Accent first. J. 2021.",
    ),
    "accents": (
        "Ørsted, Ü., Čapek, J., & Straßer, F. (2020). Naïve ñ ő å ł — and – “so”. J.",
        "Ørsted Ü, Čapek J, Straßer F. Naïve ñ ő å ł — and – “so”. J. 2020.",
    ),
    "and-others": (
        "Doe, J., et al. (2020). Others. J.",
        "Doe J, et al. Others. J. 2020.",
    ),
    "article-without-journal": (
        "Doe, J. (2020). A preprint.",
        "Doe J. A preprint. [place unknown]: [publisher unknown]; 2020.",
    ),
    "biblatex-date": (
        "Doe, J. (2022). Only a date. Journal.",
        "Doe J. Only a date. Journal. 2022.",
    ),
    "chapter-of-a-set": (
        "Doe, J. (2019). A chapter of a set. In A. Smith et al. (Eds.), All about beds: "
        "Weeds. Press.",
        "Doe J. A chapter of a set. In: Smith A, et al., editors. All about beds: Weeds. [place "
        "unknown]: Press; 2019.",
    ),
    "chapter-with-editor": (
        "van der Berg, J. (2019). A chapter. In A. Smith (Ed.), A handbook (2nd ed., pp. "
        "10–20). Press.",
        "van der Berg J. A chapter. In: Smith A, editor. A handbook. 2nd ed. London: Press; "
        "2019. p. 10-20.",
    ),
    "collection": (
        "Smith, A., & Roe, R. (Eds.). (2019). A collected handbook: On beds (2nd ed.). Press.",
        "Smith A, Roe R, editors. A collected handbook: On beds. 2nd ed. London: Press; 2019.",
    ),
    "conference": (
        "Doe, J. (2020). A talk. In Proceedings of weeding (Vol. 3, Weeds, pp. 1–2). Press.",
        "Doe J. A talk. In: Proceedings of weeding. Vol. 3. Paris: Press; 2020. (Weeds). p. 1-2.",
    ),
    "dataset": (
        "Doe, J. (2020). Counts of weeds (Version 2.1) [Data set]. Seed Bank. "
        "https://doi.org/10.5281/zenodo.1",
        "Doe J. Counts of weeds [data set]. Version 2.1. [place unknown]: Seed Bank; 2020. "
        "doi: 10.5281/zenodo.1",
    ),
    "date-about": (
        "Doe, J. (ca. 1850). An old book. Press.",
        "Doe J. An old book. [place unknown]: Press; [ca. 1850].",
    ),
    "date-span": (
        "Doe, J. (2019–2020). A diary. Press.",
        "Doe J. A diary. [place unknown]: Press; 2019–2020.",
    ),
    "doi-as-address": (
        "Doe, J. (2020). DOI as an address. J. https://doi.org/10.1000/abc.123",
        "Doe J. DOI as an address. J. 2020. doi: 10.1000/abc.123",
    ),
    "doi-with-signs": (
        "Doe, J. (1998). Old DOI. J. "
        "https://doi.org/10.1002/(sici)1097(19980815)17:15%3C1661::aid-sim968%3E3.0.co%3B2-2",
        "Doe J. Old DOI. J. 1998. doi: "
        "10.1002/(sici)1097(19980815)17:15<1661::aid-sim968>3.0.co;2-2",
    ),
    "editors-only": (
        "Smith, A. (Ed.). (2019). A handbook. Press.",
        "Smith A, editor. A handbook. [place unknown]: Press; 2019.",
    ),
    "electronic": (
        "Doe, J. (2022). An electronic page. https://garden.example/page",
        "Doe J. An electronic page [Internet]. [place unknown]: [publisher unknown]; "
        "2022. Available "
        "from: https://garden.example/page",
    ),
    "empty-fields": (
        "Doe, J. (2020). Empty.",
        "Doe J. Empty. [place unknown]: [publisher unknown]; 2020.",
    ),
    "html-from-crossref": (
        "Doe, J. (2020). Lactuca & H₂O: the gardener’s CO², & 1 < 2. Soil & Seed.",
        "Doe J. Lactuca & H₂O: the gardener’s CO², & 1 < 2. Soil & Seed. 2020.",
    ),
    "hyphen-initials": (
        "Ng, K.-H. (2020). Initials. J.",
        "Ng KH. Initials. J. 2020.",
    ),
    "in-press": (
        "Doe, J. (in press). To come. Journal.",
        "Doe J. To come. Journal. in press.",
    ),
    "latex-commands": (
        "Doe, J. (2020). Support (n = 20): H₂O and more “x”. J.",
        "Doe J. Support (n = 20): H₂O and more “x”. J. 2020.",
    ),
    "masters-thesis": (
        "Doe, J. (2021). A thesis on rakes [Master’s thesis, A University]. https://u.example/1",
        "Doe J. A thesis on rakes [master’s thesis] [Internet]. Leeds: A University; "
        "2021. Available "
        "from: https://u.example/1",
    ),
    "names-of-all-kinds": (
        "Picard, J.-L., Borges, J. L., van Beethoven, L., de la Cruz, A., King, M. L., Jr., &"
        " hooks, B. (2020). Names. J.",
        "Picard JL, Borges JL, van Beethoven L, de la Cruz A, King ML Jr, hooks B. Names. J. 2020.",
    ),
    "old-web-page": (
        "Doe, J. (2022). An old page. https://garden.example/a_b",
        "Doe J. An old page [Internet]. [place unknown]: [publisher unknown]; 2022. Available "
        "from: https://garden.example/a_b",
    ),
    "organization": (
        "Ministry of Weeds, Beds and Borders. (2020). A rule.",
        "Ministry of Weeds, Beds and Borders. A rule. [place unknown]: [publisher unknown]; 2020.",
    ),
    "paper-presented": (
        "Doe, J. (2020). A talk on the way [Paper presentation]. Conference on weeds, Paris.",
        "Doe J. A talk on the way. Conference on weeds. Paris: [publisher unknown]; 2020.",
    ),
    "patent": (
        "Doe, J. (2019). A rake (Patent No. US1234).",
        "Doe J. A rake. [place unknown]: [publisher unknown]; 2019. Patent No.: US1234.",
    ),
    "percent-in-one-brace": (
        "Doe, J. (2020). Over 5% of beds stay: what helps? J.",
        "Doe J. Over 5% of beds stay: what helps? J. 2020.",
    ),
    "percent-in-title": (
        "Doe, J. (2020). Over 50% of peers stay: what helps? J.",
        "Doe J. Over 50% of peers stay: what helps? J. 2020.",
    ),
    "periodical": (
        "Smith, A. (Ed.). (2019). Journal of Beds. On weeds (Vol. 3).",
        "Smith A, editor. Journal of Beds. On weeds. Vol. 3. [place unknown]: [publisher "
        "unknown]; 2019.",
    ),
    "pmid-as-address": (
        "Doe, J. (2020). More numbers. J.",
        "Doe J. More numbers. J. 2020. PubMed PMID: 37875959; PubMed Central PMCID: PMC10594764.",
    ),
    "pmid-with-prefix": (
        "Doe, J. (2020). Numbers. J.",
        "Doe J. Numbers. J. 2020. PubMed PMID: 37875958; PubMed Central PMCID: PMC10594763.",
    ),
    "report-in-a-series": (
        "World Garden Organization. (2021). A report in a series (Papers on gardens, "
        "Working Paper No. 12).",
        "World Garden Organization. A report in a series [Working Paper]. Geneva: World Garden "
        "Organization; 2021. (Papers on gardens). Report No.: 12.",
    ),
    "report-number": (
        "Doe, J., & Roe, R. (2014). A report (Report No. 7). An Institute.",
        "Doe J, Roe R. A report. [place unknown]: An Institute; 2014. Report No.: 7.",
    ),
    "right-to-left": (
        "מילה, נ., & Doe, J. (2020). שלום, עולם. العربية.",
        "מילה נ, Doe J. שלום, עולם. العربية. 2020.",
    ),
    "software": (
        "Doe, J. (2020). Weeder (Version 1.0) [Computer software]. https://code.example/weeder",
        "Doe J. Weeder [computer software] [Internet]. Version 1.0. [place unknown]: "
        "[publisher unknown]; 2020. Available from: https://code.example/weeder",
    ),
    "thesis-of-a-type": (
        "Doe, J. (2021). A thesis on hoes [Doctoral dissertation, A University].",
        "Doe J. A thesis on hoes [dissertation]. [place unknown]: A University; 2021.",
    ),
    "type-not-known-to-style": (
        "Doe, J. (2021). A thesis [Thesis, A University].",
        "Doe J. A thesis [dissertation]. [place unknown]: A University; 2021.",
    ),
    "web-page": (
        "Doe, J. (2022, March 4). A page. The Garden Trust. Retrieved January 5, 2024, from "
        "https://garden.example/page",
        "Doe J. A page [Internet]. [place unknown]: The Garden Trust; 2022 Mar 4 [cited 2024 "
        "Jan 5]. Available from: https://garden.example/page",
    ),
}

# The code, the line and column in the case, and what is said of what is wrong and of the cure.
REFUSED = {
    "address-on-two-lines": ("B03", 1, 86, "no address for a link", "https://"),
    "address-with-a-space": ("B03", 1, 86, "no address for a link", "%20"),
    "ampersand": ("B03", 1, 17, "has a `&`", "`and`"),
    "brace-too-few": ("B01", 1, 10, "does not end", "brace"),
    "brace-too-many": ("B01", 1, 10, "ends in line", "one too many"),
    "braces-in-braces": ("B01", 1, 78, "more than 30 braces", "take out braces"),
    "character-by-number": ("B03", 1, 42, "nobody can see", "take it out"),
    "commas-only": ("B03", 1, 20, "commas between names", "`and`"),
    "control-character": ("Y06", 1, 51, "U+0007", "take it out"),
    "crossref": ("B03", 1, 61, "by `crossref`", "write the fields out"),
    "direction-mark": ("Y06", 1, 52, "U+202E", "take it out"),
    "et-al": ("B03", 1, 18, "et al.", "`and others`"),
    "field-twice": ("B01", 1, 56, "stands twice", "keep one"),
    "javascript-address": ("B03", 1, 89, "no address for a link", "https://"),
    "key-in-other-case": ("B01", 1, 10, "is `example2031beds` in capitals", "another key"),
    "nearly-one-title": ("B04", 1, 10, "nearly one title", "what tells them apart"),
    "no-date": ("B03", 1, 52, "no date", "2022-03-04"),
    "no-doi": ("B03", 1, 84, "no DOI", "10.1000/1"),
    "no-isbn": ("B03", 1, 67, "no ISBN", "digits"),
    "no-key": ("B01", 1, 10, "no key", "before `author`"),
    "no-pmid": ("B03", 1, 85, "no PubMed number", "digits"),
    "organization-without-braces": ("B03", 1, 17, "looks like an organization", "braces"),
    "others-alone": ("B02", 1, 10, "lacks author", "add it"),
    "quotation-mark": ("B01", 1, 48, "does not end", "quotation mark"),
    "same-doi-twice": (
        "B04",
        1,
        10,
        "both have the DOI 10.0000/invented_2031.1",
        "take one of the two out",
    ),
    "semicolons": ("B03", 1, 18, "semicolon", "`and`"),
    "strings-in-strings": ("B01", 4, 12, "too long when written out", "write it out"),
    "unknown-command": ("B03", 1, 43, "`\\chemfig`", "sign it stands for"),
    "unknown-type": ("B03", 1, 9, "did you mean `@article`?", "`@misc`"),
    "xdata": ("B03", 1, 8, "no type of publication", "into each entry"),
}


def test_every_case_is_looked_at() -> None:
    names = {file.stem for file in CASES.glob("*.bib")}
    assert {*BUILT, *REFUSED} == names
    assert not BUILT.keys() & REFUSED.keys()


@dataclass(frozen=True)
class Built:
    """The garden with all cases that build, rendered."""

    site: Site
    keys: dict[str, str]
    pages: dict[str, str]
    files: dict[str, str]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    root = Path(shutil.copytree(GARDEN, tmp_path_factory.mktemp("cases") / "garden"))
    keys = {case: add_entry(root, case) for case in BUILT}
    site = Site.load(root)
    made = renderer(site)
    html = {page.address: made.page(page).html for page in pages(site)}
    palette = read_palette(GARDEN.parent.parent / "docs")
    return Built(site, keys, html, {at: str(text) for at, text in files(made, palette)})


@pytest.mark.parametrize("case", BUILT)
def test_it_builds(case: str, built: Built) -> None:
    key = built.keys[case]
    citation = publication(built.site.references[key])
    in_apa, in_vancouver = BUILT[case]
    assert apa(citation) == in_apa
    assert vancouver(citation) == in_vancouver
    for address in ("references/", f"studies/{key}/"):
        assert in_apa in text_of_html(built.pages[address])
    for form in FORMS:
        assert citation.key in built.files[f"cite/{key}-publication.{form}"]


@pytest.mark.parametrize("case", BUILT)
def test_what_is_written_as_bibtex_reads_back_the_same(case: str) -> None:
    text = (CASES / f"{case}.bib").read_text(encoding="utf-8")
    for key, reference in parse_bibliography(text, "r.bib").items():
        read = parse_bibliography(bibtex(publication(reference)), "r.bib")[key]
        assert replace(read, place=reference.place) == reference


@pytest.mark.parametrize("case", REFUSED)
def test_it_is_refused_once_with_its_place_and_the_cure(case: str, project: Project) -> None:
    before = (project.root / "data/references.bib").read_text(encoding="utf-8").count("\n")
    add_entry(project.root, case)
    code, line, column, says, cure = REFUSED[case]
    (problem,) = project.problems()
    assert (problem.code, problem.place.file) == (code, "data/references.bib")
    assert (problem.place.line - before, problem.place.column) == (line, column)
    assert says in problem.message
    assert cure in problem.fix


def test_a_published_study_is_not_told_as_changed_where_the_bibliography_is_broken(
    project: Project,
) -> None:
    """One fault is one message: no study is called changed, gone or without its publication."""
    site = Site.load(project.root)
    sums = fingerprints(site.everything, site.references)
    records = {name: {record.version: sums[name]} for name, record in site.everything.by_id.items()}
    grown = site.published.grown(site.addresses, records, ())
    (project.root / "data/published.json").write_text(grown.text, encoding="utf-8")
    assert project.problems() == ()
    add_entry(project.root, "brace-too-few")
    (problem,) = project.problems()
    assert problem.code == "B01"


def test_a_file_that_is_not_utf_8_is_told_once(project: Project) -> None:
    path = project.root / "data/references.bib"
    path.write_bytes(
        path.read_text(encoding="utf-8").replace("Ada", "Adé").encode("cp1252", "replace")
    )
    (problem,) = project.problems()
    assert problem.code == "Y04"
    assert problem.place.line == 3


def test_an_empty_bibliography_is_told_once(project: Project) -> None:
    (project.root / "data/references.bib").write_text("% nothing\n", encoding="utf-8")
    (problem,) = project.problems()
    assert (problem.code, problem.message) == ("B01", "there is no publication in it")


def test_each_broken_entry_is_told_where_it_starts(project: Project) -> None:
    before = (project.root / "data/references.bib").read_text(encoding="utf-8").count("\n")
    for case in ("brace-too-few", "accent-first", "quotation-mark", "unknown-type"):
        add_entry(project.root, case)
    found = [(problem.code, problem.place.line - before) for problem in project.problems()]
    assert found == [("B01", 1), ("B01", 3), ("B03", 4)]


def test_two_works_of_one_title_that_differ_are_a_note(project: Project) -> None:
    path = project.root / "tests-near.bib"
    text = (CASES / "nearly-one-title.bib").read_text(encoding="utf-8")
    path.write_text(text.replace("year =", "journal = {Another Journal}, year ="), encoding="utf-8")
    add_entry(project.root, path)
    (note,) = [note for note in Site.load(project.root).notes if note.code == "N02"]
    assert "`x-near` may be the publication of `example2031beds`" in note.message
    assert "journal" in note.message


@pytest.mark.parametrize("other", ["Erratum: {}", "{}: part 2", "{} (2032)", "A reply to: {}"])
def test_an_erratum_or_another_part_is_no_twin(other: str) -> None:
    title = "Exploring how involvement in peer support promotes development"
    entry = "@article{{{}, author = {{Doe, Jane}}, title = {{{}}}, year = {}}}\n"
    text = entry.format("a", title, 2020) + entry.format("b", other.format(title), 2020)
    references = parse_bibliography(text, "r.bib")
    assert list(likely_twins(references)) == []


def test_raw_markup_is_shown_nowhere(built: Built) -> None:
    keys = [built.keys[case] for case in ("html-from-crossref", "latex-commands", "accents")]
    shown = [text for at, text in built.pages.items() if any(key in at for key in keys)]
    shown += [text for at, text in built.files.items() if any(key in at for key in keys)]
    assert len(shown) > 5 * len(keys)
    for text in shown:
        assert not re.search(r"\\emph|\\text|\$n|H\$|&amp;(amp|lt|#)|&lt;/?(i|sub|sup)&gt;", text)
        assert not re.search(r"<(sub|sup)>", text)
