"""Our lists, filtered and sorted by what our records have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect
from tests.support.browsing import Open
from tests.support.chosen import most_common
from tests.support.sure import line_of, projects, rung_of

from theorybook.model.study import Study
from theorybook.site import Site

SHOWN = "[data-item]:not([hidden])"
IN_SIGHT = "[data-item]:visible"
FEW = 80  # studies that are in sight before the others are asked for


# What each filter of the studies goes by.
FILTERS: dict[str, Callable[[Site, Study], tuple[str, ...]]] = {
    "group": lambda _, study: study.groups,
    "design": lambda _, study: (study.design,),
    "country": lambda _, study: study.countries,
    "year": lambda site, study: (site.references[study.key].year or "",),
    "depth": lambda _, study: (study.depth.value.replace(" ", "-"),),
}


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_shows_what_fits(open_page: Open, site: Site, name: str) -> None:
    has = FILTERS[name]
    value = most_common(each for study in site.studies for each in has(site, study))
    wanted = {site.references[s.key].short for s in site.studies if value in has(site, s)}
    page = open_page("studies/")
    page.locator(f"select[name={name}]").select_option(value)
    assert set(names(page)) == wanted
    expect(page.get_by_role("status")).to_have_text(
        f"{len(wanted)} of {len(site.studies)} are shown."
    )
    assert page.url.endswith(f"/studies/?{name}={value}")


def test_a_long_list_folds_and_what_is_chosen_comes_into_sight(open_page: Open, site: Site) -> None:
    if len(site.studies) <= FEW:
        pytest.skip("the list is not long enough to fold")
    page = open_page("studies/")
    expect(page.locator(IN_SIGHT)).to_have_count(FEW)
    page.get_by_text(f"{len(site.studies) - FEW} more", exact=True).click()
    expect(page.locator(IN_SIGHT)).to_have_count(len(site.studies))
    page = open_page("studies/")
    oldest = min(site.references[study.key].year for study in site.studies)
    page.locator("select[name=sort]").select_option("year-up")
    expect(page.locator(IN_SIGHT)).to_have_count(FEW)
    expect(page.locator(IN_SIGHT).first).to_contain_text(f", {oldest}")
    page.locator("select[name=year]").select_option(oldest)
    expect(page.locator("[data-rest]")).to_be_hidden()
    assert names(page)


def test_filters_add_up_and_the_address_brings_them_back(open_page: Open, site: Site) -> None:
    country = most_common(country for study in site.studies for country in study.countries)
    group = most_common(g for s in site.studies if country in s.countries for g in s.groups)
    page = open_page(f"studies/?country={country}&group={group}&sort=year-up")
    wanted = [s for s in site.studies if country in s.countries and group in s.groups]
    expect(page.locator(SHOWN)).to_have_count(len(wanted))
    years = [site.references[s.key].year for s in wanted]
    assert [name.rsplit(", ", 1)[1][:4] for name in names(page)] == sorted(years)
    page.locator("select[name=country]").select_option("")
    page.locator("select[name=group]").select_option("")
    page.locator("select[name=sort]").select_option("year")
    expect(page.locator(SHOWN)).to_have_count(len(site.studies))
    assert page.url.endswith("/studies/")


def plain(root: Path) -> dict[str, dict[str, set[str]]]:
    """Return the theories that fit each choice of each filter, read from the files themselves."""
    theories, studies = (
        yaml.load((root / f"data/{name}.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)[name]
        for name in ("theories", "studies")
    )
    site = yaml.load((root / "data/site.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    designs = {design["id"] for design in site["designs"] if design.get("tests")}
    tests = {(study["key"], "outright") for study in studies if study["design"] in designs}
    gone = {study["key"] for study in studies if "retired" in study}
    gone |= {f["id"] for study in studies for f in study["findings"] if "retired" in f}
    project = {study["key"]: study.get("project", study["key"]) for study in studies}
    found: dict[str, dict[str, set[str]]] = {
        name: defaultdict(set) for name in ("about", "outcome", "strategy", "rung", "sure")
    }
    for theory in (theory for theory in theories if "retired" not in theory):
        id_ = theory["id"]
        items = [
            item
            for item in theory["evidence"]
            if "retired" not in item and not gone & {item["study"], item.get("finding")}
        ]
        found["about"][theory["about"]].add(id_)
        for slot in ("outcome", "strategy"):
            terms = [
                part["term"]
                + ("_lacking" if part.get("polarity") in ("lacking", "in the way") else "")
                for part in theory[slot].get("parts", ())
            ]
            for term in terms or ["not-known"]:
                found[slot][term].add(id_)
        separate = len({project[item["study"]] for item in items})
        (size,) = (name for name, sizes in SIZES.items() if separate in sizes)
        found["sure"][size].add(id_)
        if any(item["stance"] == "goes against" for item in items):
            found["sure"]["not-all-agree"].add(id_)
        found["rung"][
            "tested"
            if any(
                (item["study"], item["directness"]) in tests
                and item["stance"] != "adds a condition"
                for item in items
            )
            else RUNGS[
                min(
                    2,
                    len(
                        {
                            project[item["study"]]
                            for item in items
                            if (item["stance"], item["directness"]) == ("supports", "outright")
                        }
                    ),
                )
            ]
        ].add(id_)
    return found


RUNGS = ("pieced-together-by-us", "proposed-by-one-project", "reported-by-several")
SIZES = {
    "one": range(1, 2),
    "two-to-four": range(2, 5),
    "five-to-seven": range(5, 8),
    "eight-or-more": range(8, 100),
}


@pytest.mark.parametrize("name", ["about", "outcome", "strategy", "rung", "sure"])
def test_each_choice_shows_the_theories_that_fit(open_page: Open, root: Path, name: str) -> None:
    wanted = plain(root)[name]
    page = open_page("theories/")
    select = page.locator(f"select[name={name}]")
    choices = select.locator("option").evaluate_all("all => all.map(option => option.value)")
    assert choices[0] == ""
    assert sorted(choices[1:]) == sorted(wanted)
    for choice, ids in wanted.items():
        select.select_option(choice)
        assert set(names(page)) == ids, choice
        assert page.url.endswith(f"/theories/?{name}={choice}")
    select.select_option("")
    assert set(names(page)) == set().union(*wanted.values())


def test_filters_of_theories_add_up(open_page: Open, root: Path) -> None:
    wanted = plain(root)
    about = max(wanted["about"], key=lambda name: len(wanted["about"][name]))
    sure = max(wanted["sure"], key=lambda name: len(wanted["about"][about] & wanted["sure"][name]))
    page = open_page(f"theories/?about={about}&sure={sure}")
    fitting = wanted["about"][about] & wanted["sure"][sure]
    assert set(names(page)) == fitting
    total = len(set().union(*wanted["about"].values()))
    expect(page.get_by_role("status")).to_have_text(f"{len(fitting)} of {total} are shown.")


def test_theories_are_sorted_by_whom_and_by_projects(open_page: Open, site: Site) -> None:
    people = [person.id for person in site.settings.people]
    listed = site.theories
    steps = {t.id: -[*RUNGS, "tested"].index(rung_of(site, t.id).replace(" ", "-")) for t in listed}
    page = open_page("theories/")

    def are_sorted(key: Callable[[str], object]) -> None:
        """See that they come by their step on the ladder, and on a step by what is asked for."""
        assert names(page) == sorted(steps, key=lambda id_: (steps[id_], key(id_), id_))

    are_sorted(lambda id_: people.index(site.theory(id_).about))
    count = {t.id: len({s.project or s.key for s in site.studies_behind(t)}) for t in site.theories}
    page.locator("select[name=sort]").select_option("projects")
    are_sorted(lambda id_: -count[id_])
    page.locator("select[name=sort]").select_option("projects-up")
    are_sorted(lambda id_: count[id_])
    assert page.url.endswith("/theories/?sort=projects-up")


def test_a_row_says_how_many_speak_for_a_theory_and_against_it(open_page: Open, site: Site) -> None:
    page = open_page("theories/")
    rows = page.locator(".idea").all()
    assert len(rows) == len(site.theories)
    for row in rows:
        id_ = str(row.get_attribute("data-name"))
        outright = projects(site, id_, "supports", "outright")
        inferred = projects(site, id_, "supports") - outright
        against = projects(site, id_, "goes against")
        both = projects(site, id_, "points both ways")
        parts = [f"{len(outright)} outright"] if len(outright) > 1 else []
        parts += [f"{len(inferred) or 'none'} by inference", f"{len(against) or 'none'} against"]
        parts += [f"{len(both)} both ways"] if both else []
        trial = line_of(site, id_).split(". ", 2)[2].removesuffix("No trial tested it.")
        told = row.locator(".idea__sure").inner_text()
        assert told.startswith(f"{', '.join(parts)}. {trial}".strip()), id_
        marked = [p for p in site.named(site.theory(id_).parts) if p.mark and p.mark != "differs"]
        for part in marked:
            assert part.words in told


def test_on_a_phone_what_was_chosen_is_in_sight(open_page: Open, site: Site) -> None:
    about = site.theories[0].about
    page = open_page(f"theories/?about={about}", viewport={"width": 360, "height": 740})
    expect(page.locator(".filter select[name=about]")).to_be_visible()


def test_a_quotation_is_found_by_where_it_stands(open_page: Open, site: Site) -> None:
    stands = most_common(quote.stands for quote in site.quotes)
    page = open_page(f"quotes/?stands={stands}")
    wanted = [quote.id for quote in site.quotes if quote.stands == stands]
    found = page.locator(SHOWN).locator("figure").evaluate_all("all => all.map(f => f.id)")
    assert found == wanted


def test_a_filter_is_set_with_the_keyboard_alone(open_page: Open, site: Site) -> None:
    page = open_page("studies/")
    page.locator("select[name=design]").focus()
    # A blank would open the list.
    names = {d.name: d.id for d in site.settings.designs if " " not in d.name}
    used = most_common(s.design for s in site.studies if s.design in names.values())
    page.keyboard.type(next(name for name, id_ in names.items() if id_ == used))
    fitting = [study for study in site.studies if study.design == used]
    expect(page.locator(SHOWN)).to_have_count(len(fitting))


def names(page: Page) -> list[str]:
    """Return the names of the items shown, in order."""
    found: list[str] = page.locator(SHOWN).evaluate_all("items => items.map(i => i.dataset.name)")
    return found
