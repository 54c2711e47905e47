"""No two things of a site are written to one address, and what moved leads to a page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.support.editions import renderer
from tests.support.publishing import publish

from theorybook.addresses import COMPARE, EMBED, LMS, PACK_FEEDS, SLIDES
from theorybook.checks.addresses import Claim, _by_hand, _made, _of_records, _old_addresses
from theorybook.data.folder import read_folder
from theorybook.data.hand_written import hand_written
from theorybook.file_addresses import FileAddresses
from theorybook.files import files
from theorybook.pages.site_pages import pages
from theorybook.pictures.palette import read_palette
from theorybook.problems import Place
from theorybook.redirects import lost_moves
from theorybook.site import Site

if TYPE_CHECKING:
    from tests.conftest import Project

STUDY = "data/studies.yaml"
TERMS = "data/terms.yaml"
GLOSSARY = "data/glossary.yaml"
SITE = "data/site.yaml"


def told(project: Project, code: str) -> list[str]:
    """Return the problems of a kind, after a look at their cures."""
    found = [problem for problem in project.problems() if problem.code == code]
    assert all(problem.fix for problem in found)
    return [f"{project.text_at(problem.place)}: {problem.message}" for problem in found]


def rename_study(project: Project, new: str, old: str = "example2031beds") -> None:
    """Give a study another key, wherever it is named."""
    for path in (project.root / "data").glob("*.*"):
        if path.suffix in (".yaml", ".bib"):
            text = path.read_text(encoding="utf-8").replace(old, new)
            path.write_text(text, encoding="utf-8")
    (project.root / f"data/sources/{old}.txt").rename(project.root / f"data/sources/{new}.txt")
    empty = '{"records": {}, "versions": {}, "addresses": []}'
    (project.root / "data/published.json").write_text(empty, encoding="utf-8")


def test_the_check_knows_every_address_that_is_built(root: Path, garden_site: Site) -> None:
    garden = root / "tests" / "garden"
    folder = read_folder(garden / "data")
    claims = [*_made(folder), *_of_records(folder), *_by_hand(garden / "docs")]
    left = (Claim(address, "", "", Place("")) for address in _old_addresses(folder))
    known = {claim.folded for claim in (*claims, *left)}
    built = {Claim(page.address, "", "", Place("")).folded for page in pages(garden_site)}
    palette = read_palette(root / "docs")
    made = {address.lower() for address, _ in files(renderer(garden_site), palette)}
    # All of a folder that the site makes is its own.
    assert {a for a in built - known if not a.startswith((COMPARE, SLIDES))} == set()
    folders = ("data/v1/", LMS, EMBED, PACK_FEEDS)
    assert {a for a in made - known if not a.startswith(folders)} == set()
    lists = {a for a in made - known if a.startswith("data/v1/")}
    assert all(a.count("/") == 2 or a.endswith("/record.schema.json") for a in lists)


@pytest.mark.parametrize("key", ["T001", "Q001", "t001", "q001"])
def test_a_study_may_not_have_the_key_of_another_record(project: Project, key: str) -> None:
    rename_study(project, key)
    (message,) = told(project, "R01")
    assert f"the study `{key}`" in message
    assert key.upper() in message


def test_a_study_may_not_have_the_key_of_a_publication(project: Project) -> None:
    rename_study(project, "example_2032-weeds-publication")
    (message,) = told(project, "R01")
    assert "cite/example_2032-weeds-publication." in message


def test_keys_alike_but_for_capitals_are_one_on_some_disks(project: Project) -> None:
    rename_study(project, "EXAMPLE_2032-weeds")
    (message,) = told(project, "B01")
    assert "the key `example_2032-weeds` is `EXAMPLE_2032-weeds` in capitals" in message
    assert not told(project, "R01")


@pytest.mark.parametrize("id_", ["main", "bar-search", "words-explained"])
def test_an_id_of_the_frame_is_taken(project: Project, id_: str) -> None:
    project.edit(GLOSSARY, "- id: compost\n", f"- id: {id_}\n")
    (message,) = told(project, "R01")
    assert message.startswith(id_)


def test_the_frame_has_no_other_ids(root: Path) -> None:
    import re

    from theorybook.checks.addresses import _OF_THE_FRAME

    frame = (root / "overrides/main.html").read_text(encoding="utf-8")
    words = (root / "hooks/theorybook/templates/words.html").read_text(encoding="utf-8")
    named = re.findall(r'(?:\bid=|section\()"([\w-]+)"', frame + words)
    assert set(named) == _OF_THE_FRAME


def test_a_new_record_does_not_take_a_permanent_address(project: Project) -> None:
    publish(project.root)
    project.edit(TERMS, "terms:\n", "terms:\n" + _TERM)
    (message,) = told(project, "P02")
    assert message.startswith("shed: /go/shed/ was published as the address of `glossary/shed`")


_TERM = """\
- id: shed
  kind: context
  name: A hut for tools
  definition: It stands behind the beds.
  is_not: It is no house.
  concerns: [gardener]
  history:
  - {version: 1, date: 2032-01-01, what: First version.}
