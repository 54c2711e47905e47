"""Quizzes in QTI 1.2: built as text2qti builds them, and saying what those for Moodle say."""

from __future__ import annotations

from xml.etree import ElementTree as Xml

import pytest
from tests.support.editions import renderer
from tests.support.gift import Question, read_gift
from tests.support.qti import by_text2qti, compared, parts, read, shape

from theorybook.courses.course_files import GIFT, QTI, course_files
from theorybook.courses.qti import qti
from theorybook.courses.quiz import quiz
from theorybook.model.theory import Theory
from theorybook.site import Site


@pytest.fixture(scope="module")
def files(garden_site: Site) -> dict[str, str | bytes]:
    return dict(course_files(renderer(garden_site)))


def packed_parts(files: dict[str, str | bytes], theory: Theory) -> dict[str, bytes]:
    package = files[f"train/lms/{theory.id}{QTI}"]
    assert isinstance(package, bytes)
    return parts(package)


def with_choices(files: dict[str, str | bytes], theory: Theory) -> list[Question]:
    """Return what the quiz for Moodle asks of a theory and lets people choose."""
    told = str(files[f"train/lms/{theory.id}{GIFT}"])
    return [question for question in read_gift(told) if question.right]


def test_it_asks_what_the_quiz_for_moodle_asks(
    garden_site: Site, files: dict[str, str | bytes]
) -> None:
    for theory in garden_site.theories:
        asked = read(packed_parts(files, theory)[f"{theory.id}/{theory.id}.xml"])
        assert asked
        assert compared(asked) == compared(with_choices(files, theory))


def test_it_is_built_as_text2qti_builds_it(
    garden_site: Site, files: dict[str, str | bytes]
) -> None:
    for theory in garden_site.theories:
        ours, theirs = packed_parts(files, theory), by_text2qti(with_choices(files, theory))
        for name in ("imsmanifest.xml", f"{theory.id}/{theory.id}.xml"):
            (other,) = [
                each
                for each in theirs
                if each == name or ("/" in name and each.count("text2") == 2)
            ]
            assert shape(Xml.fromstring(ours[name])) == shape(Xml.fromstring(theirs[other]))
        (settings,) = [theirs[each] for each in theirs if each.endswith("_meta.xml")]
        known = {child.tag for child in Xml.fromstring(settings)}
        mine = Xml.fromstring(ours[f"{theory.id}/assessment_meta.xml"])
        assert {child.tag for child in mine} <= known


def test_what_a_package_names_is_in_it(garden_site: Site, files: dict[str, str | bytes]) -> None:
    for theory in garden_site.everything.theories:
        there = packed_parts(files, theory)
        manifest = Xml.fromstring(there["imsmanifest.xml"])
        named = {each.attrib["href"] for each in manifest.iterfind(".//{*}file")}
        assert named == there.keys() - {"imsmanifest.xml"}


def test_a_retired_theory_says_so_and_asks_nothing(
    garden_site: Site, files: dict[str, str | bytes]
) -> None:
    retired = [one for one in garden_site.all_of(Theory) if one.retired]
    assert retired
    for theory in retired:
        there = packed_parts(files, theory)
        assert read(there[f"{theory.id}/{theory.id}.xml"]) == []
        assert b"was retired on" in there[f"{theory.id}/assessment_meta.xml"]


def test_the_same_quiz_gives_the_same_bytes(garden_site: Site) -> None:
    theory = garden_site.theories[0]
    made = [qti(renderer(garden_site), quiz(garden_site, theory)) for _ in range(2)]
    assert made[0] == made[1]
