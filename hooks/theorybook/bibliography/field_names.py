"""The names that BibTeX, BibLaTeX and programs that write them have for fields."""

from __future__ import annotations

from collections.abc import Mapping

from theorybook.bibliography.word_list import words

# Fields are named by the type of entry: the first that is filled counts.
IN = ("journal", "journaltitle", "booktitle", "howpublished")
BY = ("publisher", "institution", "school", "organization")
TEXTS: Mapping[str, tuple[str, ...]] = {
    "volume": ("volume",),
    "number": ("number", "issue"),
    "publisher": BY,
    "edition": ("edition",),
    "location": ("location", "address", "venue"),
    "series": ("series",),
    "event": ("eventtitle", "event"),
    "version": ("version",),
}
PAGES = ("pages", "eid", "article-number", "articleno", "art_number")
ACCESSED = ("urldate", "lastchecked", "accessed", "lastaccessed", "lastvisited")
# How many pages a book has, and not where something stands in it.
PAGES_IN_ALL = ("pagetotal", "numpages")
INHERITED = ("crossref", "xdata")
# Every field that we read, and fields of BibLaTeX and of programs that look like one of these.
READ = frozenset(
    (
        *IN,
        *BY,
        *PAGES,
        *PAGES_IN_ALL,
        *ACCESSED,
        *INHERITED,
        *(f for names in TEXTS.values() for f in names),
    )
) | frozenset(
    words(
        "author editor title subtitle maintitle mainsubtitle issuetitle issuesubtitle "
        "journalsubtitle booksubtitle date year month day pubstate doi pmid pubmedid pmcid pmc "
        "isbn url eprint eprinttype archiveprefix type"
    )
)
OTHERS = frozenset(
    words(
        "volumes bookpagination pagination issn eissn isrn origdate eventdate origtitle "
        "shorttitle shortjournal shortauthor shorteditor booktitleaddon titleaddon maintitleaddon "
        "journaltitleaddon issuetitleaddon titles editora editorb editorc editortype authortype "
        "keywords keyword note notes addendum abstract language langid part parts chapter issue"
    )
)
