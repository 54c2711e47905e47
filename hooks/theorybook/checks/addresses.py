"""Addresses: no two things get one, and what moved leads from a free one to a page."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from theorybook.addresses import (
    CHECK_PROGRAM,
    COMPARE,
    DATA_V1,
    EMBED,
    GAPS,
    HANDOUTS,
    LISTS,
    LMS,
    PACK_FEEDS,
    PROPOSAL_LENGTHS,
    PROPOSALS,
    QUESTIONS,
    SITUATIONS,
    SLIDES,
    STUDIES,
    THEORIES,
    WORKBOOK,
    citation_address,
    go_addresses,
    proposal_address,
    volume_address,
)
from theorybook.checks.links import dead_links
from theorybook.checks.links_on_pages import is_there
from theorybook.checks.mkdocs_file import faulty_mkdocs_file
from theorybook.data.folder import Folder
from theorybook.data.guesses import nearest
from theorybook.data.hand_written import hand_written
from theorybook.kinds import kind_named, whole_of
from theorybook.long_lists import PART
from theorybook.model.settings import Move
from theorybook.model.term import TermKind
from theorybook.problems import Place, Problem
from theorybook.record_id import RecordId

# Files that the site makes whatever the data are. A test holds them to the real ones.
_FILES = (
    *("404.html", "feed.json", "feed.xml", "llms.txt", "sitemap.xml", "sitemap.xml.gz"),
    *("map/mechanisms.svg", "map/strategies.svg"),
)
# Folders in which everything is made by the site itself.
_FOLDERS = (
    *("assets/cards/", "cite/", "data/v1/", "go/", PROPOSALS, COMPARE),
    *(HANDOUTS, SLIDES, LMS, EMBED, PACK_FEEDS),
    *(f"{list_}{PART}" for list_ in (THEORIES, STUDIES, GAPS)),
)
# Kinds of which each record has citations as files; so has the publication of a study.
_CITED = ("theory", "study", "quote")
# Where records have pages of their own.
_LISTS_OF_PAGES = (THEORIES, STUDIES, SITUATIONS, *(f"{kind.plural}/" for kind in TermKind))
_FORMS = ("bib", "ris", "json")
_MAP_PARTS = {"about": "people", "group": "groups", "design": "designs"}
# Ids that the frame of every page gives to parts of its own.
_OF_THE_FRAME = frozenset({"main", "bar-search", "words-explained"})
_ANCHORED = ("study", "term", "glossary")


@dataclass(frozen=True)
class Claim:
    """A claim on an address: a page's ends with a slash.

    Attributes:
        owner: who makes it: a record, or a file such as `docs/x.md`.
        said: the owner, as it is called.
    """

    address: str
    owner: RecordId | str
    said: str
    place: Place

    @property
    def folded(self) -> str:
        """The file that would be written, in small letters: some disks do not tell them apart."""
        address = self.address
        return (f"{address}index.html" if address.endswith("/") or not address else address).lower()


def faulty_addresses(
    folder: Folder, docs: Path, told: Collection[RecordId | None]
) -> Iterator[Problem]:
    """Yield what is at the address of something else, or moved, or is linked to and not there.

    Args:
        folder: the data folder, read.
        docs: the folder of hand-written pages.
        told: records that are gone, or in which something is wrong; what links to where one of
            them was is no fault of its own.
    """
    taken: dict[str, Claim] = {}
    yield from _clashes(folder, [*_made(folder), *_of_records(folder)], taken)
    yield from _clashes(folder, [*_by_hand(docs)], taken)
    yield from _in_made_folders(_by_hand(docs))
    yield from _frame_ids(folder)
    yield from _taken_over(folder)
    yield from _faulty_moves(folder, taken)
    there = _there(folder, taken, told)
    yield from dead_links(folder, docs, there)
    yield from faulty_mkdocs_file(docs, there)
    yield from _lost_pages(folder, docs, there)


def _there(
    folder: Folder, taken: Mapping[str, Claim], told: Collection[RecordId | None]
) -> frozenset[str]:
    """Return what links can lead to; a folder that the site fills stands for all that is in it."""
    known = folder.published.records
    there = folder.addresses
    # What has another address now is found under the old ones, too.
    was = (old for id_ in (*filter(None, told), *there) for old in known.get(id_, ()))
    anchors = (address for address in there.values() if "#" in address)
    folders = [f"{made}*" for made in ("assets/", *_FOLDERS)]
    if folder.problems:  # some record may not be among what is taken, because of another fault
        folders += [f"{list_.partition('/')[0]}/*" for list_ in (*_LISTS_OF_PAGES, *LISTS)]
    return frozenset((*(claim.address for claim in taken.values()), *was, *anchors, *folders))


def _clashes(folder: Folder, claims: list[Claim], taken: dict[str, Claim]) -> Iterator[Problem]:
    """Yield each pair of owners that claim one address, once; note who has what."""
    told: set[tuple[RecordId | str, RecordId | str]] = set()
    for claim in claims:
        first = taken.setdefault(claim.folded, claim)
        if first.owner == claim.owner or (first.owner, claim.owner) in told:
            continue
        told.add((first.owner, claim.owner))
        newer, older = claim, first
        if newer.owner in folder.published.records and older.owner not in folder.published.records:
            newer, older = older, newer
        if not _is_told(newer, older):
            message = f"{newer.said} would be at /{newer.address}, and so would {older.said}"
            fix = "give the newer of the two another id, slug or name"
            yield Problem(newer.place, "R01", message, fix)


def _is_told(newer: Claim, older: Claim) -> bool:
    """Whether another check tells it: theories with one slug, keys that differ in capitals."""
    if not (isinstance(newer.owner, RecordId) and isinstance(older.owner, RecordId)):
        return False
    if newer.owner.kind == older.owner.kind == "study":
        return newer.owner.id.lower() == older.owner.id.lower()
    return newer.address == older.address and newer.owner.kind == older.owner.kind == "theory"


def _made(folder: Folder) -> Iterator[Claim]:
    """Yield what the site makes whatever the records are."""
    for address in ("", *LISTS, *_FILES):
        yield Claim(address, "", "a page or file that the site makes by itself", Place("data"))
    for theory in folder.records.theories:
        for list_ in (CHECK_PROGRAM, QUESTIONS, WORKBOOK):
            yield Claim(volume_address(list_, theory.id), "", "a list of theories", Place("data"))
    settings = folder.settings if folder.has_settings else None
    for part, name in _MAP_PARTS.items():
        for choice in getattr(settings, name, ()):
            for view in ("map/", "map/mechanisms/"):
                address = f"{view}{part}/{choice.id}/"
                yield Claim(address, "", "a page of the map", Place("data"))


def _of_records(folder: Folder) -> Iterator[Claim]:
    addresses = folder.addresses
    for name, address in addresses.items():
        if "#" not in address:
            yield _of_record(folder, name, address)
    for name, address in go_addresses(addresses).items():
        # A part of a record is its record's: where two records clash, their parts do, too.
        yield _of_record(folder, whole_of(name), address)
    for name in folder.records.by_id:
        for address in _files_of(name):
            yield _of_record(folder, name, address)


def _files_of(name: RecordId) -> Iterator[str]:
    """Yield the addresses of all files about a record."""
    yield f"{DATA_V1}{kind_named(name.kind).many}/{name.id}.json"
    if name.kind in _CITED:
        yield from (citation_address(name, form) for form in _FORMS)
    if name.kind == "study":
        publication = RecordId("publication", name.id)
        yield from (citation_address(publication, form) for form in _FORMS)
    if name.kind == "theory":
        yield from (proposal_address(name.id, length) for length in PROPOSAL_LENGTHS)


def _of_record(folder: Folder, name: RecordId, address: str) -> Claim:
    place = folder.places.get(name, Place(folder.name))
    return Claim(address, name, f"the {name.kind} `{name.id}`", place)


def _by_hand(docs: Path) -> Iterator[Claim]:
    for item in hand_written(docs):
        yield Claim(item.address, item.place.file, f"`{item.place.file}`", item.place)


def _in_made_folders(claims: Iterator[Claim]) -> Iterator[Problem]:
    for claim in claims:
        made = _made_folder(claim)
        if made:
            message = f"/{made} is a folder that the site makes by itself"
            yield Problem(claim.place, "R01", message, "put it into another folder")


def _made_folder(claim: Claim) -> str:
    return next((made for made in _FOLDERS if claim.folded.startswith(made)), "")


def _frame_ids(folder: Folder) -> Iterator[Problem]:
    """Yield records whose anchor would be that of a part of the page's frame."""
    for raw in folder.raw_ids:
        if raw.names.kind in _ANCHORED and raw.names.id.lower() in _OF_THE_FRAME:
            message = f"the id `{raw.names.id}` is that of a part of every page"
            yield Problem(raw.place, "R01", message, "give the record another id")


