"""Where every record lives on the site: one place knows all addresses."""

from __future__ import annotations

from collections.abc import Iterable

from theorybook import long_lists
from theorybook.kinds import KINDS
from theorybook.model.study import Study
from theorybook.model.term import TermKind
from theorybook.model.theory import Talk, Theory
from theorybook.record_id import RecordId
from theorybook.records import Records

THEORIES = "theories/"
COMPARE = f"{THEORIES}compare/"
STUDIES = "studies/"
QUOTES = "quotes/"
GLOSSARY = "glossary/"
REFERENCES = "references/"
PLAN = "design/plan/"
WORKBOOK = "design/workbook/"
CHECK_PROGRAM = "design/check/"
TRAIN = "train/"
QUESTIONS = f"{TRAIN}questions/"
HANDOUTS = f"{TRAIN}handouts/"
SLIDES = f"{TRAIN}slides/"
LMS = f"{TRAIN}lms/"
BUILD = f"{TRAIN}build/"
SINCE = f"{TRAIN}since/"
PACK_FEEDS = f"{TRAIN}feeds/"
EMBED = "embed/"
MAP = "map/"
MECHANISM_MAP = f"{MAP}mechanisms/"
GAPS = f"{MAP}gaps/"
CHARTS = f"{MAP}studies/"
SEARCH = "search/"
DATA = "data/"
DATA_V1 = f"{DATA}v1/"
NEWS = "news/"
CHECK = "check/"
PROPOSALS = "proposals/"
SITUATIONS = "situations/"
DOES_IT_WORK = "does-it-work/"
SAFETY = "safety/"
HELP = f"{SAFETY}help/"
GUIDES = f"{SAFETY}guides/"
SIDE_BY_SIDE = f"{GUIDES}side-by-side/"
MAINTAIN = "maintain/"
SCHEMA = f"{MAINTAIN}schema/"
ERRORS = f"{MAINTAIN}errors/"
HEALTH = f"{MAINTAIN}health/"
ATOM = "feed.xml"
JSON_FEED = "feed.json"

# The texts for a proposal that are files; a shorter one is on the page of the theory.
PROPOSAL_LENGTHS = ("medium", "long")
# The kinds of record of which each has a handout and slides.
HANDED_OUT = frozenset({"theory", "activity", "pack"})

# Pages that are neither of one record nor the list of a kind that lives on its list.
_OTHER_PAGES = (
    *(THEORIES, COMPARE, *(f"{kind.plural}/" for kind in TermKind), STUDIES, QUOTES),
    *(SITUATIONS, PLAN, WORKBOOK, CHECK_PROGRAM, TRAIN, BUILD, SINCE, QUESTIONS, HANDOUTS, LMS),
    REFERENCES,
    *(SEARCH, MAP, MECHANISM_MAP, CHARTS, SIDE_BY_SIDE, NEWS, CHECK, DATA, SCHEMA, ERRORS, HEALTH),
)
# Every generated page whose title and lead stand in site.yaml: all but home and those of records.
LISTS = tuple(
    dict.fromkeys(
        (*_OTHER_PAGES, *(kind.address.partition("#")[0] for kind in KINDS if not kind.has_pages))
    )
)


def compare_address(id: str) -> str:
    """Address of the page that sets a theory beside others linked to it."""
    return f"{COMPARE}{id}/"


def pair_address(one: str, other: str) -> str:
    """Address at which two linked theories stand side by side, whichever of them comes first."""
    first, second = sorted((one, other))
    return f"{compare_address(first)}#{second}"


def volume_address(list_: str, theory_id: str) -> str:
    """Address of the volume of a list in which a theory is: the list itself, or a page below it.

    It follows from the theory's number, so that no theory moves as others come or go.

    Args:
        list_: address of a list of what theories ask, such as `train/questions/`.
        theory_id: the id of one of those in it.
    """
    volume = (int(theory_id[1:]) - 1) // long_lists.VOLUME + 1
    return list_ if volume == 1 else f"{list_}{volume}/"


