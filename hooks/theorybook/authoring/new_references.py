"""New publications for references.bib: each with a key, in the style of the file, and no double."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from theorybook.authoring.citation_key import new_key
from theorybook.bibliography.entry_types import Form, entry_type
from theorybook.bibliography.page_range import joined
from theorybook.bibliography.reading import parse_bibliography
from theorybook.bibliography.reference import Reference
from theorybook.bibliography.sort_key import folded
from theorybook.bibliography.twins import are_nearly_one, likely_twins, same_publications
from theorybook.citing.bibtex import fields
from theorybook.citing.citation import publication
from theorybook.model.gap import Waiting
from theorybook.problems import DataError, Problem

_LOOK = (
    "look at the entry that is there; if the two are one, there is nothing to add; if they are "
    "two, add what tells them apart, such as the DOI or the pages"
)


@dataclass(frozen=True)
class Grown:
    """A bibliography with what was added: the whole text, and the new publications."""

    text: str
    added: tuple[Reference, ...]


def with_references(
    text: str,
    file: str,
    found: Iterable[Reference],
    *,
    waiting: Collection[Waiting] = (),
    key: str = "",
    allow_alike: bool = False,
) -> Grown:
    """Add publications to a bibliography.

    Args:
        text: what the file holds.
        file: its name, for places.
        found: the publications, with places where they were pasted.
        waiting: publications that wait, each with the key that it will have.
        key: the key of the first of them, where somebody chose one.
        allow_alike: whether one may have nearly the title of another that differs in something.

    Returns:
        The text to write, and the publications with their keys.

    Raises:
        DataError: the file has faults of its own, a publication is there already (B04), or nearly
            so (N02), or the key cannot be used (B01).
    """
    there = parse_bibliography(text, file)
    added: list[Reference] = []
    for reference in found:
        chosen = "" if added else key
        if not chosen and (waits := waits_as(reference, waiting)):
            chosen = waits.id
        others = [*there.values(), *added]
        added.append(replace(reference, key=chosen or new_key(reference, others)))
    doubles = list(_doubles(there, added, allow_alike))
    if doubles:
        raise DataError(doubles)
    entries = "\n".join(map(entry_text, added))
    whole = f"{text.rstrip()}\n\n{entries}" if text.strip() else entries
    read = parse_bibliography(whole, file)  # what is written can be read, or is not written
    return Grown(whole, tuple(read[reference.key] for reference in added))


def waits_as(reference: Reference, waiting: Iterable[Waiting]) -> Waiting | None:
    """Return the record of a publication among those that wait, if it is there."""
    title = folded(reference.title)
    for entry in waiting:
        same = reference.doi and str(entry.where or "").lower().endswith(reference.doi)
        if same or are_nearly_one(folded(entry.title), title):
            return entry
    return None


def _doubles(
    there: Mapping[str, Reference], added: Iterable[Reference], allow_alike: bool
) -> Iterator[Problem]:
    """Yield each new publication that is there already, at the place where it was pasted."""
    known = dict(there)
    for reference in added:
        key = reference.key
        if key.lower() in {other.lower() for other in known}:
            message, fix = f"the key `{key}` is taken", "choose another one"
            yield Problem(reference.place, "B01", message, fix)
            continue
        known[key] = reference
        alike = [*same_publications(known), *([] if allow_alike else likely_twins(known))]
        yield from (
            replace(problem, message=problem.message.removeprefix(f"`{key}` "), fix=_LOOK)
            for problem in alike
            if problem.place == reference.place
        )


def entry_text(reference: Reference) -> str:
    """Return the entry of a publication, written as references.bib is."""
    as_typed = replace(
        reference, pages=joined(reference.pages, "–"), doi=reference.doi_as_typed or reference.doi
    )
    if entry_type(reference.entry_type, False).form is Form.ARTICLE:  # no style has these of one
        as_typed = replace(as_typed, publisher="", location="", isbn="")
    written = fields(publication(as_typed))
    width = max(map(len, written))
    lines = ",\n".join(f"  {name:<{width}} = {{{value}}}" for name, value in written.items())
    return f"@{reference.entry_type}{{{reference.key},\n{lines}\n}}\n"
