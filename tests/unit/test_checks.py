"""Every kind of mistake is refused: with its code, the spot to look at, and a cure."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, NamedTuple

import pytest

from theorybook.addresses import LISTS
from theorybook.codes import CODES
from theorybook.data.datafiles import DATA_FILES
from theorybook.problems import Place, Problem

if TYPE_CHECKING:
    from tests.conftest import Project


class Mistake(NamedTuple):
    """An edit of one file, the problem it makes, and the text that the problem points at."""

    code: str
    file: str
    old: str
    new: str
    points_at: str
    says: str = ""


T, S, Q, W, G, H, X, N, WAITING = (f"data/{file.filename}" for file in (
    DATA_FILES[1], *DATA_FILES[2:6], DATA_FILES[0], *DATA_FILES[6:8], DATA_FILES[-1]
))  # fmt: skip
BIB = "data/references.bib"
PUB = "data/published.json"
ABOUT = "docs/about/index.md"

MECHANISM = """\
  mechanism:
    parts:
    - term: feeling-watched
      placed: stated
      text: Some felt watched.
      voice: from the study
      cites: [example_2032-weeds-F1]
"""

SIGNS = """\
  signs:
  - text: People hum while they weed.
    voice: our advice
"""

GAPS = """\
- address: map/gaps/
  title: Gaps
  lead: "What nobody could tell us: where we looked, and what would fill the gap."
  other_names: [research gaps, future research, open questions]