def _taken_over(folder: Folder) -> Iterator[Problem]:
    """Yield new records that would take the permanent address of a published one."""
    addresses = folder.addresses
    known = folder.published.records
    by_id: dict[str, list[RecordId]] = {}
    for name in addresses:
        if name.kind != "reference":
            by_id.setdefault(name.id, []).append(name)
    for id_, (first, *others) in by_id.items():
        old = next((name for name in others if name in known), None)
        if first not in known and old:
            message = f"/go/{id_}/ was published as the address of `{old}`"
            place = folder.places.get(first, Place(folder.name))
            yield Problem(place, "P02", message, "take another id: addresses are never reused")


def _faulty_moves(folder: Folder, taken: Mapping[str, Claim]) -> Iterator[Problem]:
    site = folder.files.get("site")
    moves: tuple[Move, ...] = getattr(site.record, "moved", ()) if site else ()
    old = {was.lower() for was in _old_addresses(folder)}
    gone: dict[str, Move] = {}
    for index, move in enumerate(moves):
        message = _was_fault(move, taken, gone, old)
        if message and site:
            fix = "`was` is an address that a page of this site had, and nothing has now"
            yield Problem(site.place(("moved", index, "was")), "L02", message, fix)
        else:
            gone.setdefault(move.was.lower(), move)
    for index, move in enumerate(moves if not folder.problems else ()):
        message = _now_fault(move, taken, gone)
        if message and site:
            fix = "write the address that the page has now, such as `about/`"
            yield Problem(site.place(("moved", index, "now")), "L02", message, fix)


