"""What records name: is it there, and if not, what may have been meant?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from theorybook.checks.lost_records import LostRecords, without_own_id
from theorybook.data.datafiles import DATA_FILES
from theorybook.data.folder import Folder
from theorybook.data.guesses import nearest
from theorybook.data.model_paths import holds_list
from theorybook.data.raw_ids import RawId
from theorybook.kinds import CHOICES, KINDS, NOUNS, OWNERS
from theorybook.problems import Problem
from theorybook.record_id import RecordId

_CODES = {"study": "R02", "source": "R02", "term": "R03"}
_NAMES = {"source": "finding, quotation or publication"}
# The files that hold what a reference can name, by the kind of what it names.
_FILES: Mapping[str, tuple[str, ...]] = {
    **{each.kind: (file.filename,) for file in DATA_FILES for each in file.lists},
    **{part: (owner.filename,) for part, owner in OWNERS.items()},
    "study": ("references.bib",),
    "source": ("studies.yaml", "quotes.yaml", "references.bib"),
    "record": tuple(kind.filename for kind in KINDS),
}
# What stands between names that should be a list with commas, or round it.
_BETWEEN = re.compile(r"[\s,;/&()|]+(?:and\s+)?")


def known_ids(folder: Folder) -> dict[str, set[str]]:
    """Return the ids that are there, by the kind of what names them."""
    known: dict[str, set[str]] = {kind: set() for kind in _FILES}
    for raw in folder.raw_ids:
        known[raw.names.kind].add(raw.names.id)
    # A study is a record by its own file; what cites it asks for it in the bibliography.
    known["record"] = set().union(*(known[name] for name in NOUNS))
    known["study"] = set(folder.references)
    known["source"] = known["study"] | known["finding"] | known["quote"]
    return known


@dataclass(frozen=True)
class UnknownNames:
    """The names that lead nowhere, each with the id that it looks like."""

    folder: Folder
    known: Mapping[str, Collection[str]]
    found: tuple[tuple[RawId, str | None], ...]

    @property
    def meant(self) -> frozenset[str]:
        """The ids that seem to be meant, and so are used."""
        names = (self._parts(reference) for reference, _ in self.found)
        guesses = {guess for _, guess in self.found if guess}
        return frozenset(guesses.union(*names))

    def problems(self) -> Iterator[Problem]:
        """Yield a problem for each."""
        for reference, guess in self.found:
            kind = reference.names.kind
            told = self._several(reference) or self._another(reference) or self._called(reference)
            message, fix = told or self._nowhere(reference, guess)
            yield Problem(reference.place, _CODES.get(kind, "R04"), message, fix)

    def _parts(self, reference: RawId) -> tuple[str, ...]:
        """Return the names in a text that holds several in place of one, else nothing."""
        parts = tuple(filter(None, _BETWEEN.split(reference.names.id)))
        known = self.known[reference.names.kind]
        return parts if len(parts) > 1 and all(part in known for part in parts) else ()

    def _several(self, reference: RawId) -> tuple[str, str] | None:
        parts = self._parts(reference)
        if not parts:
            return None
        fix = f"name one of them, such as `{parts[0]}`"
        if isinstance(reference.path[-1], int):
            fix = f"put a comma between them: `{', '.join(parts)}`"
        elif holds_list(reference.file.model, reference.path):
            fix = f"put brackets round them, and commas between: `[{', '.join(parts)}]`"
        return f"`{reference.names.id}` is one text with {len(parts)} names in it", fix

    def _another(self, reference: RawId) -> tuple[str, str] | None:
        """Tell of an id of another kind."""
        kind, id_ = reference.names
        wanted = _NAMES.get(kind, kind)
        if id_ in self.known["waiting"]:
            message = f"`{id_}` waits in waiting.yaml, and so nothing can rest on it"
            fix = f"name another {wanted}; or add it as a study, and take it out of waiting.yaml"
            return message, fix
        for other in NOUNS:
            if id_ in self.known[other]:
                message = f"`{id_}` is no {wanted}: it is an id of another kind ({NOUNS[other][0]})"
                return message, f"write the id of the {wanted} that is meant"
        return None

    def _called(self, reference: RawId) -> tuple[str, str] | None:
        """Tell of an entry of a list in site.yaml that is named by what readers call it."""
        kind, name = reference.names
        if kind not in CHOICES:
            return None
        data = self.folder.files["site"].marked.data
        entries = data.get(CHOICES[kind]) if isinstance(data, dict) else None
        for entry in entries if isinstance(entries, list) else ():
            if isinstance(entry, dict) and str(entry.get("name")).casefold() == name.casefold():
                message = f"`{name}` is what readers see of the {kind} `{entry.get('id')}`"
                return message, f"write its id: `{entry.get('id')}`"
        return None

    def _nowhere(self, reference: RawId, guess: str | None) -> tuple[str, str]:
        kind, id_ = reference.names
        meant = f" (did you mean `{guess}`?)" if guess else ""
        where = "any file" if kind == "record" else _FILES[kind][0]
        message = f"there is no {_NAMES.get(kind, kind)} `{id_}` in {where}{meant}"
        fix = f"write `{guess}`, or add" if guess else "check the spelling, or add"
        return message, f"{fix} `{id_}` to {_FILES[kind][0]}"


def unknown_names(folder: Folder, lost: LostRecords, told: Collection[RecordId]) -> UnknownNames:
    """Find every name that leads nowhere.

    Args:
        folder: the data folder, read.
        lost: what was published and is gone. That is told once, and not at all that names it.
        told: other names of which it is told elsewhere why they lead nowhere.
    """
    twice = without_own_id(folder)
    known = known_ids(folder)
    found: list[tuple[RawId, str | None]] = []
    for reference in folder.raw_references:
        kind, target = reference.names
        is_known = target in known[kind] or reference.names in told
        if not is_known and not _is_told(folder, lost, kind, target):
            guess = nearest(target, known[kind])
            if guess or not twice[kind]:  # it may have lost its id to another, which is told
                found.append((reference, guess))
    return UnknownNames(folder, known, tuple(found))


def _is_told(folder: Folder, lost: LostRecords, kind: str, id: str) -> bool:
    """Whether it is told elsewhere why there is no such record."""
    has_no_publication = kind in ("study", "source") and RecordId("study", id) in folder.places
    is_unread = folder.lacks(*_FILES[kind]) or folder.lacks_choices(kind)
    return is_unread or has_no_publication or lost.explains(kind, id)