"""
BESIDE = "  each: beside the theories linked to it\n"
EACH = "  each: what it did, what it reports, and what we could not read.\n"

MISTAKES = [
    # the file
    Mistake("Y01", T, "theories:\n", "theories: [\n", "- id: T001", "not valid YAML"),
    Mistake("Y01", G, "  name: Compost", "\tname: Compost", "\tname: Compost"),
    Mistake("Y01", W, "\n- id: leaving", "\n---\n- id: leaving", "---"),
    Mistake("Y02", T, "  short: Weeds", "  short: a\n  short: Weeds", "short: Weeds", "twice"),
    Mistake("Y03", H, "subject: c", "subject: &x c", "&x c", "anchor"),
    Mistake("Y03", H, "subject: community gardens", "subject: *x", "*x", "alias"),
    Mistake("Y03", H, "subject: c", "subject: !x c", "!x c", "tag"),
    # fields
    Mistake("M01", T, "  short: Weeds", "  shrot: Weeds", "shrot", "did you mean `short`"),
    Mistake("M01", W, "  is_not: Dirty", "  is_nott: Dirty", "is_nott", "did you mean `is_not`"),
    Mistake("M01", S, "- {term: blisters, ", "- {trem: blisters, ", "trem", "`term`"),
    Mistake("M01", H, "subject: c", "subjects: c", "subjects: c", "`subject`"),
    Mistake("M02", T, "  short: Weeds and eyes\n", "", "id: T002", "`short` is missing"),
    Mistake("M02", T, "  short: Weeds and eyes\n", "  short:\n", "short:", "`short` is empty"),
    Mistake("M02", S, "  depth_note: There is no more of it.\n", "", "key: example_2032-weeds"),
    Mistake("M02", W, "  wanted: yes\n", "", "id: staying", "`wanted`"),
    Mistake("M02", T, "    text: Collective maint", "    quote: Q001\n    text: Collective maint",
            "text: Collective maint", "one of the two"),
    Mistake("M03", T, "  slug: weeding-together", "  slug: Weeding", "Weeding", "form"),
    Mistake("M03", T, "reviewed: 2032-01-04", "reviewed: soon", "soon", "date such as 2026"),
    Mistake("M03", T, "reviewed: 2032-01-04", "reviewed: 0", "0", "date such as 2026"),
    Mistake("M03", T, "reviewed: 2032-01-04", "reviewed: 2032-02-30", "2032-02-30"),
    Mistake("M03", T, "minutes: 10", "minutes: ten", "ten", "whole number"),
    Mistake("M03", T, "minutes: 10", "minutes: 0", "0", "greater"),
    Mistake("M03", T, "stance: goes against", "stance: goes againsd", "goes againsd",
            "did you mean `goes against`"),
    Mistake("M03", W, "kind: strategy\n  name: Weeding", "kind: tactic\n  name: Weeding", "tactic"),
    Mistake("M03", W, "wanted: yes", "wanted: maybe", "maybe"),
    Mistake("M03", S, "depth: full text", "depth: fulltext", "fulltext", "`full text`"),
    Mistake("M03", T, "  short: Weeds and eyes", "  short: [Weeds]", "[Weeds]", "a list"),
    Mistake("M03", T, "  short: Weeds and eyes", "  short: {a: b}", "{a: b}", "a group"),
    Mistake("M03", T, "  short: Weeds and eyes", "  short: '  '", "'  '", "a text is wanted"),
    Mistake("M03", S, "  unread: []", "  unread: nothing", "nothing", "a list is wanted"),
    Mistake("M03", T, "id: T002-E1", "id: T001-E9", "T001-E9", "does not start with `T002-`"),
    Mistake("M03", S, "id: example_2032-weeds-F1", "id: example-F1", "example-F1", "start with"),
    # voices
    Mistake("V01", T, "    text: People who weed.\n    voice: our advice\n",
            "    text: People who weed.\n", "text: People who weed.", "whose voice"),
    Mistake("V01", T, "    text: People who weed.\n    voice: our advice\n",
            "    text: People who weed.\n    voice:\n", "voice:", "whose voice"),
    Mistake("V02", T, "People who weed.\n    voice: our advice", "P.\n    voice: our reading",
            "for_whom:", "nothing is cited"),
    Mistake("V02", X, "    cites: [example_2032-weeds-F1]", "    cites: []", "cites: []"),
    Mistake("V03", T,
            "    text: People who dig.\n    voice: our reading\n    cites: [example2031beds]",
            "    text: D.\n    voice: from the study\n    cites: [example_2032-weeds-F1]",
            "example_2032-weeds-F1]", "not among T001's evidence"),
    Mistake("V04", T, "Two of them left.\n      voice: from the study\n"
            "      cites: [example_2032-weeds-F1]", "Two of them left.\n"
            "      voice: from the study\n      cites: [example_2032-weeds]",
            "example_2032-weeds]", "does not say what in it"),
    Mistake("V04", X, "cites: [example_2032-weeds-F1]", "cites: [example_2032-weeds]",
            "example_2032-weeds]", "does not say what in it"),
    # the steps of a theory
    Mistake("C01", T, MECHANISM, "  mechanism: {}\n", "mechanism: {}"),
    Mistake("C01", T, MECHANISM, "  mechanism:\n", "mechanism:"),
    Mistake("C01", T, MECHANISM, "", "id: T002"),
    Mistake("C01", W, "  definition: Not coming back.\n", "", "id: leaving", "one of them"),
    Mistake("C01", W, "  unknown:\n    what: The", "  definition: D.\n  unknown:\n    what: The",
            "unknown:", "one of them"),
    Mistake("C02", T, SIGNS, "  signs: []\n", "[]", "T002 is published"),
    # the words of pages
    Mistake("C03", H, GAPS, "", "- address: theories/", "nothing of the page `map/gaps/`"),
    Mistake("C03", H, EACH, "", "address: studies/", "`studies/` does not say what"),
    Mistake("C03", H, BESIDE, "", "address: theories/compare/", "each page that it lists is about"),
    Mistake("R01", H, GAPS, GAPS + GAPS, "map/gaps/", "the page `map/gaps/` twice"),
    Mistake("R04", H, "address: quotes/", "address: quotse/", "quotse/", "did you mean `quotes/`"),
    Mistake("R04", H, GAPS, GAPS + GAPS.replace("map/gaps/", "about/"), "about/", "no generated"),
    # evidence
    Mistake("E02", T, "    quote: Q003\n", "", "id: T002-E2", "one of the two"),
    Mistake("E02", T, "    quote: Q003\n", "    quote: Q003\n    finding: example2031beds-F1\n",
            "finding: example2031beds-F1", "one of the two"),
    Mistake("E02", T, "    quote: Q003\n", "    quote: Q004\n", "Q004", "belongs to example_2032"),
    Mistake("E02", T, "finding: example2031beds-F2", "finding: example_2032-weeds-F1",
            "example_2032-weeds-F1", "belongs to"),
    Mistake("E03", T, "directness: by inference\n    adds: Blisters",
            "directness: outright\n    adds: Blisters", "outright", "only background"),
    # words
    Mistake("W01", T, "clause: people", "clause:" + " people" * 11, "clause: p",
            "a clause of 16 words"),
    Mistake("W01", T, "Plant a hedge, or <two>.", "Plant " + "one more " * 12 + "hedge.",
            "Plant one more", "a sentence of 26 words"),
    Mistake("W01", S, "Gardeners; nobody asked the children.", "Nobody " + "ever " * 25 + "did.",
            "Nobody ever", "a sentence of 27 words"),
    Mistake("W01", T, "text: Weeding together can make people feel watched, and leave.",
            "text: Weeding together can make people feel watched. " + "It can. " * 10 + "Oh.",
            "Weeding together", "a headline of 28 words"),
    Mistake("W02", T, "text: People hum while they weed.", "text: " + "Internationalization "
            "necessitates organizational accountability. " * 40, "T002", "school grade"),
    Mistake("W03", T, "text: People hum while they weed.", "text: Who weeds? Build ONE.",
            "Who weeds?", "stands at data/theories.yaml"),
    Mistake("W03", T, "text: People hum while they weed.", "text: Sharing a hedge. Not coming "
            "back.", "Sharing a hedge.", "stands at data/terms.yaml"),
    # history
    Mistake("H01", T, "  - version: 2\n", "  - version: 3\n", "history:", "do not count 1, 2"),
    Mistake("H01", T, "  - version: 1\n    date: 2032-01-04\n", "  - version: 1\n"
            "    date: 2032-01-04\n    what: W.\n  - version: 2\n    date: 2032-01-03\n",
            "history:", "go back"),
    Mistake("H01", T, "  history:\n  - version: 1\n    date: 2032-01-04\n"
            "    what: Invented a day later.\n",
            "  history: []\n", "history: []", "or are missing"),
    Mistake("M02", G, "  history:\n  - {version: 1, date: 2032-01-01, what: First version.}\n"
            "- id: shed", "- id: shed", "id: compost", "`history` is missing"),
    # what is retired
    Mistake("M02", T, "  status: published\n  reviewed: 2032-01-04",
            "  status: published\n  retired: {on: 2032-02-01}\n  reviewed: 2032-01-04",
            "{on: 2032", "`why` is missing"),
    Mistake("R04", T, "  status: published\n  reviewed: 2032-01-04",
            "  status: published\n  retired: {on: 2032-02-01, why: W., instead: [T007]}\n"
            "  reviewed: 2032-01-04", "T007", "no record `T007` in any file"),
    # ids
    Mistake("R01", T, "- id: T002\n", "- id: T001\n", "T001", "already used at data/theories"),
    Mistake("R01", T, "slug: weeding-together", "slug: sharing-tools", "sharing-tools", "by T001"),
    Mistake("R01", T, "id: T001-E2", "id: T001-E1", "T001-E1", "already used"),
    Mistake("R01", Q, "id: Q002", "id: Q001", "Q001", "already used"),
    Mistake("R01", W, "id: blisters", "id: leaving", "leaving", "already used"),
    Mistake("R01", S, "id: example2031beds-F2", "id: example2031beds-F1", "example2031beds-F1"),
    Mistake("R01", G, "id: shed", "id: compost", "compost", "already used"),
    Mistake("R01", H, "id: not-stated", "id: gardener", "gardener", "already used"),
    # references
    Mistake("R02", Q, "source: example_2032-weeds", "source: example_2032-weed",
            "example_2032-weed", "did you mean `example_2032-weeds`"),
    Mistake("R02", S, "- key: example_2032-weeds", "- key: example_2032-seeds",
            "example_2032-seeds"),
    Mistake("R02", ABOUT, "[@example2031beds]", "[@example2031bed]", "example2031bed]", "did you"),
    Mistake("R02", ABOUT, "[@example_2032-weeds; ", "[@nokey; ", "nokey; "),
    Mistake("R02", ABOUT, "; @example2031beds]", "; @nokey]", "nokey]"),
    Mistake("D01", ABOUT, "; @example2031beds]", "; cf. @example2031beds]", "example2031beds]"),
    Mistake("D01", ABOUT, "; @example2031beds]", "; @example2031beds, p. 2]", "example2031beds, "),
    Mistake("D02", ABOUT, "{{ count.studies }}", "{{ count.studys }}", "{{ count.studys",
            "did you mean `count.studies`"),
    Mistake("D02", "data/site.yaml", "Two studies that", "Two {{ count.weeds }}", "Two {{"),
    Mistake("R03", T, "- term: feeling-watched", "- term: feeling-washed", "feeling-washed",
            "did you mean `feeling-watched`"),
    Mistake("R03", T, "- term: feeling-watched", "- term: leaving", "leaving", "not mechanism"),
    Mistake("R03", T, "term: one-context-unknown", "term: leaving", "leaving", "not context"),
    Mistake("R03", S, "{term: blisters,", "{term: blister,", "blister,", "`blisters`"),
    Mistake("R04", T, "theory: T002", "theory: T003", "T003", "did you mean `T002`"),
    Mistake("R04", T, "    quote: Q003", "    quote: Q103", "Q103", "no quote"),
    Mistake("R04", T, "finding: example2031beds-F2", "finding: example2031beds-F7",
            "example2031beds-F7", "no finding"),
    Mistake("R04", T, "about: neighbor", "about: neighbour", "neighbour", "`neighbor`"),
    Mistake("R04", W, "is_not: Bad weather.\n  concerns: [gardener",
            "is_not: Bad weather.\n  concerns: [gardenar", "gardenar", "`gardener`"),
    Mistake("R04", Q, "speaker: not-stated", "speaker: nobody", "nobody", "no speaker"),
    Mistake("R04", H, "first: [T015, T001]", "first: [T001, T009]", "T009]", "no theory"),
    Mistake("R04", T, "slug: weeding-together\n  status: published",
            "slug: weeding-together\n  status: draft", "", "is a draft"),  # points elsewhere
    Mistake("R04", S, "design: page", "design: pages", "pages", "did you mean `page`"),
    Mistake("R04", S, "groups: [gardeners]", "groups: [garden]", "garden]", "`gardeners`"),
    Mistake("R04", S, "countries: [nowhere]", "countries: [somewhere]", "somewhere]", "country"),
    Mistake("R04", X, "theories: [T001, T015]", "theories: [T009]", "T009]", "no theory"),
    Mistake("R03", X, "terms: [shared-weeding,", "terms: [weeding,", "weeding, ", "no term"),
    Mistake("R02", X, "[example2031beds-F1]", "[example2031beds-F7]", "example2031beds-F7]",
            "did you mean `example2031beds-F2`"),
    Mistake("R05", W, "terms:\n", "terms:\n- id: compost-heap\n  kind: context\n  name: Heap\n"
            "  research_name: Heap\n  definition: A heap.\n  is_not: A bin.\n"
            "  concerns: [gardener]\n", "compost-heap", "nothing uses"),
    Mistake("R06", BIB, "@misc{", "@misc{new2033,\n author={X}, title={T}, year=2033}\n@misc{",
            "new2033", "no record in studies.yaml"),
    # quotations
    Mistake("Q01", Q, "exact: they felt watched, and two", "exact: they felt washed, and two",
            "they felt washed", "closest: 'they felt watched, and two of them left.'"),
    Mistake("Q01", Q, "exact: Soil under", "exact: soil under", "soil under", "closest: '“Soil"),
    Mistake("Q01", "data/sources/example_2032-weeds.txt", "two of them", "three of them", "",
            "three"),  # points elsewhere
    Mistake("Q01", BIB, "Soil under", "Oil under", "", "title of example2031beds"),
    # bibliography
    Mistake("B01", BIB, "  number  = {2},", "  number  = {2}", "pages", "a comma is missing"),
    Mistake("B01", BIB, "@misc{example_2032-weeds", "@misc{example2031beds", "example2031beds,"),
    Mistake("B01", BIB, "@misc{example_2032-weeds", "@misc{example:2032", "example:2032", "A-Z"),
    Mistake("B02", BIB, "  year   = {2032},\n", "", "example_2032-weeds", "lacks year"),
    Mistake("B03", BIB, "doi     = {10.0000", "doi     = {11.0000", "doi", "is no DOI"),
    Mistake("B04", BIB, "  year   = {2032},",
            "  year   = {2032},\n  doi = {10.0000/INVENTED_2031.1},", "example_2032-weeds",
            "both have the DOI 10.0000/invented_2031.1"),
    # what was published
    Mistake("P01", PUB, '"theory/T001"', '"theory/T000"', "", "was published and is gone"),
    Mistake("P01", T, "id: T002-E2", "id: T002-E3", "T002-E3", "did you mean `evidence/T002-E3`"),
    Mistake("P01", G, "- id: compost\n", "- id: compostq\n", "compostq", "published and is gone"),
    Mistake("P01", T, "slug: weeding-together\n  status: published",
            "slug: weeding-together\n  status: draft", "draft", "is a draft again"),
]  # fmt: skip


def matching(problems: tuple[Problem, ...], mistake: Mistake) -> list[Problem]:
    """Return the problems that tell of a mistake."""
    return [p for p in problems if p.code == mistake.code and mistake.says in p.message]


@pytest.mark.parametrize("mistake", MISTAKES, ids=[f"{m.code}-{n}" for n, m in enumerate(MISTAKES)])
def test_a_mistake_is_refused(project: Project, mistake: Mistake) -> None:
    project.edit(mistake.file, mistake.old, mistake.new)
    problems = project.problems()
    told = matching(problems, mistake)
    assert told, [str(problem) for problem in problems]
    assert all(problem.fix for problem in problems)
    if mistake.points_at:
        pointed = [p for p in told if p.place.file == mistake.file]
        assert [project.text_at(p.place)[: len(mistake.points_at)] for p in pointed] == [
            mistake.points_at
        ]
    assert_in_files(project, problems)


def assert_in_files(project: Project, problems: tuple[Problem, ...]) -> None:
    """Assert that every problem stands in a line that is there."""
    for problem in problems:
        path = project.root / problem.place.file
        if path.exists():
            lines = path.read_bytes().count(b"\n") + 1
            assert 1 <= problem.place.line <= lines
            assert problem.place.column >= 1


def test_every_code_is_provoked() -> None:
    elsewhere = {"Y04", "C04", "E01", "E04", "Q02", "L01", "H02", "N01", "N02", "N03", "N04"}
    elsewhere |= {"P02", "P03", "P04", "Y05", "Y06", "Y07", "L02", "L03", "L04", "V05", "V06"}
    elsewhere |= {"E05", "R07", "P05"}
    assert {mistake.code for mistake in MISTAKES} | elsewhere == {code.code for code in CODES}


EVIDENCE = """\
  evidence:
  - id: T002-E1
    study: example_2032-weeds
    quote: Q004
    stance: supports
    directness: outright
    adds: They felt watched, and two left.
    why: The page says just that.
  - id: T002-E2
    study: example2031beds
    quote: Q003
    stance: goes against
    directness: by inference
    adds: Trust grows slowly.
    why: It may have been too early to tell.
