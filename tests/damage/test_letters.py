"""One letter changed in a quotation, citation key, reference or id of any kind is refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from theorybook.data.folder import read_folder
from theorybook.data.raw_ids import RawId
from theorybook.words.quotation_match import find

if TYPE_CHECKING:
    from tests.conftest import Project

GARDEN = Path(__file__).resolve().parent.parent / "garden"
FOLDER = read_folder(GARDEN / "data")
REFERENCES = FOLDER.raw_references
IDS = FOLDER.raw_ids
OF_ONE_WAY = 2
CODES = {"study": "R02", "source": "R02", "term": "R03"}


def changed(word: str) -> str:
    """Return a word with its last letter or digit changed to one that is used nowhere."""
    return word[:-1] + ("8" if word[-1].isdigit() else "q")


def few(all_: Iterable[RawId]) -> Iterator[RawId]:
    """Yield the first of those that are read and checked in one way: of one kind, in one field."""
    seen: Counter[object] = Counter()
    for written in all_:
        field = tuple(part for part in written.path if isinstance(part, str))
        way = written.names.kind, written.file.name, field
        seen[way] += 1
        if seen[way] <= OF_ONE_WAY:
            yield written


def name(written: RawId) -> str:
    """Return a name for a test."""
    return f"{written.file.name}-{written.place.line}-{written.names.id}"


def test_the_garden_has_something_of_everything() -> None:
    assert len(REFERENCES) > 80
    assert {r.names.kind for r in REFERENCES} == {
        "study", "term", "theory", "quote", "finding", "person", "speaker", "source", "design",
        "group", "country", "project", "record", "standard", "theme",
        "topic", "tension", "gap", "guide topic", "audience", "activity", "drill", "question",
    }  # fmt: skip
    assert {r.names.kind for r in IDS} == {
        "study", "term", "theory", "quote", "finding", "person", "speaker", "evidence", "glossary",
        "design", "group", "country", "project", "tension", "gap", "waiting", "topic", "helpline",
        "standard", "situation", "answer", "theme", "guide topic",
        "audience", "activity", "pack", "drill", "question",
    }  # fmt: skip


def test_every_citation_is_seen() -> None:
    text = "".join(file.read_text(encoding="utf-8") for file in (GARDEN / "data").glob("*.yaml"))
    lists = [line.split("[")[1].split("]")[0] for line in text.split("\n") if " cites: [" in line]
    cited = sum(len(items.split(",")) for items in lists)
    assert cited == len([r for r in REFERENCES if "cites" in r.path])


@pytest.mark.parametrize("reference", [*few(REFERENCES)], ids=name)
def test_a_letter_of_a_reference(project: Project, reference: RawId) -> None:
    new = changed(reference.names.id)
    project.edit_at(reference.place, reference.names.id, new)
    told = [p for p in project.problems() if p.place == reference.place]
    # The key of a study is its own id, too, which was published.
    code = "P01" if reference.path[-1] == "key" else CODES.get(reference.names.kind, "R04")
    assert code in {p.code for p in told}
    assert new in told[0].message


# What waits is promised to nobody, and what nothing names may change.
NAMED = {reference.names for reference in REFERENCES}
PROMISED = [
    written
    for written in IDS
    if written.names.kind not in ("waiting", "theme", "guide topic") or written.names in NAMED
]


@pytest.mark.parametrize("written", [*few(PROMISED)], ids=name)
def test_a_letter_of_an_id(project: Project, written: RawId) -> None:
    id_ = written.names.id
    project.edit_at(written.place, id_, changed(id_))
    problems = project.problems()
    assert problems
    assert {p.code for p in problems} <= {
        "E02", "M03", "P01", "P02", "R02", "R03", "R04", "R05", "R06", "V03",
    }  # fmt: skip


@pytest.mark.parametrize("index", range(len(FOLDER.records.quotes)))
def test_a_letter_of_a_quotation(project: Project, index: int) -> None:
    exact = FOLDER.records.quotes[index].exact
    path = project.root / "data/quotes.yaml"
    text = path.read_text(encoding="utf-8")
    start = text.index(" ".join(exact.split()[:2]))
    place = FOLDER.files["quotes"].place(("quotes", index, "exact"))
    for offset, char in enumerate(text[start : start + len(exact)]):
        if not char.isalnum() or offset % 8:
            continue
        new = "" if offset % 3 == 1 else "q"
        path.write_text(text[: start + offset] + new + text[start + offset + 1 :], "utf-8")
        assert [(p.code, p.place) for p in project.problems()] == [("Q01", place)], offset


@pytest.mark.parametrize("index", range(len(FOLDER.records.quotes)))
def test_every_letter_of_a_quotation_counts(index: int) -> None:
    quote = FOLDER.records.quotes[index]
    exact = quote.exact
    texts = [source.text for source in FOLDER.sources.values()]
    texts += [reference.title for reference in FOLDER.references.values()]
    assert any(find(exact, text) for text in texts)
    for offset, char in enumerate(exact):
        if not char.isspace():
            for new in ("q", "", char * 2, char.swapcase() if char.isalpha() else "-"):
                words = exact[:offset] + new + exact[offset + 1 :]
                if words != exact and words.strip() not in exact:
                    assert not any(find(words, text) for text in texts), words


@pytest.mark.parametrize("key", FOLDER.references)
def test_a_letter_of_a_key_in_the_bibliography(project: Project, key: str) -> None:
    project.edit("data/references.bib", f"{{{key},", f"{{{changed(key)},")
    told = [(p.code, project.text_at(p.place)) for p in project.problems()]
    assert told == [("P01", f"{changed(key)},")]


@pytest.mark.parametrize("key", FOLDER.references)
def test_a_letter_of_the_name_of_a_stored_text(project: Project, key: str) -> None:
    path = project.root / f"data/sources/{key}.txt"
    path.rename(path.with_name(f"{changed(key)}.txt"))
    assert [p.code for p in project.problems()] == ["R06"]
