"""Where every record lives on the site: one place knows all addresses."""

from __future__ import annotations

from collections.abc import Iterable

from theorybook.model.glossary import Entry
from theorybook.model.quotation import Quotation
from theorybook.model.study import Study
from theorybook.model.term import Term
from theorybook.model.theory import Theory


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


def record_addresses(
    theories: Iterable[Theory],
    terms: Iterable[Term],
    studies: Iterable[Study],
    quotes: Iterable[Quotation],
    glossary: Iterable[Entry],
) -> dict[str, str]:
    """Return the address of every record, by `kind/id`, such as `theory/T001`."""
    addresses: dict[str, str] = {}
    for theory in theories:
        addresses[f"theory/{theory.id}"] = theory_address(theory)
        for item in theory.evidence:
            addresses[f"evidence/{item.id}"] = f"{theory_address(theory)}#{item.id}"
    for term in terms:
        addresses[f"term/{term.id}"] = term_address(term)
    for study in studies:
        addresses[f"study/{study.key}"] = study_address(study.key)
        addresses[f"reference/{study.key}"] = f"references/#{study.key}"
        for finding in study.findings:
            addresses[f"finding/{finding.id}"] = f"{study_address(study.key)}#{finding.id}"
    for quote in quotes:
        addresses[f"quote/{quote.id}"] = quote_address(quote)
    for entry in glossary:
        addresses[f"glossary/{entry.id}"] = f"glossary/#{entry.id}"
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