def news_address(anchor: str, kind: str) -> str:
    """Address of a list that is too long for the page of news.

    Args:
        anchor: of what happened on that page, such as `2032-01-04-added`.
        kind: of the records that it happened to.
    """
    return f"{NEWS}{anchor}-{kind.replace(' ', '-')}/"


def talk_address(theory: Theory, talk: Talk) -> str:
    """Address of a question to talk about on the page that lists them."""
    return f"{volume_address(QUESTIONS, theory.id)}#{talk.id}"


def csv_address(kind: TermKind) -> str:
    """Address of a view of the evidence map as CSV."""
    return f"{DATA_V1}map-{kind.plural}.csv"


def citation_address(cited: RecordId, form: str) -> str:
    """Address of a citation as a file.

    Args:
        cited: a record, or the publication that a study record is of.
        form: how the file's name ends: `bib`, `ris` or `json`.
    """
    return f"cite/{cited.id}{'-publication' if cited.kind == 'publication' else ''}.{form}"


def proposal_address(id: str, length: str) -> str:
    """Address of a text about a theory for somebody's proposal, of one of `PROPOSAL_LENGTHS`."""
    return f"{PROPOSALS}{id}-{length}.txt"


def handout_address(id: str, form: str) -> str:
    """Address of a handout as a file.

    Args:
        id: of the record that it is of.
        form: what follows the id, such as `-a4.pdf` or `.docx`.
    """
    return f"{HANDOUTS}{id}{form}"


def pack_feed_address(id: str, form: str) -> str:
    """Address of the feed of what a pack uses: by its id, and a form, `xml` or `json`."""
    return f"{PACK_FEEDS}{id}.{form}"


def slides_address(id: str) -> str:
    """Address of the slides of a record: by its id, which stays when its slug changes."""
    return f"{SLIDES}{id}/"


def course_file_address(id: str, form: str) -> str:
    """Address of a file for course platforms, of one of the forms in `courses/course_files.py`."""
    return f"{LMS}{id}{form}"


def embed_address(id: str) -> str:
    """Address of a card to show within a page of somebody else."""
    return f"{EMBED}{id}/"


def poster_address(kind: TermKind) -> str:
    """Address of a view of the evidence map as a poster."""
    return f"{MAP}{kind.plural}.svg"


def record_addresses(records: Records) -> dict[RecordId, str]:
    """Return the address of every record, of its parts that have ids, and of each reference."""
    addresses: dict[RecordId, str] = {}
    for kind in KINDS:
        for record in records.of(kind.model):
            address = kind.address_of(record)
            addresses[kind.id_of(record)] = address
            if isinstance(record, Study):
                reference = RecordId("reference", record.key)
                addresses[reference] = f"{REFERENCES}#{record.key}"
            addresses |= {part: f"{address}#{part.id}" for part, _ in kind.parts_of(record)}
    return addresses


def go_addresses(ids: Iterable[RecordId]) -> dict[RecordId, str]:
    """Return the permanent address of all that has an id: `go/` and the id.

    Where two share an id, the first has it alone; the other's kind stands before it. A reference
    has the id of its study, and leads nowhere of its own.
    """
    taken: set[str] = set()
    addresses: dict[RecordId, str] = {}
    for id_ in ids:
        if id_.kind != "reference":
            name = f"{id_.kind}-{id_.id}" if id_.id in taken else id_.id
            taken.add(name)
            addresses[id_] = f"go/{name}/"
    return addresses


def relative(target: str, page: str) -> str:
    """Return the link from one address to another.

    Args:
        target: address of a page, file or anchor, such as `theories/x/#words`.
        page: address of the page that links, such as `quotes/` (the home page is empty).

    Returns:
        A relative link that works wherever the site is put, such as `../theories/x/#words`.
    """
    path, hash_mark, fragment = target.partition("#")
    if path == page and hash_mark:
        return f"#{fragment}"
    here = page.split("/")[:-1]
    there = path.split("/")
    while here and len(there) > 1 and here[0] == there[0]:
        here, there = here[1:], there[1:]
    link = "../" * len(here) + "/".join(there)
    return (link or "./") + hash_mark + fragment
