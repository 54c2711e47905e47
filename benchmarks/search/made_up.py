"""Theories made up to have enough to measure: real sentences in chance order. Never on the site."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Any

from theorybook.model.base import prose_in
from theorybook.model.theory import Theory
from theorybook.site import Site
from theorybook.words.reading import sentences, words

SEED = 20261123
_LONGEST_NAME = 4  # words in a made-up short name
_LISTS = ("theories", "studies", "terms", "glossary", "tensions", "gaps")


def theories(site: Site, count: int, seed: int = SEED) -> Iterator[Theory]:
    """Yield theories: the site's own, then made-up ones, the same for the same seed.

    A made-up theory has the parts and references of a real one, and as many sentences. But each
    sentence is drawn from all records of the site. Its other names are words of such sentences,
    since copies of the real other names would be as right an answer as the real page.

    Args:
        site: where the sentences come from.
        count: how many theories there are to be, real ones included.
        seed: decides what is drawn.
    """
    yield from site.theories[:count]
    draw = random.Random(seed)
    pool = [
        s
        for name in _LISTS
        for r in getattr(site, name)
        for _, t in prose_in(r)
        for s in sentences(t)
    ]
    # The model allows three digits, so the ids come round again; the addresses do not.
    taken = {theory.id for theory in site.theories}
    ids = [id_ for number in range(1000) if (id_ := f"T{number:03}") not in taken]
    for number in range(count - len(site.theories)):
        model = draw.choice(site.theories)
        yield _made_up(draw, pool, model, ids[number % len(ids)], f"made-up-{number + 1}")


def _made_up(
    draw: random.Random, pool: Sequence[str], model: Theory, id_: str, slug: str
) -> Theory:
    data = _anew(draw, pool, dict(prose_in(model)), model.model_dump(mode="json", round_trip=True))
    for number, item in enumerate(data["evidence"], 1):
        item["id"] = f"{id_}-E{number}"
    name = " ".join(words(draw.choice(pool))[:_LONGEST_NAME])
    names = [_two_words(draw, pool) for _ in model.other_names]
    return Theory.model_validate(
        data | {"id": id_, "slug": slug, "short": name, "other_names": names}
    )


def _anew(
    draw: random.Random,
    pool: Sequence[str],
    plain: dict[tuple[str | int, ...], str],
    value: Any,
    path: tuple[str | int, ...] = (),
) -> Any:
    """Return a record's data with each plain text replaced by as many sentences drawn."""
    if isinstance(value, dict):
        return {k: _anew(draw, pool, plain, inner, (*path, k)) for k, inner in value.items()}
    if isinstance(value, list):
        return [_anew(draw, pool, plain, inner, (*path, i)) for i, inner in enumerate(value)]
    if path in plain:
        return " ".join(draw.choices(pool, k=max(1, len(sentences(plain[path])))))
    return value


def _two_words(draw: random.Random, pool: Sequence[str]) -> str:
    found = words(draw.choice(pool))
    start = draw.randrange(max(1, len(found) - 1))
    return " ".join(found[start : start + 2])