"""


@pytest.mark.parametrize(
    ("file", "other"),
    [
        ("theories/sharing-tools.md", "the theory `T001`"),
        ("theories/Sharing-Tools/index.md", "the theory `T001`"),
        ("studies/example2031beds/README.md", "the study `example2031beds`"),
        ("glossary.md", "a page or file that the site makes by itself"),
        ("index.md", "a page or file that the site makes by itself"),
        ("feed.xml", "a page or file that the site makes by itself"),
        ("about.markdown", "`docs/about/index.md`"),
        ("About/Limits.md", "`docs/about/limits.md`"),
        ("go/new.md", "/go/ is a folder that the site makes by itself"),
        ("cite/x.bib", "/cite/ is a folder"),
        ("data/v1/x.json", "/data/v1/ is a folder"),
    ],
)
def test_a_hand_written_page_takes_no_address(project: Project, file: str, other: str) -> None:
    path = project.root / "docs" / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("# By hand\n", encoding="utf-8")
    problems = project.problems()
    assert [problem.code for problem in problems] == ["R01"]
    assert problems[0].place.file.startswith("docs/")
    assert other in problems[0].message


def test_where_hand_written_pages_are(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    for file in (
        "index.md",
        "a.md",
        "b/index.md",
        "c/README.md",
        "c/d.png",
        ".x.md",
        "templates/x.md",
    ):
        (docs / file).parent.mkdir(parents=True, exist_ok=True)
        (docs / file).touch()
    found = {item.address: item.is_page for item in hand_written(docs)}
    assert found == {"": True, "a/": True, "b/": True, "c/": True, "c/d.png": False}


def move(project: Project, *lines: str) -> None:
    """Write lines into `moved:`."""
    block = "".join(f"- {{{line}}}\n" for line in lines)
    project.edit(SITE, "news:\n", f"moved:\n{block}news:\n")


@pytest.mark.parametrize(
    "was",
    [
        "/tmp/anywhere/", "../outside/", "a/../../outside/", "C:/outside/", "https://x.example/",
        "about/old", "//host/", "a\\\\b/", "about/old/#part", "about/old/?x",
    ],
)  # fmt: skip
def test_nothing_moves_from_outside_the_site(project: Project, was: str) -> None:
    move(project, f'was: "{was}", now: about/')
    (problem,) = project.problems()
    assert problem.code == "M03"
    assert "address of a page of this site" in problem.message


@pytest.mark.parametrize(
    ("was", "why"),
    [
        ("about/", "`docs/about/index.md` is there"),
        ("About/Limits/", "`docs/about/limits.md` is there"),
        ("theories/", "a page or file that the site makes"),
        ("theories/sharing-tools/", "the theory `T001` is there"),
        ("go/T001/", "the theory `T001` is there"),
        ("go/t001/", "the theory `T001` is there"),
        ("go/nobody/", "a folder that the site makes"),
        ("cite/x/", "a folder that the site makes"),
    ],
)
def test_nothing_moves_from_where_something_is(project: Project, was: str, why: str) -> None:
    move(project, f"was: {was}, now: about/limits/")
    (message,) = told(project, "L02")
    assert message.startswith(was)
    assert why in message


@pytest.mark.parametrize("now", ["about/nothing/", "about/Limits/", "go/T001/x/", "theories/none/"])
def test_nothing_moves_to_where_nothing_is(project: Project, now: str) -> None:
    move(project, f"was: about/old/, now: {now}")
    (message,) = told(project, "L02")
    assert message.startswith(now)
    assert f"there is no page /{now}" in message


def test_nothing_moves_twice_or_in_circles(project: Project) -> None:
    move(project, "was: a/, now: about/", "was: A/, now: about/", "was: b/, now: c/",
         "was: c/, now: b/")  # fmt: skip
    messages = told(project, "L02")
    assert len(messages) == 3
    assert any("/A/ stands twice" in message for message in messages)
    assert any("/c/ has moved itself, to /b/" in message for message in messages)


def test_the_old_address_of_a_record_is_taken(project: Project) -> None:
    publish(project.root)
    project.edit("data/theories.yaml", "slug: sharing-tools", "slug: tools-shared")
    move(project, "was: theories/sharing-tools/, now: about/")
    (message,) = told(project, "L02")
    assert "a record was at /theories/sharing-tools/" in message


def test_what_moved_well_is_welcome(project: Project) -> None:
    move(project, "was: about/old/, now: about/limits/#more", "was: old/, now: theories/")
    assert project.problems() == ()
    site = Site.load(project.root)
    assert [*lost_moves(site, {"about/limits/": {"more"}, "theories/": set()})] == []
    (anchor,) = lost_moves(site, {"about/limits/": {"less"}, "theories/": set()})
    assert project.text_at(anchor.place).startswith("about/limits/#more")
    assert len([*lost_moves(site, {})]) == 2


def test_a_published_address_outside_the_site_is_refused(project: Project) -> None:
    path = project.root / "data/published.json"
    text = path.read_text(encoding="utf-8")
    for bad in ("/tmp/x/", "../x/", "a/../../x/"):
        path.write_text(text.replace('"theories/sharing-tools/"', f'"{bad}"', 1), encoding="utf-8")
        assert [problem.code for problem in project.problems()] == ["Y04"]


@pytest.mark.parametrize("address", ["/tmp/x", "../x", "a/../../x", "a\\b", "C:/x"])
def test_no_file_is_made_outside_the_site(address: str) -> None:
    (problem,) = FileAddresses([]).take(address, Place("data"))
    assert problem.code == "L03"


def test_no_file_is_made_twice() -> None:
    here = Place("data")
    addresses = FileAddresses(["c", "X/y"])
    assert [*addresses.take("a", here), *addresses.take("b", here)] == []
    (problem,) = addresses.take("A", here)
    assert "two files" in problem.message
    (problem,) = addresses.take("x/Y", here)
    assert "two files" in problem.message


@pytest.mark.parametrize(
    ("old", "new", "file"),
    [
        ("T002", "T1000", "theories"),
        ("Q001", "Q1000", "quotes"),
        ("X01", "X100", "tensions"),
        ("G01", "G100", "gaps"),
        ("U01", "U100", "situations"),
        ("A01", "A100", "answers"),
    ],
)
def test_ids_go_on_after_the_last_short_one(
    project: Project, root: Path, old: str, new: str, file: str
) -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in project.root.glob("data/*.yaml")}
    assert old in texts[project.root / f"data/{file}.yaml"]
    for path, text in texts.items():
        path.write_text(text.replace(old, new), encoding="utf-8")
    empty = '{"records": {}, "versions": {}, "addresses": []}'
    (project.root / "data/published.json").write_text(empty, encoding="utf-8")
    assert project.problems() == ()
    site = Site.load(project.root)
    assert f"go/{new}/" in site.go.values()
    made = dict(files(renderer(site), read_palette(root / "docs")))
    assert f"data/v1/{file}/{new}.json" in made


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("theories", "T002", "T0002"),
        ("quotes", "Q001", "Q0001"),
        ("tensions", "X01", "X001"),
        ("gaps", "G01", "G010"),
        ("situations", "U01", "U010"),
        ("answers", "A01", "A010"),
    ],
)
def test_an_id_has_one_spelling(project: Project, file: str, old: str, new: str) -> None:
    project.edit(f"data/{file}.yaml", f"- id: {old}\n", f"- id: {new}\n")
    assert "M03" in [problem.code for problem in project.problems()]


@pytest.mark.parametrize(
    "made", ["train/handouts", "train/slides", "train/lms", "train/feeds", "embed"]
)
def test_a_page_by_hand_may_not_stand_among_what_trainers_take(project: Project, made: str) -> None:
    page = project.root / "docs" / made / "mine.md"
    page.parent.mkdir(parents=True)
    page.write_text("# Mine\n", encoding="utf-8")
    assert any(f"docs/{made}/mine.md" in str(problem) for problem in project.problems())
