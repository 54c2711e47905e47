"""How sure the site is of a theory, worked out another way: from plain data, to the words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import Any

from theorybook.site import Site

Json = dict[str, Any]


def rung_of(site: Site, id: str) -> str:
    """Return the step of the ladder that a theory stands on."""
    if any(whole for whole, _, _ in trials(site, id).values()):
        return "tested"
    outright = len(projects(site, id, "supports", "outright"))
    return ("pieced together by us", "proposed by one project", "reported by several")[
        min(outright, 2)
    ]


def line_of(site: Site, id: str) -> str:
    """Return the line on how sure we are, but for how close we read."""
    outright = projects(site, id, "supports", "outright")
    inferred = len(projects(site, id, "supports") - outright)
    said = len(outright)
    parts = [f"{rung_of(site, id).capitalize()}:"]
    if said:
        word = "project says" if said == 1 else "projects say"
        parts.append(f"{said} {word} it outright, {inferred or 'none'} more by inference.")
    else:
        verb = "points" if inferred < 2 else "point"
        parts.append(f"no project says it outright, {inferred or 'none'} {verb} this way")
        parts.append("by inference.")
    doubts: list[str] = []
    for stance, one, several in (
        ("goes against", "goes against it", "go against it"),
        ("points both ways", "points both ways", "point both ways"),
        ("adds a condition", "adds a condition", "add a condition"),
    ):
        number = len(projects(site, id, stance))
        if number or not doubts:
            doubts.append(f"{number or 'None'} {one if number < 2 else several}")
    return " ".join([*parts, ", ".join(doubts) + ".", *trial_words(trials(site, id))])


def projects(site: Site, id: str, stance: str, way: str = "") -> set[str]:
    """Return the projects whose items have a stance."""
    return {
        project(site, item)
        for item in evidence(site, id)
        if item["stance"] == stance and way in ("", item["directness"])
    }


def evidence(site: Site, id: str) -> list[Json]:
    """Return the items of a theory that count."""
    gone = {each.id for each in site.retirements}
    found: list[Json] = site.theory(id).model_dump(mode="json")["evidence"]
    return [
        item
        for item in found
        if not gone & {item["id"], item["study"], item["finding"] or item["quote"]}
    ]


def project(site: Site, item: Json) -> str:
    """Return the project of an item's study."""
    study = site.study(item["study"])
    return study.project or study.key


def trials(site: Site, id: str) -> dict[str, tuple[bool, bool, str]]:
    """Return, by project: whether it tested the whole step, was exploratory, and its result."""
    test_kinds = [d.id for d in site.settings.designs if d.tests]
    found: dict[str, list[tuple[bool, bool, str]]] = defaultdict(list)
    outcomes = {part.term for part in site.theory(id).outcome.parts}
    for item in evidence(site, id):
        study = site.study(item["study"]).model_dump(mode="json")
        if study["design"] not in test_kinds or item["stance"] == "adds a condition":
            continue
        for finding in study["findings"]:
            named = finding["id"] == item["finding"] or (
                item["quote"] and item["quote"] == finding["quote"]
            )
            if named and finding["standing"] == "result":
                whole = item["directness"] == "outright" and not finding["exploratory"]
                result = result_of(item["stance"], finding["terms"], outcomes)
                found[project(site, item)].append((whole, finding["exploratory"], result))
    return {name: together(seen) for name, seen in found.items()}


def together(seen: list[tuple[bool, bool, str]]) -> tuple[bool, bool, str]:
    """Return what the items of one project come to."""
    whole = any(each[0] for each in seen)
    counted = [each for each in seen if each[0] or not whole]
    results = {result for _, _, result in counted}
    result = results.pop() if len(results) == 1 else "points both ways"
    return whole, all(each[1] for each in counted), result


def result_of(stance: str, terms: list[Json], outcomes: set[str]) -> str:
    """Return what a trial's finding says of a theory."""
    on_these = [t["points"] for t in terms if t["term"] in outcomes]
    null = "no change found" in (on_these or [t["points"] for t in terms])
    against = "found no change" if null else "speaks against it"
    said = {"supports": "speaks for it", "points both ways": "points both ways"}
    return said.get(stance, against)


def trial_words(tried: dict[str, tuple[bool, bool, str]]) -> list[str]:
    """Return the sentences on trials, the tests of the whole first."""
    if not tried:
        return ["No trial tested it."]
    sentences = []
    counts = Counter((not whole, result, first) for whole, first, result in tried.values())
    for (bears, result, first), number in sorted(counts.items()):
        who = "One trial" if number == 1 else f"{number} trials"
        verb = "bears on it" if number == 1 else "bear on it"
        found = result if number == 1 else re.sub(r"(?<=speak|point)s", "", result)
        end = ", in an exploratory result." if bears and first else "."
        sentences.append(f"{who} {verb if bears else 'tested the whole of it'} and {found}{end}")
    return sentences
