"""Addresses: no two things get one, and what moved leads from a free one to a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from theorybook.addresses import citation_address, go_addresses, record_addresses
from theorybook.data.datafiles import DATA_FILES
from theorybook.data.folder import Folder
from theorybook.data.hand_written import hand_written
from theorybook.model.base import Record
from theorybook.model.settings import Move
from theorybook.model.term import Kind
from theorybook.problems import Place, Problem

# Pages and files that the site makes whatever the data are. A test holds them to the real ones.
_LISTS = (
    *("", "check/", "data/", "design/", "glossary/", "maintain/errors/", "maintain/schema/"),
    *("map/", "map/gaps/", "map/mechanisms/", "map/studies/", "map/tensions/", "news/"),
    *("quotes/", "references/", "search/", "studies/", "theories/", "train/"),
    *(f"{kind.plural}/" for kind in Kind),
)
_FILES = (
    *("404.html", "feed.json", "feed.xml", "llms.txt", "sitemap.xml", "sitemap.xml.gz"),
    *("map/mechanisms.svg", "map/strategies.svg"),
)
# Folders in which everything is made by the site itself.
_FOLDERS = ("assets/cards/", "cite/", "data/v1/", "go/", "pagefind/")
_CITED = ("theory", "study", "quote", "publication")
_FORMS = ("bib", "ris", "json")
_MAP_PARTS = {"about": "people", "group": "groups", "design": "designs"}
# Ids that the frame of every page gives to parts of its own.
_OF_THE_FRAME = frozenset({"main", "bar-search", "words-explained"})
_ANCHORED = ("study", "term", "glossary")


@dataclass(frozen=True)
class Claim:
    """A claim on an address: a page's ends with a slash.

    Attributes:
        owner: who makes it, such as `term/x`, or `docs/x.md`.
        said: the owner, as it is called.
    """

    address: str
    owner: str
    said: str
    place: Place

    @property
    def folded(self) -> str:
        """The file that would be written, in small letters: some disks do not tell them apart."""
        address = self.address
        return (f"{address}index.html" if address.endswith("/") or not address else address).lower()


def shared_addresses(folder: Folder, docs: Path) -> Iterator[Problem]:
    """Yield what would have the address of something else, and what cannot have moved.

    Args:
        folder: the data folder, read.
        docs: the folder of hand-written pages.
    """
    taken: dict[str, Claim] = {}
    yield from _clashes(folder, [*_made(folder), *_of_records(folder)], taken)
    yield from _clashes(folder, [*_by_hand(docs)], taken)
    yield from _in_made_folders(_by_hand(docs))
    yield from _frame_ids(folder)
    yield from _taken_over(folder)
    yield from _faulty_moves(folder, taken)


def _clashes(folder: Folder, claims: list[Claim], taken: dict[str, Claim]) -> Iterator[Problem]:
    """Yield each pair of owners that claim one address, once; note who has what."""
    told: set[tuple[str, str]] = set()
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
    """Whether these are two theories with one slug, which the check of ids tells."""
    both = (newer.owner.partition("/")[0], older.owner.partition("/")[0])
    return newer.address == older.address and both == ("theory", "theory")


def _made(folder: Folder) -> Iterator[Claim]:
    """Yield what the site makes whatever the records are."""
    for address in (*_LISTS, *_FILES):
        yield Claim(address, "", "a page or file that the site makes by itself", Place("data"))
    settings: Record | None = folder.files["site"].record if "site" in folder.files else None
    for part, name in _MAP_PARTS.items():
        for choice in getattr(settings, name, ()):
            for view in ("map/", "map/mechanisms/"):
                address = f"{view}{part}/{choice.id}/"
                yield Claim(address, "", "a page of the map", Place("data"))


def _of_records(folder: Folder) -> Iterator[Claim]:
    addresses = record_addresses(folder.records)
    for name, address in addresses.items():
        if "#" not in address:
            yield _of_record(folder, name, address)
    on_page = {address: name for name, address in addresses.items() if "#" not in address}
    for name, address in go_addresses(addresses).items():
        # A part of a record is its record's: where two records clash, their parts do, too.
        page = addresses[name].partition("#")[0]
        yield _of_record(folder, on_page.get(page, name), address)
    files = {file.kind: file.name for file in DATA_FILES if file.kind}
    for name in folder.records.kept:
        kind, _, id_ = name.partition("/")
        yield _of_record(folder, name, f"data/v1/{files[kind]}/{id_}.json")
        for cited in (name, f"publication/{id_}") if kind == "study" else (name,):
            if cited.partition("/")[0] in _CITED:
                for form in _FORMS:
                    yield _of_record(folder, name, citation_address(cited, form))


def _of_record(folder: Folder, name: str, address: str) -> Claim:
    kind, _, id_ = name.partition("/")
    place = folder.places.get(name, Place(folder.name))
    return Claim(address, name, f"the {kind} `{id_}`", place)


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
    for written in folder.written_ids:
        if written.kind in _ANCHORED and written.id.lower() in _OF_THE_FRAME:
            message = f"the id `{written.id}` is that of a part of every page"
            yield Problem(written.place, "R01", message, "give the record another id")


def _taken_over(folder: Folder) -> Iterator[Problem]:
    """Yield new records that would take the permanent address of a published one."""
    addresses = record_addresses(folder.records)
    known = folder.published.records
    by_id: dict[str, list[str]] = {}
    for name in addresses:
        if not name.startswith("reference/"):
            by_id.setdefault(name.partition("/")[2], []).append(name)
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


def _old_addresses(folder: Folder) -> Iterator[str]:
    """Yield every page that a record had and left; each leads to where the record is now."""
    now = record_addresses(folder.records)
    for name, addresses in folder.published.records.items():
        yield from (was for was in addresses if "#" not in was and now.get(name, was) != was)
