"""Records that were published and are gone: the cause of much else that would be told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from theorybook.data.datafiles import DATA_FILES
from theorybook.data.folder import Folder
from theorybook.data.guesses import nearest
from theorybook.data.raw_ids import kinds_without_id
from theorybook.kinds import NOUNS, OWNERS, kind_named, whole_of
from theorybook.problems import Place
from theorybook.record_id import RecordId

# What a sentence can rest on, and what names a publication.
_NAMED_BY: Mapping[str, tuple[str, ...]] = {
    "source": ("finding", "quote", "study", "reference"),
    "study": ("study", "reference"),
}


@dataclass(frozen=True)
class LostRecords:
    """What was published and is gone, each with the new record that it may have become."""

    became: Mapping[RecordId, RecordId | None] = field(default_factory=dict)

    def explains(self, kind: str, id: str) -> bool:
        """Whether a name that leads nowhere names what is gone, or what it may have become."""
        names = {RecordId(each, id) for each in _NAMED_BY.get(kind, (kind,))}
        gone = self._any_kind if kind == "record" else ()
        return id in gone or bool(names & (self.became.keys() | self.new))

    @cached_property
    def new(self) -> frozenset[RecordId]:
        """What something that is gone may have become: it is told there, and only there."""
        return frozenset(filter(None, self.became.values()))

    @cached_property
    def _any_kind(self) -> frozenset[str]:
        return frozenset(id_.id for id_ in self.became)


def lost_records(folder: Folder) -> LostRecords:
    """Find what was published and is gone. Nothing is, where a file cannot be read."""
    if folder.lacks(*(file.filename for file in DATA_FILES), "published.json"):
        return LostRecords()
    there = {*folder.places, *(RecordId("reference", key) for key in folder.references)}
    known = folder.published.records
    lost = [id_ for id_ in known if id_ not in there and not _is_unread(folder, id_)]
    new = {str(id_): id_ for id_ in there if id_ not in known} if lost else {}
    guesses = {id_: nearest(str(id_), _of_kind(new, id_.kind)) for id_ in lost}
    return LostRecords({id_: new[near] if near else None for id_, near in guesses.items()})


def _is_unread(folder: Folder, id_: RecordId) -> bool:
    return id_.kind == "reference" and folder.lacks("references.bib")


def _of_kind(new: Collection[str], kind: str) -> Iterator[str]:
    return (name for name in new if name.startswith(f"{kind}/"))


def without_own_id(folder: Folder) -> Counter[str]:
    """Return how many records of each kind lost their own id: it is another's now, or none."""
    spare: Counter[str] = Counter()
    for id_, count in Counter(raw.names for raw in folder.raw_ids).items():
        spare[id_.kind] += count - 1
    for file in DATA_FILES:
        if file.name in folder.files:
            spare.update(kinds_without_id(file, folder.files[file.name]))
    return spare


def where_it_stood(folder: Folder, id_: RecordId) -> Place:
    """Return where something that is gone is to be put back: behind what stood before it."""
    if id_.kind in OWNERS and whole_of(id_) in folder.places:
        return folder.places[whole_of(id_)]
    if id_.kind == "reference":
        places = {RecordId("reference", key): ref.place for key, ref in folder.references.items()}
        top = Place(f"{folder.name}/references.bib")
    elif id_.kind not in (*OWNERS, *NOUNS):  # no kind of ours, so somebody edited the list
        return Place(f"{folder.name}/published.json")
    else:
        kind = OWNERS.get(id_.kind) or kind_named(id_.kind)
        places, top = folder.places, folder.files[kind.many].marked.place((kind.many,))
    before: Place | None = None
    for other in folder.published.records:
        if other == id_:
            break
        if other.kind == id_.kind:
            before = places.get(other, before)
    return before or top
