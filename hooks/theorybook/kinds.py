"""The kinds of record, a row for each: all that the rest of the core needs to know of a kind.

To add a kind of record, write its model, a row here, its templates, and the checks that it needs.
By their names, `<many>.html` renders the page that lists them, and `<name>.html` the page of one,
if each has a page of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from theorybook.model.activity import Activity
from theorybook.model.answer import Answer
from theorybook.model.drill import Drill
from theorybook.model.gap import FieldGap
from theorybook.model.glossary import Entry
from theorybook.model.helpline import Helpline
from theorybook.model.pack import Pack
from theorybook.model.quotation import Quotation
from theorybook.model.situation import Situation
from theorybook.model.standard import Standard
from theorybook.model.study import Study
from theorybook.model.tension import Tension
from theorybook.model.term import Term
from theorybook.model.theory import Theory
from theorybook.model.topic import Topic
from theorybook.model.versioned import RecordPart, VersionedRecord
from theorybook.record_id import RecordId


@dataclass(frozen=True)
class PartKind:
    """A kind of part that a record has: it has an id of its own, and lives on the record's page.

    `field` is the field of the record that holds such parts; `nouns` are what readers call one
    and several.
    """

    name: str
    field: str
    nouns: tuple[str, str]


@dataclass(frozen=True)
class RecordKind:
    """A kind of record.

    `name` is the kind in a `RecordId`. `many` names its collection: its data file, its data
    exports, and the template of its list. `nouns` are what readers call one and several.
    `title` is the field that names a record. `address` is where a record lives, with its fields
    in braces; a record without a page of its own lives at an anchor of its list. `group` is where
    search results show it.
    """

    name: str
    many: str
    model: type[VersionedRecord]
    nouns: tuple[str, str]
    title: str
    address: str
    group: str = "Pages"
    id_field: str = "id"
    parts: tuple[PartKind, ...] = ()

    @property
    def has_pages(self) -> bool:
        """Whether each record has a page of its own."""
        return "#" not in self.address

    @property
    def filename(self) -> str:
        """Name of its data file."""
        return f"{self.many}.yaml"

    def id_of(self, record: VersionedRecord) -> RecordId:
        """Return what a record of this kind is known by."""
        return RecordId(self.name, getattr(record, self.id_field))

    def address_of(self, record: VersionedRecord) -> str:
        """Return where a record lives, from the site's root, such as `theories/x/`."""
        return self.address.format(record)

    def list_of(self, record: VersionedRecord) -> str:
        """Return the address of the page that lists a record."""
        address = self.address_of(record)
        return address.partition("/")[0] + "/" if self.has_pages else address.partition("#")[0]

    def parts_of(self, record: VersionedRecord) -> Iterator[tuple[RecordId, RecordPart]]:
        """Yield the parts of a record that have ids of their own, each with its id."""
        for part in self.parts:
            for item in getattr(record, part.field):
                yield RecordId(part.name, item.id), item


KINDS = (
    RecordKind(
        "theory",
        "theories",
        Theory,
        ("theory", "theories"),
        "short",
        "theories/{0.slug}/",
        group="Theories",
        parts=(
            PartKind("evidence", "evidence", ("piece of evidence", "pieces of evidence")),
            PartKind("question", "talk", ("question to talk about", "questions to talk about")),
        ),
    ),
    RecordKind(
        "study",
        "studies",
        Study,
        ("study", "studies"),
        "key",
        "studies/{0.key}/",
        group="Studies",
        id_field="key",
        parts=(PartKind("finding", "findings", ("finding", "findings")),),
    ),
    RecordKind(
        "quote",
        "quotes",
        Quotation,
        ("quotation", "quotations"),
        "about",
        "quotes/#{0.id}",
        group="Quotations",
    ),
    RecordKind(
        "term",
        "terms",
        Term,
        ("term", "terms"),
        "name",
        "{0.kind.plural}/{0.id}/",
        group="Terms",
    ),
    RecordKind(
        "glossary",
        "glossary",
        Entry,
        ("word of the glossary", "words of the glossary"),
        "name",
        "glossary/#{0.id}",
        group="Terms",
    ),
    RecordKind(
        "tension", "tensions", Tension, ("tension", "tensions"), "title", "map/tensions/#{0.id}"
    ),
    RecordKind("gap", "gaps", FieldGap, ("gap", "gaps"), "what", "map/gaps/#{0.id}"),
    RecordKind(
        "topic", "safety", Topic, ("safety topic", "safety topics"), "title", "safety/#{0.id}"
    ),
    RecordKind(
        "helpline",
        "helplines",
        Helpline,
        ("help line", "help lines"),
        "name",
        "safety/help/#{0.id}",
    ),
    RecordKind(
        "standard",
        "standards",
        Standard,
        ("guide or standard", "guides and standards"),
        "title",
        "safety/guides/#{0.id}",
    ),
    RecordKind(
        "situation",
        "situations",
        Situation,
        ("situation", "situations"),
        "title",
        "situations/{0.slug}/",
    ),
    RecordKind(
        "answer",
        "answers",
        Answer,
        ("answer on what works", "answers on what works"),
        "what",
        "does-it-work/#{0.id}",
    ),
    RecordKind(
        "activity",
        "activities",
        Activity,
        ("activity", "activities"),
        "title",
        "train/activities/{0.slug}/",
        group="Activities",
    ),
    RecordKind("pack", "packs", Pack, ("pack", "packs"), "title", "train/packs/{0.slug}/"),
    RecordKind("drill", "drills", Drill, ("drill", "drills"), "title", "train/drills/{0.slug}/"),
)
_BY_MODEL = {kind.model: kind for kind in KINDS}
_BY_NAME = {kind.name: kind for kind in KINDS}
# The kind of record that a kind of part belongs to.
OWNERS: Mapping[str, RecordKind] = {part.name: kind for kind in KINDS for part in kind.parts}
# What readers call one and several of a kind of record or part.
NOUNS: Mapping[str, tuple[str, str]] = {
    **{kind.name: kind.nouns for kind in KINDS},
    **{part.name: part.nouns for kind in KINDS for part in kind.parts},
}
# The lists in site.yaml that records choose from, by the kind of what one holds.
CHOICES: Mapping[str, str] = {
    "person": "people",
    "speaker": "speakers",
    "design": "designs",
    "group": "groups",
    "country": "countries",
    "project": "projects",
    "theme": "themes",
    "guide topic": "guide_topics",
    "audience": "audiences",
}


def kind_named(name: str) -> RecordKind:
    """Return a kind of record by its name; raises KeyError."""
    return _BY_NAME[name]


def kind_of(record: VersionedRecord | type[VersionedRecord]) -> RecordKind:
    """Return the kind of a record, or of a model of records."""
    return _BY_MODEL[record if isinstance(record, type) else type(record)]


def id_of(record: VersionedRecord) -> RecordId:
    """Return what a record is known by."""
    return kind_of(record).id_of(record)


def whole_of(part: RecordId) -> RecordId:
    """Return the record that a part belongs to, and a record itself.

    The id of a part starts with the id of its record.
    """
    owner = OWNERS.get(part.kind)
    return RecordId(owner.name, part.id.rpartition("-")[0]) if owner else part
