"""How hard words are to read: sentences, words, syllables and the grade, against known counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from theorybook.cache import Cache
from theorybook.model.base import prose_in
from theorybook.site import Site
from theorybook.words import reading
from theorybook.words.reading import (
    Measured,
    Reading,
    known_again,
    measured,
    sentences,
    syllables,
    words,
)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("...", 0),
        ("One sentence", 1),
        ("One. Two! Three?", 3),
        ('He said "no." Then he left.', 2),
        ("It cost 1.10 euros.", 1),
        ("Aged 14 to 26, in 2.5 years.", 1),
        ("One.\n  Two.", 2),
        ("(In brackets.) And out.", 2),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("A self-care plan isn't 1,000 words.", 7),
        ("peer’s", 1),
        ("Ça va, שלום?", 3),
        ("— & !", 0),
    ],
)
def test_words(sentence: str, count: int) -> None:
    assert len(words(sentence)) == count


# Counts as the CMU Pronouncing Dictionary gives them.
SYLLABLES = [
    ("a", 1), ("peer", 1), ("peers", 1), ("theory", 3), ("people", 2), ("change", 1),
    ("changes", 2), ("helped", 1), ("wanted", 2), ("table", 2), ("able", 2), ("trust", 1),
    ("someone", 2), ("quiet", 2), ("young", 1), ("supervision", 4), ("program", 2),
    ("outcome", 2), ("mechanism", 4), ("recovery", 4), ("the", 1), ("likes", 1), ("hope", 1),
    ("identity", 4), ("relationship", 4), ("pages", 2), ("decide", 2), ("made", 1),
]  # fmt: skip


@pytest.mark.parametrize(("word", "count"), SYLLABLES)
def test_syllables(word: str, count: int) -> None:
    # One off is what a count by letters can be: it is the mean that is promised, below.
    assert abs(syllables(word) - count) <= 1
    assert syllables(word) >= 1


def test_syllables_in_the_mean() -> None:
    counted = sum(syllables(word) for word, _ in SYLLABLES)
    assert counted == pytest.approx(sum(count for _, count in SYLLABLES), rel=0.05)


def test_the_grade_is_flesch_and_kincaids() -> None:
    # 6 words of one syllable in one sentence: 0.39 * 6 + 11.8 - 15.59.
    assert Reading.of(["The cat sat on the mat."]).grade == pytest.approx(-1.45)
    # 2 sentences of 3 words, 7 syllables: 0.39 * 3 + 11.8 * 7 / 6 - 15.59.
    reading = Reading.of(["Peers help people. They trust them"])
    assert reading.grade == pytest.approx(-0.653, abs=0.001)


def test_nothing_has_no_grade() -> None:
    nothing = Reading.of(["", "!"])
    assert (nothing.grade, nothing.mean_length, nothing.longest, nothing.words) == (0, 0, 0, 0)
    assert list(nothing.hardest(3)) == []


def test_the_hardest_come_first() -> None:
    reading = Reading.of(["Go. Internationalization necessitates accountability. We go home."])
    assert next(reading.hardest(2))[1].startswith("Internationalization")
    assert reading.longest == 3


def test_plain_words_are_what_readers_read(garden_site: Site) -> None:
    theory = garden_site.theory("T001")
    found = dict(prose_in(theory))
    assert found[("headline", "text")] == theory.headline.text
    assert found[("actions", 0, "cost")] == theory.actions[0].cost
    assert found[("mechanism", "parts", 0, "text")] == theory.mechanism.parts[0].text
    # Names, ids and what people search by are not running text.
    assert not {("id",), ("short",), ("other_names", 0), ("research_name", "text")} & set(found)


def measured_anew(patch: pytest.MonkeyPatch, file: Path, *told: str) -> list[Measured]:
    """Measure sentences as a new process does, which has a cache."""
    patch.setattr(reading, "_MEASURED", {})
    patch.setattr(reading, "_EARLIER", {})
    cache = Cache(file)
    with known_again(cache):
        found = [measured(sentence) for sentence in told]
    cache.save()
    return found


def test_what_was_measured_is_known_to_later_runs(tmp_path: Path) -> None:
    file = tmp_path / "cache" / "check.sqlite"
    with pytest.MonkeyPatch.context() as patch:
        made = measured_anew(patch, file, "One is here.", "So is Another.")
        assert made == [(3, 3, "one is here"), (3, 5, "so is another")]
        patch.setattr(reading, "_measured", lambda _: pytest.fail("it was measured before"))
        assert measured_anew(patch, file, "So is Another.", "One is here.") == made[::-1]
    with pytest.MonkeyPatch.context() as patch:
        measured_anew(patch, file, "So is Another.", "A third.")
        assert [*Cache(file).value("measured", (), dict)] == ["So is Another.", "A third."]


def test_what_is_known_is_not_written_down_again(tmp_path: Path) -> None:
    """It is all kept as one thing, of thousands of sentences, and a preview loads at each save."""
    file = tmp_path / "cache" / "check.sqlite"
    with pytest.MonkeyPatch.context() as patch:
        measured_anew(patch, file, "One is here.")
        page = Cache(file)
        page.keep("page", (), b"made")
        page.save()
        patch.setattr(Cache, "keep", lambda *_: pytest.fail("it was kept before"))
        for _ in range(25):  # more builds than what nobody asks for is kept
            cache = Cache(file)
            cache.find("page", ())
            with known_again(cache):
                measured("One is here.")
            cache.save()
        assert [*Cache(file).value("measured", (), dict)] == ["One is here."]
