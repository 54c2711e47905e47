"""What was published stays, says what it said, and is found again: every way to break that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.support.publishing import commit, git, publish

from theorybook.problems import Problem
from theorybook.redirects import lost_addresses, redirects
from theorybook.site import Site

if TYPE_CHECKING:
    from tests.conftest import Project

T, S, Q, W, G, H, X, N = (
    f"data/{name}.yaml"
    for name in ("theories", "studies", "quotes", "terms", "glossary", "site", "tensions", "gaps")
)
PUB = "data/published.json"
BIB = "data/references.bib"
NEW_LINE = "  - version: 1\n    date: 2032-01-04\n    what: Invented a day later.\n"


@pytest.fixture
def published(project: Project) -> Project:
    """Return a garden whose versions are noted."""
    publish(project.root)
    assert project.problems() == ()
    return project


def told(project: Project) -> list[tuple[str, str]]:
    """Return the code of every problem, and the id that it is about."""
    return [(problem.code, problem.message.split("`")[1]) for problem in project.problems()]


@pytest.mark.parametrize(
    ("file", "old", "new", "id_"),
    [
        (T, "text: People hum while they weed.", "text: People sing while they weed.", "T002"),
        (T, "minutes: 10", "minutes: 11", "T001"),
        (S, "depth_note: There is no more of it.", "depth_note: There is more.",
         "example_2032-weeds"),
        (BIB, "title  = {Weeds", "title  = {Many Weeds", "example_2032-weeds"),
        (Q, "about: ", "about: all ", "Q001"),
        (W, "definition: Not coming back.", "definition: Going away.", "leaving"),
        (G, "name: Compost", "name: Compost heap", "compost"),
        (X, "title: T", "title: Still t", "X01"),
        (N, "what: ", "what: Still ", "G01"),
        (T, "  - id: T002-E2\n", "  - id: T002-E2\n    retired: {on: 2032-02-01, why: W.}\n",
         "T002"),
    ],
)  # fmt: skip
def test_a_change_without_a_version_is_refused(
    published: Project, file: str, old: str, new: str, id_: str
) -> None:
    path = published.root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    (problem,) = published.problems()
    assert (problem.code, problem.message.split("`")[1]) == ("H02", id_)
    assert "add a line to its `history`" in problem.fix


def test_a_change_with_a_version_is_welcome_and_then_counts(published: Project) -> None:
    published.edit(T, "text: People hum while they weed.", "text: People sing while they weed.")
    line = "  - version: 2\n    date: 2032-01-05\n    what: They sing.\n"
    published.edit(T, NEW_LINE, NEW_LINE + line)
    assert published.problems() == ()
    assert Site.load(published.root).theory("T002").version == 2
    publish(published.root)
    published.edit(T, "text: People sing while they weed.", "text: People hiss while they weed.")
    assert told(published) == [("H02", "T002")]


def test_a_published_version_cannot_be_taken_out_of_the_history(published: Project) -> None:
    path = published.root / T
    text = path.read_text(encoding="utf-8")
    start, end = text.index("  - version: 2\n"), text.index("- id: T002\n")
    path.write_text(text[:start] + text[end:], encoding="utf-8")
    assert told(published) == [("H01", "T001")]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (T, "reviewed: 2032-01-04", "reviewed: 2032-01-06"),
        (T, "slug: weeding-together", "slug: weeding"),
        (W, "  name: Blisters\n", "  name: Blisters\n  other_names: [sore hands]\n"),
    ],
)
def test_where_it_stands_and_how_it_is_found_is_not_what_it_says(
    published: Project, file: str, old: str, new: str
) -> None:
    published.edit(file, old, new)
    assert published.problems() == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "kind", "id_"),
    [
        (T, "- id: T002\n", "- id: T003\n", "theory", "T002"),
        (T, "id: T002-E2", "id: T002-E3", "piece of evidence", "T002-E2"),
        (S, "id: example2031beds-F2", "id: example2031beds-F3", "finding", "example2031beds-F2"),
        (Q, "id: Q005", "id: Q006", "quotation", "Q005"),
        (G, "id: compost\n", "id: heap\n", "word of the glossary", "compost"),
        (X, "id: X01", "id: X02", "tension", "X01"),
        (N, "id: G01", "id: G02", "gap", "G01"),
    ],
)
def test_a_record_that_is_gone_is_asked_back(
    published: Project, file: str, old: str, new: str, kind: str, id_: str
) -> None:
    published.edit(file, old, new)
    lost = [p for p in published.problems() if p.code == "P01" and f"`{id_}`" in p.message]
    assert [p.message.split("`")[0] for p in lost] == [f"the {kind} "]
    assert "retired:" in lost[0].fix


def test_a_list_that_names_what_is_no_kind_of_ours_is_told(published: Project) -> None:
    published.edit(
        PUB, '"glossary/compost": [', '"  evidence/X9": ["x/"],\n  "glossary/compost": ['
    )
    (problem,) = published.problems()
    assert (problem.code, str(problem.place)) == ("P01", "data/published.json:1:1")


def test_an_address_is_never_given_to_another(published: Project) -> None:
    published.edit(T, "slug: sharing-tools", "slug: shared-tools")
    published.edit(T, "slug: weeding-together", "slug: sharing-tools")
    (problem,) = published.problems()
    assert problem.code == "P02"
    assert "/theories/sharing-tools/ was published as the address of `theory/T001`" in (
        problem.message
    )


def test_a_new_slug_leaves_a_forward_with_its_anchors(published: Project) -> None:
    page = "theories/weeding-together/"
    publish(published.root, [page, f"{page}#words", f"{page}#T002-E1"])
    published.edit(T, "slug: weeding-together", "slug: weeding")
    site = Site.load(published.root)
    (forward,) = [forward for forward in redirects(site) if forward.address == page]
    assert forward.target == "theories/weeding/"
    assert forward.anchors == ("T002-E1", "words")


def test_everything_with_an_id_has_a_forward(garden_site: Site) -> None:
    found = {forward.address: forward.target for forward in redirects(garden_site)}
    for name, address in garden_site.addresses.items():
        kind, id_ = name
        if kind != "reference":
            assert found[f"go/{id_}/"] == address


def test_of_two_alike_the_second_says_its_kind(published: Project) -> None:
    published.edit(G, "- id: compost\n", "- id: blisters\n")
    addresses = {forward.address for forward in redirects(unchecked(published))}
    assert {"go/blisters/", "go/glossary-blisters/"} <= addresses


def unchecked(project: Project) -> Site:
    """Load a project that has lost its list of promises."""
    (project.root / PUB).write_text('{"records": {}, "versions": {}, "addresses": []}\n')
    return Site.load(project.root)


THERE = {"": frozenset[str](), "about/": frozenset({"who"}), "data/v1/x.json": None}


def lost(site: Site) -> list[Problem]:
    """Return what is lost of a site that has the pages above and its own forwards."""
    there = {**THERE, **{forward.address: None for forward in redirects(site)}}
    there |= {address.partition("#")[0]: None for address in site.addresses.values()}
    return list(lost_addresses(site, there))


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("news/old/", "`/news/old/` was published and is gone"),
        ("data/v1/y.json", "is gone"),
        ("about/#where", "nothing on /about/ has that anchor"),
    ],
)
def test_a_published_address_has_to_lead_somewhere(
    published: Project, address: str, says: str
) -> None:
    publish(published.root, ["", "about/", "about/#who", "data/v1/x.json"])
    assert lost(Site.load(published.root)) == []
    publish(published.root, [address])
    (problem,) = lost(Site.load(published.root))
    assert problem.code == "P03"
    assert says in problem.message
    assert "put " in problem.fix


def test_a_hand_written_page_may_move(published: Project) -> None:
    publish(published.root, ["about/old/", "about/old/#who"])
    (problem,) = published.problems()
    assert (problem.code, problem.place.file) == ("P03", "docs/about/old.md")
    assert "put the page back" in problem.fix
    published.edit(H, "news:\n", "moved:\n- {was: about/old/, now: about/}\nnews:\n")
    assert lost(Site.load(published.root)) == []
    publish(published.root, ["about/old/#where"])
    (problem,) = lost(Site.load(published.root))
    assert "nothing on /about/ has that anchor" in problem.message


def test_a_hand_written_page_with_a_new_name_is_told_once(published: Project) -> None:
    publish(published.root, ["about/limits/", "about/limits/#who", "about/limits/#where"])
    about = published.root / "docs" / "about"
    (about / "limits.md").rename(about / "limitations.md")
    (problem,) = published.problems()
    assert (problem.code, problem.place.file) == ("P03", "docs/about/limitations.md")
    assert "`- {was: about/limits/, now: about/limitations/}`" in problem.fix
    published.edit(H, "news:\n", "moved:\n- {was: about/limits/, now: about/limitations/}\nnews:\n")
    assert published.problems() == ()


def test_a_list_that_is_emptied_is_told_once(published: Project) -> None:
    git(published.root, "init", "-qb", "main")
    commit(published.root)
    empty = '{"records": {}, "addresses": [], "versions": {}}'
    (published.root / PUB).write_text(empty, encoding="utf-8")
    (problem,) = (p for p in published.problems() if p.code == "P04")
    assert " more were published once" in problem.message


def test_a_list_that_is_no_list_is_told_as_that_alone(published: Project) -> None:
    git(published.root, "init", "-qb", "main")
    commit(published.root)
    (published.root / PUB).write_text("{}", encoding="utf-8")
    assert [problem.code for problem in published.problems()] == ["Y04"]


def test_what_git_remembers_cannot_be_taken_out(published: Project) -> None:
    git(published.root, "init", "-qb", "main")
    git(published.root, "add", "-A")
    git(published.root, "commit", "-qm", "One")
    assert published.problems() == ()
    publish(published.root, ["news/extra/"])
    git(published.root, "commit", "-qam", "Two")
    path = published.root / PUB
    text = path.read_text(encoding="utf-8").replace('"news/extra/"', '"news/other/"')
    path.write_text(text, encoding="utf-8")
    git(published.root, "commit", "-qam", "Three")
    (problem,) = published.problems()
    assert problem.code == "P04"
    assert "`news/extra/` was published once" in problem.message
    assert "from git" in problem.fix


def test_without_git_there_is_nothing_to_remember(
    published: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(published.root, "init", "-qb", "main")
    monkeypatch.setenv("PATH", "")
    assert published.problems() == ()
