"""Where every record lives on the site: one place knows all addresses."""

from __future__ import annotations

from collections.abc import Iterable

from theorybook.model.quotation import Quotation
from theorybook.model.study import Study
from theorybook.model.term import Kind, Term
from theorybook.model.theory import Theory
from theorybook.records import Records

GLOSSARY = "glossary/"
MAP = "map/"
TENSIONS = f"{MAP}tensions/"
GAPS = f"{MAP}gaps/"
DATA = "data/"
NEWS = "news/"
CHECK = "check/"
ATOM = "feed.xml"
JSON_FEED = "feed.json"


def theory_address(theory: Theory) -> str:
    """Address of a theory's page, from the site's root, without a slash at its start."""
    return f"theories/{theory.slug}/"


def term_address(term: Term) -> str:
    """Address of a term's page."""
    return f"{term.kind.plural}/{term.id}/"


def study_address(key: str) -> str:
    """Address of a study's page."""
    return f"studies/{key}/"


def quote_address(quote: Quotation) -> str:
    """Address of a quotation: the quotations page at its anchor."""
    return f"quotes/#{quote.id}"


def talk_address(theory: Theory, number: int) -> str:
    """Address of a question to talk about: the training page at its anchor, counted from 1."""
    return f"train/#{theory.id}-talk-{number}"


def csv_address(kind: Kind) -> str:
    """Address of a view of the evidence map as CSV."""
    return f"data/v1/map-{kind.plural}.csv"


def citation_address(name: str, form: str) -> str:
    """Address of a citation as a file.

    Args:
        name: what is cited, by `kind/id`: a record, or the publication that a study record is of.
        form: how the file's name ends: `bib`, `ris` or `json`.
    """
    kind, _, id_ = name.partition("/")
    return f"cite/{id_}{'-publication' if kind == 'publication' else ''}.{form}"


def poster_address(kind: Kind) -> str:
    """Address of a view of the evidence map as a poster."""
    return f"{MAP}{kind.plural}.svg"


def record_addresses(records: Records) -> dict[str, str]:
    """Return the address of every record, by `kind/id`, such as `theory/T001`."""
    addresses: dict[str, str] = {}
    for theory in records.theories:
        addresses |= theory_addresses(theory)
    for study in records.studies:
        addresses |= study_addresses(study)
    addresses |= {f"term/{term.id}": term_address(term) for term in records.terms}
    addresses |= {f"quote/{quote.id}": quote_address(quote) for quote in records.quotes}
    for kind, page, entries in (
        ("glossary", GLOSSARY, records.glossary),
        ("tension", TENSIONS, records.tensions),
        ("gap", GAPS, records.gaps),
    ):
        addresses |= {f"{kind}/{entry.id}": f"{page}#{entry.id}" for entry in entries}
    return addresses


def theory_addresses(theory: Theory) -> dict[str, str]:
    """Return the addresses of a theory and of its evidence, by `kind/id`."""
    page = theory_address(theory)
    evidence = {f"evidence/{item.id}": f"{page}#{item.id}" for item in theory.evidence}
    return {f"theory/{theory.id}": page} | evidence


def study_addresses(study: Study) -> dict[str, str]:
    """Return the addresses of a study, its reference and its findings, by `kind/id`."""
    page = study_address(study.key)
    findings = {f"finding/{found.id}": f"{page}#{found.id}" for found in study.findings}
    reference = {f"reference/{study.key}": f"references/#{study.key}"}
    return {f"study/{study.key}": page} | reference | findings


def go_addresses(names: Iterable[str]) -> dict[str, str]:
    """Return the permanent address of all that has an id, by `kind/id`: `go/` and the id.

    Where two share an id, the first has it alone; the other's kind stands before it. A reference
    has the id of its study, and leads nowhere of its own.
    """
    taken: set[str] = set()
    addresses: dict[str, str] = {}
    for name in names:
        kind, _, id_ = name.partition("/")
        if kind != "reference":
            id_ = f"{kind}-{id_}" if id_ in taken else id_
            taken.add(id_)
            addresses[name] = f"go/{id_}/"
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