def _was_fault(
    move: Move, taken: Mapping[str, Claim], gone: Mapping[str, Move], old: set[str]
) -> str:
    """Return why something cannot have moved from there, or nothing."""
    claim = Claim(move.was, "", "", Place(""))
    made = _made_folder(claim)
    if claim.folded in taken:
        return f"/{move.was} is not free: {taken[claim.folded].said} is there"
    if made:
        return f"/{move.was} is not free: /{made} is a folder that the site makes by itself"
    if move.was.lower() in gone:
        return f"/{move.was} stands twice among what moved"
    if move.was.lower() in old:
        return f"a record was at /{move.was}, which leads to it by itself"
    return ""


def _now_fault(move: Move, taken: Mapping[str, Claim], gone: Mapping[str, Move]) -> str:
    """Return why nothing can have moved to there, or nothing."""
    page = move.now.partition("#")[0]
    there = taken.get(Claim(page, "", "", Place("")).folded)
    if page.lower() in gone:
        return f"/{page} has moved itself, to /{gone[page.lower()].now}"
    if there is None or there.address != page:
        return f"there is no page /{page}"
    return ""


def _lost_pages(folder: Folder, docs: Path, there: Collection[str]) -> Iterator[Problem]:
    """Yield each page written by hand that was published, and is gone or has another name.

    What is in a folder of a list may have been made by the site. A build looks at that.
    """
    settings = folder.settings if folder.has_settings else None
    moved = {move.was for move in getattr(settings, "moved", ())}
    published = dict.fromkeys(a.partition("#")[0] for a in folder.published.addresses)
    made = tuple(filter(None, (*LISTS, *_LISTS_OF_PAGES)))
    new = {_last(c.address): c for c in _by_hand(docs) if c.address not in published}
    for address in published:
        is_page = address.endswith("/") and not address.startswith(made)
        if settings and is_page and address not in moved and not is_there(address, there):
            yield _lost_page(address, docs, new)


def _last(address: str) -> str:
    """Return the last part of an address: a page that has a new name mostly keeps its folder."""
    return address.rstrip("/").rpartition("/")[2]


def _lost_page(address: str, docs: Path, new: Mapping[str, Claim]) -> Problem:
    message = f"`/{address}` was published and is gone"
    near = nearest(_last(address), new)
    if near:
        move = f"{{was: {address}, now: {new[near].address}}}"
        fix = (
            f"if it is this one, add to `moved:` of data/site.yaml: `- {move}`; if not, put it back"
        )
        return Problem(new[near].place, "P03", f"{message}; this page looks like it", fix)
    fix = "put the page back; if it moved, say so in `moved:` of data/site.yaml"
    return Problem(Place(f"{docs.name}/{address.rstrip('/')}.md"), "P03", message, fix)


def _old_addresses(folder: Folder) -> Iterator[str]:
    """Yield every page that a record had and left; each leads to where the record is now."""
    now = folder.addresses
    for name, addresses in folder.published.records.items():
        yield from (was for was in addresses if "#" not in was and now.get(name, was) != was)
