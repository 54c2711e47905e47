"""The types of entries, and what each is called in every form of a citation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto


class Form(Enum):
    """How a reference to a work is built."""

    ARTICLE = auto()  # in a journal
    BOOK = auto()  # on its own
    CHAPTER = auto()  # in a book
    REPORT = auto()
    THESIS = auto()
    OTHER = auto()


@dataclass(frozen=True)
class EntryType:
    """A type of entry.

    `csl`, `ris` and `schema` are its names in CSL-JSON, RIS and schema.org; `openurl` and `genre`
    are those of COinS. `label` is what APA style puts in brackets after the title, and `number`
    what it calls a number of the work.
    """

    form: Form
    csl: str
    ris: str
    openurl: str = "dc"
    genre: str = ""
    schema: str = "CreativeWork"
    label: str = ""
    number: str = ""


_ARTICLE = EntryType(
    Form.ARTICLE, "article-journal", "JOUR", "journal", "article", "ScholarlyArticle"
)
_BOOK = EntryType(Form.BOOK, "book", "BOOK", "book", "book", "Book")
_CHAPTER = EntryType(Form.CHAPTER, "chapter", "CHAP", "book", "bookitem", "Chapter")
_PROCEEDINGS = EntryType(Form.BOOK, "book", "CONF", "book", "conference", "Book")
_PAPER = EntryType(
    Form.CHAPTER, "paper-conference", "CPAPER", "book", "proceeding", "ScholarlyArticle"
)
_THESIS = EntryType(Form.THESIS, "thesis", "THES", "dissertation", "", "Thesis", "Thesis")
_REPORT = EntryType(
    Form.REPORT, "report", "RPRT", "book", "report", "Report", "", "Report No."
)  # fmt: skip
_PERIODICAL = EntryType(Form.BOOK, "periodical", "JFULL", "journal", "issue", "Periodical")
_DATASET = EntryType(Form.OTHER, "dataset", "DATA", schema="Dataset", label="Data set")
_SOFTWARE = EntryType(
    Form.OTHER, "software", "COMP", schema="SoftwareApplication", label="Computer software"
)
_FILM = EntryType(Form.OTHER, "motion_picture", "MPCT", schema="Movie", label="Film")
_SPEECH = EntryType(Form.OTHER, "speech", "GEN", label="Speech")
_CASE = EntryType(Form.OTHER, "legal_case", "CASE", schema="Legislation", number="No.")
PAGE = EntryType(Form.OTHER, "webpage", "ELEC")
_ELSE = EntryType(Form.OTHER, "document", "GEN")

# All types of BibTeX and BibLaTeX, with the names that their fields' programs use for them.
_TYPES: Mapping[str, EntryType] = {
    **dict.fromkeys(("article", "suppperiodical", "review"), _ARTICLE),
    **dict.fromkeys(("book", "mvbook", "collection", "mvcollection", "manual"), _BOOK),
    **dict.fromkeys(("reference", "mvreference", "commentary"), _BOOK),
    "booklet": EntryType(Form.BOOK, "pamphlet", "PAMP", "book", "document", "Book"),
    **dict.fromkeys(("inbook", "bookinbook", "suppbook", "incollection"), _CHAPTER),
    "suppcollection": _CHAPTER,
    "inreference": EntryType(
        Form.CHAPTER, "entry-encyclopedia", "ENCYC", "book", "bookitem", "Chapter"
    ),
    **dict.fromkeys(("proceedings", "mvproceedings"), _PROCEEDINGS),
    **dict.fromkeys(("inproceedings", "conference"), _PAPER),
    **dict.fromkeys(("thesis", "phdthesis", "mastersthesis"), _THESIS),
    **dict.fromkeys(("report", "techreport"), _REPORT),
    "periodical": _PERIODICAL,
    **dict.fromkeys(("online", "electronic", "www", "webpage"), PAGE),
    **dict.fromkeys(("dataset", "data"), _DATASET),
    **dict.fromkeys(("software", "code"), _SOFTWARE),
    "patent": EntryType(Form.OTHER, "patent", "PAT", "patent", number="Patent No."),
    "standard": EntryType(Form.REPORT, "standard", "STAND", schema="Report", number="Standard No."),
    "unpublished": EntryType(
        Form.OTHER, "manuscript", "UNPB", "book", "preprint", label="Unpublished manuscript"
    ),
    **dict.fromkeys(("movie", "video"), _FILM),
    **dict.fromkeys(("artwork", "image"), EntryType(Form.OTHER, "graphic", "ART", label="Image")),
    **dict.fromkeys(("audio", "music"), EntryType(Form.OTHER, "song", "SOUND", label="Audio")),
    "letter": EntryType(Form.OTHER, "personal_communication", "PCOMM", label="Letter"),
    "performance": EntryType(Form.OTHER, "performance", "GEN", label="Performance"),
    **dict.fromkeys(("speech", "presentation", "unpublishedtalk"), _SPEECH),
    "jurisdiction": _CASE,
    **dict.fromkeys(
        ("legislation", "legal"), EntryType(Form.OTHER, "legislation", "STAT", schema="Legislation")
    ),
    "misc": _ELSE,
}
KNOWN = frozenset(_TYPES)
# Entries that BibLaTeX has for other ends: they are no publications.
NO_PUBLICATIONS = frozenset({"xdata", "set", "bibnote"})


def entry_type(name: str, has_address: bool) -> EntryType:
    """Return what a type is called elsewhere; of anything else, a page if it has an address."""
    found = _TYPES.get(name, _ELSE)
    return PAGE if found is _ELSE and has_address else found


# What a type of CSL-JSON, or of the registries that write it, is called here.
_FROM_CSL: Mapping[str, str] = {
    **{found.csl: name for name, found in reversed(list(_TYPES.items()))},
    **dict.fromkeys(("journal-article", "article-magazine", "article-newspaper"), "article"),
    **dict.fromkeys(("chapter", "book-chapter", "book-section", "book-part"), "incollection"),
    **dict.fromkeys(("monograph", "edited-book", "reference-book"), "book"),
    **dict.fromkeys(("dissertation", "thesis"), "thesis"),
    "proceedings-article": "inproceedings",
    "post-weblog": "online",
}
_FROM_RIS: Mapping[str, str] = {
    **{found.ris: name for name, found in reversed(list(_TYPES.items()))},
    **dict.fromkeys(("EJOUR", "MGZN", "NEWS", "ABST", "INPR"), "article"),
    **dict.fromkeys(("CHAP", "ECHAP"), "incollection"),
    **dict.fromkeys(("EBOOK", "EDBOOK"), "book"),
    **dict.fromkeys(("ELEC", "WEB", "BLOG"), "online"),
    "CONF": "inproceedings",
    "THES": "thesis",
    "GEN": "misc",
}


def type_in_csl(name: str) -> str:
    """Return the type of entry for a type of CSL-JSON; `misc` for what has none."""
    return _FROM_CSL.get(name, "misc")


def type_in_ris(name: str) -> str:
    """Return the type of entry for a type of RIS; `misc` for what has none."""
    return _FROM_RIS.get(name, "misc")
