"""What we give to course platforms: a parser of somebody else reads our quizzes as we do."""

from __future__ import annotations

from pathlib import Path

from tests.support.gift import read_gift
from tests.support.gift_elsewhere import read_elsewhere
from tests.support.hosts import shown_within_others
from tests.support.qti import compared, parts, read

from theorybook.site import Site


def test_a_parser_of_somebody_else_reads_each_quiz_as_we_do(real_site: Path, site: Site) -> None:
    quizzes = sorted((real_site / "train" / "lms").glob("*.gift"))
    assert {file.stem for file in quizzes} == {theory.id for theory in site.everything.theories}
    found = read_elsewhere(quizzes)
    assert found == [read_gift(file.read_text(encoding="utf-8")) for file in quizzes]
    for theory, questions in zip(site.everything.theories, found, strict=True):
        for one in questions[1:]:
            assert (len(one.right) == 1 and one.wrong) or len(one.pairs) > 2, one.title
            assert one.feedback, (theory.id, one.title)


def test_each_package_of_qti_asks_what_the_quiz_for_moodle_lets_people_choose(
    real_site: Path, site: Site
) -> None:
    for theory in site.everything.theories:
        told = (real_site / f"train/lms/{theory.id}.gift").read_text(encoding="utf-8")
        package = (real_site / f"train/lms/{theory.id}-qti.zip").read_bytes()
        asked = read(parts(package)[f"{theory.id}/{theory.id}.xml"])
        assert compared(asked) == compared([one for one in read_gift(told) if one.right])


def test_of_our_pages_cards_alone_may_be_shown_within_pages_of_others(real_site: Path) -> None:
    shown = shown_within_others(real_site)
    assert shown == {f"/embed/{folder.name}/" for folder in (real_site / "embed").iterdir()}
