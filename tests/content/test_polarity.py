"""Of our own data: no box reads as its opposite, worked out from the files as they are written."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from theorybook.pictures.chain import steps
from theorybook.site import Site

ROOT = Path(__file__).resolve().parent.parent.parent
SLOTS = ("context", "strategy", "mechanism", "outcome")
LACKS = ("lacking", "in the way")


@cache
def written(name: str) -> list[dict[str, Any]]:
    """Return the records of a file, as they are written."""
    text = (ROOT / "data" / f"{name}.yaml").read_text(encoding="utf-8")
    return list(yaml.load(text, yaml.CSafeLoader)[name])


@cache
def terms() -> dict[str, dict[str, Any]]:
    """Return the terms by their id."""
    return {term["id"]: term for term in written("terms")}


@cache
def points() -> dict[str, dict[str, str]]:
    """Return which way each finding in force points, by its id and the term."""
    return {
        finding["id"]: {
            placement["term"]: placement.get("points", "supports")
            for placement in finding.get("terms", ())
        }
        for study in written("studies")
        for finding in study["findings"]
        if "retired" not in finding
    }


def parts() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield every part of every theory, with the theory's id and its slot."""
    for theory in written("theories"):
        for slot in SLOTS:
            for part in theory[slot].get("parts", ()):
                yield theory["id"], slot, part


def pointings(part: dict[str, Any]) -> set[str]:
    """Return which way the findings point that a part cites and that stand under its term."""
    cited = (points().get(source, {}) for source in part["cites"])
    return {found[part["term"]] for found in cited if part["term"] in found}


def test_no_box_says_the_opposite_of_all_that_it_rests_on() -> None:
    opposite = [
        (id_, slot, part["term"])
        for id_, slot, part in parts()
        if pointings(part)
        == ({"supports"} if part.get("polarity") in LACKS else {"reports its lack"})
        and part.get("polarity") != "varies"
    ]
    assert opposite == []


def test_a_lack_stands_in_the_picture_by_its_own_words(site: Site) -> None:
    lacking = [(id_, slot, part) for id_, slot, part in parts() if part.get("polarity") in LACKS]
    chains = {id_: steps(site, site.theory(id_)) for id_, _, _ in lacking}
    for id_, slot, part in lacking:
        term = terms()[part["term"]]
        (step,) = (step for step in chains[id_] if step.research == slot)
        words = [words.text for words in step.words]
        assert any(text.endswith(term["lack"]) for text in words), (id_, words)
        there = {p["term"] for i, s, p in parts() if (i, s) == (id_, slot)} - {part["term"]}
        assert term["name"] not in words or part["term"] in there


def test_the_words_of_a_lack_are_words_of_nothing_else() -> None:
    lacks = [term["lack"] for term in terms().values() if "lack" in term]
    assert len(lacks) == len(set(lacks))
    assert set(lacks).isdisjoint(term["name"] for term in terms().values())