"""


@pytest.mark.parametrize(
    ("new", "points_at"),
    [("", "id: T002"), ("  evidence: []\n", "evidence: []"), ("  evidence:\n", "evidence:")],
)
def test_a_theory_without_evidence(project: Project, new: str, points_at: str) -> None:
    project.edit(T, EVIDENCE, new)
    (problem,) = [p for p in project.problems() if p.code == "E01"]
    assert project.text_at(problem.place).startswith(points_at)


def test_a_quotation_without_stored_text(project: Project) -> None:
    (project.root / "data/sources/example_2032-weeds.txt").unlink()
    (problem,) = project.problems()
    assert problem.code == "Q02"
    assert project.text_at(problem.place) == "they felt watched, and two of them left"
    assert "data/sources/example_2032-weeds.txt" in problem.fix


def test_a_stored_text_of_an_unknown_publication(project: Project) -> None:
    folder = project.root / "data/sources"
    shutil.copy(folder / "example_2032-weeds.txt", folder / "example_2032-seeds.txt")
    (problem,) = project.problems()
    assert problem.code == "R06"
    assert problem.place == Place("data/sources/example_2032-seeds.txt")
    assert "did you mean `example_2032-weeds`" in problem.message


def test_a_draft_may_name_a_draft_and_be_hidden(project: Project) -> None:
    third = (project.root / T).read_text(encoding="utf-8").split("\n- id: T002\n")[1]
    third = third.partition("- id: T015\n")[0]
    third = third.replace("T002", "T003").replace("weeding-together", "third")
    third = third.replace("status: published", "status: draft")
    third += "  links:\n" + "".join(
        f"  - relation: shares ground with\n    theory: {id_}\n"
        "    why: {text: Why., voice: our advice}\n"
        for id_ in ("T002", "T003")
    )
    with (project.root / T).open("a", encoding="utf-8") as file:
        file.write("- id: T003\n" + third)
    assert project.problems() == ()
    project.edit(T, "theory: T002\n    why:\n", "theory: T003\n    why:\n")
    (problem,) = project.problems()
    assert (problem.code, project.text_at(problem.place)) == ("R04", "T003")


def test_a_citation_is_what_mkdocs_bibtex_takes_for_one(project: Project) -> None:
    page = project.root / "docs/page.md"
    page.write_text(
        "[a link](x@y) [ada@garden.example] [no key] @example [x] me@example.org\n"
        "`[@in_code]`\n[a@glued] [see [@nested] x] [@a; @b, p. 1; c@d.org; -@e]\n",
        encoding="utf-8",
    )
    found = {(p.place.line, p.place.column, p.message.split("`")[1]) for p in project.problems()}
    assert found == {
        (2, 4, "in_code"),
        (3, 4, "glued"),
        (3, 18, "nested"),
        (3, 31, "a"),
        (3, 35, "b"),
        (3, 46, "d"),
        (3, 55, "e"),
    }


def test_mistakes_in_many_files_and_in_one_record_are_told_at_once(project: Project) -> None:
    for code, file, old, new in (
        ("V01", T, "    text: People who weed.\n    voice: our advice\n", "    text: P.\n"),
        ("M01", T, "  short: Weeds and eyes", "  shrt: Weeds and eyes"),
        ("M03", T, "reviewed: 2032-01-04", "reviewed: soon"),
        ("R03", T, "- term: feeling-watched", "- term: feeling-washed"),
        ("R02", T, "    study: example_2032-weeds", "    study: example_2032-wees"),
        ("H01", T, "  - version: 1\n    date: 2032-01-04", "  - version: 9\n    date: 2032-01-04"),
        ("E02", T, "    quote: Q003\n", ""),
        ("Q01", Q, "they felt watched, and", "they felt watched and"),
        ("R04", Q, "speaker: not-stated", "speaker: nobody"),
        ("M02", S, "  depth_note: There is no more of it.\n", ""),
        ("C01", W, "  definition: Not coming back.\n", ""),
        ("M01", G, "  name: Compost", "  namx: Compost"),
        ("Y02", H, "subject: c", "subject: d\nsubject: c"),
        ("R02", ABOUT, "[@example2031beds]", "[@nokey]"),
        (
            "P01",
            PUB,
            '"glossary/shed": [',
            '"glossary/gone": ["glossary/#gone"], "glossary/shed": [',
        ),
    ):
        assert code
        project.edit(file, old, new)
    problems = project.problems()
    codes = [(p.place.file.split("/")[-1].split(".")[0], p.code) for p in problems]
    assert list(problems) == sorted(problems)
    assert sorted(set(codes)) == sorted(
        {
            ("theories", "V01"), ("theories", "M01"), ("theories", "M02"), ("theories", "M03"),
            ("theories", "R03"), ("theories", "R02"), ("theories", "H01"), ("theories", "E02"),
            ("quotes", "Q01"), ("quotes", "R04"), ("studies", "M02"), ("terms", "C01"),
            ("terms", "R05"), ("glossary", "M01"), ("glossary", "M02"), ("site", "Y02"),
            ("index", "R02"),
        } - {("quotes", "R04")}
    )  # fmt: skip


@pytest.mark.parametrize("file", [T, S, Q, W, G, H, X, N, WAITING, BIB, PUB])
def test_a_file_that_cannot_be_read_is_the_only_problem(project: Project, file: str) -> None:
    (project.root / file).unlink()
    assert [(p.code, p.place) for p in project.problems()] == [("Y04", Place(file))]


@pytest.mark.parametrize("file", [T, S, Q, W, G, H, X, N, WAITING])
def test_a_file_that_is_no_yaml_is_the_only_problem(project: Project, file: str) -> None:
    (project.root / file).write_text("a: [", encoding="utf-8")
    assert [(p.code, p.place.file) for p in project.problems()] == [("Y01", file)]


def test_what_stands_on_a_lost_page_is_not_told_apart(project: Project) -> None:
    project.edit(T, "- id: T002\n", "- id: T003\n")
    project.edit(
        PUB,
        '"theory/T001"',
        '"theory/T009": ["theories/x/"], "evidence/T009-E1": ["theories/x/#T009-E1"],'
        ' "theory/T001"',
    )
    told = [(p.code, p.message.split("`")[1]) for p in project.problems() if p.code[0] == "P"]
    assert sorted(told) == [("P01", "T002"), ("P01", "T009")]


def test_a_broken_record_does_not_hide_nor_invent_other_problems(project: Project) -> None:
    project.edit(T, "id: T001\n", "id: T001\n  wrong: field\n")
    project.edit(T, "- term: leaving", "- term: staying")  # fine: the same kind
    project.edit(T, "about: neighbor", "about: neighbour")
    assert [p.code for p in project.problems()] == ["M01", "R04"]


def test_places_are_right_behind_a_broken_record(project: Project) -> None:
    project.edit(T, "id: T001\n", "id: T001\n  wrong: field\n")
    project.edit(T, "- term: feeling-watched", "- term: leaving")
    project.edit(T, "    quote: Q003", "    quote: Q004")
    project.edit(Q, "id: Q001", "id: 1")
    project.edit(Q, "they felt watched", "they felt washed")
    told = {p.code: project.text_at(p.place) for p in project.problems()}
    assert told["R03"] == "leaving"
    assert told["E02"] == "Q004"
    assert told["Q01"].startswith("they felt washed")


def test_each_generated_page_needs_its_words_and_no_other(project: Project) -> None:
    path = project.root / H
    text = path.read_text(encoding="utf-8")
    told = {}
    for address in LISTS:
        (line,) = [line for line in text.split("\n") if line == f"- address: {address}"]
        path.write_text(text.replace(f"{line}\n", "- address: about/\n"), encoding="utf-8")
        told[address] = sorted(
            (p.code, p.message.split("page ")[1].split("`")[1]) for p in project.problems()
        )
    assert told == {address: [("C03", address), ("R04", "about/")] for address in LISTS}
