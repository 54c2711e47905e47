"""What the benchmark tells: medians, ratios of pairs, and the tables on the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmark.figures import growth
from benchmark.measured.build import Build
from benchmark.measured.run import FailedRunError, Run, run
from benchmark.results import FLAT, OURS, OUTSIDE, SENTENCE, Measured, paired_ratio, stages_of
from benchmark.table import END, START, tables, write_into


def build(cpu: float, *, is_whole: bool = True, memory: int = 100_000_000) -> Build:
    taken = Run(wall=2 * cpu, cpu=cpu, memory=memory, is_whole=is_whole)
    return Build(taken, size=5_000_000, stages={"data": cpu / 4, "end": cpu / 2})


def measured(size: int, cpu: float, *, is_ours: bool = False) -> Measured:
    cold = {OURS: [build(cpu)], OUTSIDE: [build(10)], FLAT: [build(60, is_whole=False)]}
    return Measured(size, is_ours, {"studies": 3 * size}, cold, {SENTENCE: [build(2)]})


def test_a_ratio_is_the_median_of_those_of_the_pairs() -> None:
    assert paired_ratio([10, 30, 9], [5, 10, 3]) == 3
    assert paired_ratio([10, 30, 9], [5]) == 2
    assert paired_ratio([], [1]) is None


def test_a_stage_takes_the_median_of_its_builds() -> None:
    assert stages_of([build(4), build(8), build(80)]) == {"data": 2, "end": 4}


def test_growth_is_told_of_time_and_memory() -> None:
    small, large = measured(100, 5), measured(1000, 50)
    assert growth(small, large) == {"processor time": 10, "memory": 1}


def test_the_table_tells_each_figure_at_each_size() -> None:
    text = tables(
        [measured(34, 15, is_ours=True), measured(1000, 18)], "2033-01-02", {"cores": "2"}
    )
    assert text.startswith("Measured on 2033-01-02: cores 2.\n\n| Theories | 34, ours | 1,000 |\n")
    assert "| Studies | 102 | 3,000 |" in text
    assert "| Cold build, processor time, s | 15.0 | 18.0 |" in text
    assert "| Ours against by hand, outside the menu, times | 1.50 | 1.80 |" in text
    assert "make check" not in text


def test_aims_stand_beside_what_was_found_where_there_are_any() -> None:
    text = tables([measured(34, 15, is_ours=True), measured(300, 18)], "2033-01-02", {})
    assert "| Cold build, memory at most, MB | 34 | 100 | 200 |" in text
    assert "| Cold build, memory at most, MB | 300 |" not in text


def test_what_was_not_waited_for_is_a_bound() -> None:
    text = tables([measured(1000, 18)], "2033-01-02", {})
    assert "| By hand, flat menu, processor time, s | above 60.0 |" in text
    assert "| Ours against by hand, flat menu, times | 1,000 | below 0.30 | 0.40 |" in text


def test_growth_is_told_where_both_sizes_were_measured() -> None:
    grown = tables([measured(100, 5), measured(1000, 50)], "2033-01-02", {})
    assert "takes 10.0 times the processor time and 1.0 times the memory" in grown
    assert "From 100" not in tables([measured(1000, 50)], "2033-01-02", {})


def test_the_table_takes_the_place_of_the_last_one(tmp_path: Path) -> None:
    page = tmp_path / "speed.md"
    page.write_text(f"# Speed\n\n{START}\nold\n{END}\n\nMore.\n", encoding="utf-8")
    write_into(page, "| new |")
    write_into(page, "| newer |")
    assert page.read_text("utf-8") == f"# Speed\n\n{START}\n\n| newer |\n\n{END}\n\nMore.\n"


def test_a_page_without_a_place_is_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "speed.md"
    page.write_text(f"# Speed\n\n{END} {START}\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no place between"):
        write_into(page, "| new |")
    assert page.read_text("utf-8") == f"# Speed\n\n{END} {START}\n"


def test_a_run_is_measured() -> None:
    spent = run("-c", "x = b'1' * 60_000_000\nfor _ in range(30_000_000): pass")
    assert spent.is_whole
    assert 0 < spent.cpu <= spent.wall * 1.2
    assert 60_000_000 < spent.memory < 300_000_000


def test_a_run_that_fails_says_why() -> None:
    with pytest.raises(FailedRunError, match="no such data"):
        run("-c", "import sys; sys.exit('no such data')")


def test_a_run_ends_at_its_limit() -> None:
    assert not run("-c", "while True: pass", limit=0.5).is_whole
