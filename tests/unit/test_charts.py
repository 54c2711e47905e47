"""The studies as numbers: counted right, and drawn as long as they are many."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from theorybook.pictures.charts import Chart, Count, Tally, chart, charts, tallies
from theorybook.site import Site

if TYPE_CHECKING:
    from tests.conftest import Project

UNKNOWN = "not-known"


def of(site: Site, name: str) -> Tally:
    (found,) = (tally for tally in tallies(site) if tally.filter == name)
    return found


def numbers(tally: Tally) -> dict[str, int]:
    return {count.value: count.studies for count in tally.counts}


def test_a_study_of_two_groups_counts_in_both(garden_site: Site) -> None:
    tally = of(garden_site, "group")
    assert tally.counts == (
        Count("gardeners", "gardeners", 2),
        Count("neighbors", "neighbors & {{ 7 * 7 }}", 1),
    )
    assert (tally.several, tally.unknown) == (1, 0)


def test_a_study_without_a_country_is_not_known(garden_site: Site) -> None:
    tally = of(garden_site, "country")
    assert tally.counts == (Count("nowhere", "Nowhere", 1), Count(UNKNOWN, "not known", 1))
    assert (tally.several, tally.unknown) == (0, 1)


def test_an_empty_year_counts_zero_and_has_no_bar(project: Project) -> None:
    project.edit("data/references.bib", "{2031}", "{2029}")
    tally = of(Site.load(project.root), "year")
    assert list(numbers(tally).items()) == [("2029", 1), ("2030", 0), ("2031", 0), ("2032", 1)]
    assert [bar.width > 0 for bar in chart(tally).bars] == [True, False, False, True]


def test_what_is_no_year_comes_last(project: Project) -> None:
    project.edit("data/references.bib", "{2031}", "{in press}")
    counts = of(Site.load(project.root), "year").counts
    assert counts == (Count("2032", "2032", 1), Count("in-press", "in press", 1))


def drawn(*counts: tuple[str, int]) -> Chart:
    """Return the picture of some counts."""
    return chart(Tally("x", "X", tuple(Count(name, name, n) for name, n in counts), 0, 0))


ODD = (
    drawn(),
    drawn(("none", 0)),
    drawn(("none", 0), ("one", 1), ("many", 12345)),
    drawn(("a name of many words " * 5, 3), ("w" * 99, 2), ("short", 1)),
)


@pytest.fixture(scope="module")
def pictures(garden_site: Site) -> list[Chart]:
    return [*charts(garden_site), *ODD]


def test_bars_are_as_long_as_they_are_many(pictures: list[Chart]) -> None:
    for picture in pictures:
        most = max((bar.count.studies for bar in picture.bars), default=0)
        longest = max((bar.width for bar in picture.bars), default=0)
        for bar in picture.bars:
            assert bar.width * most == pytest.approx(longest * bar.count.studies, abs=0.01 * most)


def test_the_longest_bar_takes_a_third_of_the_picture(pictures: list[Chart]) -> None:
    for picture in pictures:
        widths = [bar.width for bar in picture.bars if bar.count.studies]
        assert max(widths, default=picture.width) >= picture.width / 3


def test_bars_and_words_are_inside_their_strips_of_the_picture(pictures: list[Chart]) -> None:
    for picture in pictures:
        top = 0
        for bar in picture.bars:
            bottom = bar.top + bar.height
            assert bar.top == top
            assert bar.top <= bar.y < bar.y + picture.thickness <= bottom
            assert 0 <= bar.x <= bar.x + bar.width <= picture.width
            for line in bar.lines:
                assert 0 <= line.x < picture.width
                assert bar.top + 12 <= line.y <= bottom - 4
            top = bottom
        assert picture.height == top


def test_a_number_stands_beside_its_bar_and_without_one_at_its_start(
    pictures: list[Chart],
) -> None:
    for picture in pictures:
        for bar in picture.bars:
            (number,) = (line for line in bar.lines if line.role == "number")
            gap = number.x - (bar.x + bar.width)
            # Where there is no bar, there is nothing to keep a distance from.
            assert gap == pytest.approx(8 if bar.width else 0, abs=0.51)
    assert [bar for picture in pictures for bar in picture.bars if not bar.width]


def test_a_bar_says_its_name_and_its_number(pictures: list[Chart]) -> None:
    for picture in pictures:
        for bar in picture.bars:
            names = "".join(line.words for line in bar.lines if line.role == "name")
            assert names.replace(" ", "") == bar.count.name.replace(" ", "")
            (number,) = (line for line in bar.lines if line.role == "number")
            assert number.words == str(bar.count.studies)
            assert number.x + 10 * len(number.words) <= picture.width
