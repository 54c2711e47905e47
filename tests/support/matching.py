"""How theories stand in a program, worked out another way: from the words of the rule.

Which theories are in play: each has 4 points if the situation names it, 2 for each chosen aim that
it has, and 1 more if a theory with such points needs it. The five best are in play; of two with the
same points, the one on the higher step of the ladder comes first, then the lower id. If one of the
first four, or one that the reader added, clashes with a theory that leads to harm, that one takes
the fifth place. It comes sixth if the fifth leads to harm, too, or was added. What the reader adds
is in; what the reader leaves out is out.

How one stands: all yes, ready. Any no, a piece is missing. Otherwise shaky. A theory that leads to
harm warns in place of this: guarded, could do harm, may do harm. No answer counts as don't know.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

Json = dict[str, Any]
STATES = ("harm", "maybe-harm", "missing", "shaky", "guarded", "ready")
WORDS = {"n": "no", "p": "partly", "d": "don’t know"}


@dataclass(frozen=True)
class Given:
    """What a reader said: the situation, the aims, theories put in or left out, and answers."""

    situation: str = ""
    aims: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    answers: dict[str, str] = field(default_factory=dict)

    def chose(self, sign: str) -> set[str]:
        """Return the ids of the theories that were put in (`+`) or left out (`-`)."""
        return {each[1:] for each in self.chosen if each.startswith(sign)}


def points(file: Json, given: Given) -> dict[str, int]:
    """Return the points of each theory, by its id."""
    named = {id_ for u in file["situations"] if u["id"] == given.situation for id_ in u["theories"]}
    own = {
        t["id"]: 4 * (t["id"] in named) + 2 * len({*given.aims} & {*t.get("aims", [])})
        for t in file["theories"]
    }
    needed = {
        other
        for theory in file["theories"]
        for relation, other in theory.get("links", [])
        if relation == "needs" and own[theory["id"]]
    }
    return {id_: number + (id_ in needed) for id_, number in own.items()}


def in_play(file: Json, given: Given) -> list[str]:
    """Return the ids of the theories in play, in order."""
    by_id = {theory["id"]: theory for theory in file["theories"]}
    found, added, out = points(file, given), given.chose("+"), given.chose("-")
    best = sorted(
        (id_ for id_ in found if found[id_]), key=lambda id_: (-found[id_], *sureness(by_id[id_]))
    )[:5]
    more = [id_ for id_ in by_id if id_ in added - out and id_ not in best]
    fifth = next(iter(best[4:]), "")
    clashing = [id_ for id_ in best if id_ not in out and (id_ != fifth or id_ in added)] + more
    warnings = [
        other
        for id_ in clashing
        for relation, other in by_id[id_].get("links", [])
        if relation == "clashes with" and by_id[other].get("harm") and other not in {*best, *more}
        if other not in out
    ][:1]
    if fifth and warnings and not by_id[fifth].get("harm") and fifth not in added:
        best.remove(fifth)
    return [id_ for id_ in best if id_ not in out] + warnings + more


def sureness(theory: Json) -> tuple[int, str]:
    """Return what theories with the same points are ordered by."""
    return -theory["rung"], theory["id"]


def questions(file: Json, id: str) -> list[str]:
    """Return the keys of a theory's questions."""
    return [f"{id}-C{n}" for n, _ in enumerate(file["lines"]["questions"][id], 1)]


def asked(file: Json, given: Given) -> tuple[list[str], list[str]]:
    """Return the keys of the questions to ask at first, 25 at most, and of the others."""
    playing = {id_: questions(file, id_) for id_ in in_play(file, given)}
    named = [
        f"{id_}-C{number}"
        for u in file["situations"]
        if u["id"] == given.situation
        for id_, number in u["checks"]
        if id_ in playing
    ]
    in_turn = [key for turn in zip_longest(*playing.values()) for key in turn if key]
    keys = list(dict.fromkeys(named + in_turn))
    return keys[:25], keys[25:]


@dataclass(frozen=True)
class Stands:
    """How a theory stands: its state, the questions without a yes and their answers, and why."""

    id: str
    state: str
    because: tuple[tuple[str, str], ...]
    reason: str


def matched(file: Json, given: Given) -> list[Stands]:
    """Return how each theory in play stands, in the order in which it is told."""
    by_id = {theory["id"]: theory for theory in file["theories"]}

    def order(stands: Stands) -> tuple[int, int, int, str]:
        theory = by_id[stands.id]
        met = len({*given.aims} & {*theory.get("aims", [])})
        return (STATES.index(stands.state), -met, *sureness(theory))

    return sorted((stands(file, by_id[id_], given) for id_ in in_play(file, given)), key=order)


def stands(file: Json, theory: Json, given: Given) -> Stands:
    """Return how one theory stands."""
    keys = questions(file, theory["id"])
    said = {key: given.answers.get(key, "d") for key in keys}
    doubts = sorted((k for k in keys if said[k] != "y"), key=lambda key: "npd".index(said[key]))
    if not doubts:
        state = "guarded" if theory.get("harm") else "ready"
    elif said[doubts[0]] == "n":
        state = "harm" if theory.get("harm") else "missing"
    else:
        state = "maybe-harm" if theory.get("harm") else "shaky"
    because = tuple((key, said[key]) for key in doubts)
    return Stands(theory["id"], state, because, reason(keys, given))


def reason(keys: list[str], given: Given) -> str:
    """Return the sentence that says why."""
    count = Counter(given.answers.get(key, "") for key in keys)
    what = f"{len(keys)} question{'s' * (len(keys) != 1)}"
    if count["y"] == len(keys):
        return f"You said yes to all of its {what}."
    told = ", ".join(
        f"{word} to {count[letter]}" for letter, word in WORDS.items() if count[letter]
    )
    ends = [f"said {told}"] * bool(told) + [f"left {count['']} open"] * bool(count[""])
    return f"Of its {what}, you {', and '.join(ends)}."
