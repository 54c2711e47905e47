"""The studies as numbers: counted right, and drawn as long as they are many."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from tests.support.projects import GARDEN, ROOT

from theorybook.pictures.charts import Chart, Count, Tally, chart, charts, tallies
from theorybook.site import Site

if TYPE_CHECKING:
    from tests.conftest import Project

UNKNOWN = "not-known"


@dataclass(frozen=True)
class RawId:
    """What stands in the files of a data folder, read without the code of the site."""

    studies: list[dict[str, Any]]
    years: dict[str, str]

    @classmethod
    def of(cls, root: Path) -> RawId:
        text = (root / "data/studies.yaml").read_text(encoding="utf-8")
        bibliography = (root / "data/references.bib").read_text(encoding="utf-8")
        entries = re.findall(r"^@\w+\{([\w-]+),(.*?)^\}", bibliography, re.DOTALL | re.MULTILINE)
        years = {
            key: re.search(r"^\s*year\s*=\s*\{(\d{4})\}", e, re.MULTILINE) for key, e in entries
        }
        studies = [s for s in yaml.safe_load(text)["studies"] if not s.get("retired")]
        return cls(studies, {key: year[1] for key, year in years.items() if year})

    def values(self, name: str) -> list[list[str]]:
        """Return what each study is counted under in a tally."""
        return {
            "year": [[self.years[study["key"]]] for study in self.studies],
            "country": [study.get("countries") or [UNKNOWN] for study in self.studies],
            "group": [study["groups"] or [UNKNOWN] for study in self.studies],
            "clients": [
                [study["clients"]["took_part"].replace(" ", "-")] for study in self.studies
            ],
            "design": [[study["design"]] for study in self.studies],
            "depth": [[study["depth"].replace(" ", "-")] for study in self.studies],
        }[name]


@pytest.fixture(params=[ROOT, GARDEN], ids=["real", "garden"])
def folder(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def of(site: Site, name: str) -> Tally:
    (found,) = (tally for tally in tallies(site) if tally.filter == name)
    return found


def numbers(tally: Tally) -> dict[str, int]:
    return {count.value: count.studies for count in tally.counts}


def test_every_count_is_what_the_files_say(folder: Path) -> None:
    written = RawId.of(folder)
    found = tallies(Site.load(folder))
    assert [t.filter for t in found] == ["year", "country", "group", "clients", "design", "depth"]
    for tally in found:
        values = written.values(tally.filter)
        counted = {value: n for value, n in numbers(tally).items() if n}
        assert counted == Counter(value for of_study in values for value in of_study)
        assert tally.several == len([v for v in values if len(v) > 1])
        assert tally.unknown == values.count([UNKNOWN])


def test_sums_are_right(folder: Path) -> None:
    written = RawId.of(folder)
    for tally in tallies(Site.load(folder)):
        total = sum(numbers(tally).values())
        more = sum(len(v) - 1 for v in written.values(tally.filter))
        assert total - more == len(written.studies)
        assert (tally.several > 0) == (more > 0)


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


def test_most_come_first_and_what_is_not_known_last() -> None:
    for tally in tallies(Site.load(ROOT))[1:]:
        known = [count for count in tally.counts if count.value != UNKNOWN]
        assert known == sorted(known, key=lambda count: (-count.studies, count.name.lower()))
        assert UNKNOWN not in [count.value for count in tally.counts[:-1]]


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
def pictures() -> list[Chart]:
    return [*charts(Site.load(ROOT)), *charts(Site.load(GARDEN)), *ODD]


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
