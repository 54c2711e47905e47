"""The site as data: JSON files that hold the same records as the pages."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal

from pydantic import Field

from theorybook.bibliography import Reference
from theorybook.model.base import Record
from theorybook.model.quotation import Quotation
from theorybook.model.study import Study
from theorybook.model.term import Term
from theorybook.model.theory import Theory
from theorybook.render import Renderer

FOLDER = "data/v1/"
_URL = Field(description="Address of the record on the site.")
# What people search by is for the search index alone.
_OTHER_NAMES = Field((), exclude=True)
_LIMITS = Field(description="How far the record can be trusted, in words.")


class TheoryOut(Theory):
    """A theory, with its address and limits."""

    url: str = _URL
    limits: str = _LIMITS
    other_names: tuple[str, ...] = _OTHER_NAMES


class StudyOut(Study):
    """A study, with its bibliographic data, address and limits."""

    id: str = Field(description="The same as `key`.")
    title: str
    authors: tuple[str, ...] = Field(description="Given name and family name, in order.")
    year: str
    journal: str
    volume: str
    pages: str = Field(description="Pages, or the article number.")
    doi: str
    pmid: str
    pmcid: str
    url: str = _URL
    limits: str = _LIMITS
    other_names: tuple[str, ...] = _OTHER_NAMES


class QuoteOut(Quotation):
    """A quotation, its words in `exact`, with its address and limits."""

    url: str = _URL
    limits: str = _LIMITS


class TermOut(Term):
    """A term, with its address and limits."""

    url: str = _URL
    limits: str = _LIMITS
    other_names: tuple[str, ...] = _OTHER_NAMES


class Export(Record):
    """What every data file says of itself."""

    version: Literal[1] = 1
    licence: str = Field(description="Licence of the texts and data.")
    credit: tuple[str, ...] = Field(description="Credit lines that reuse has to carry along.")


class TheoriesExport(Export):
    """data/v1/theories.json"""

    theories: tuple[TheoryOut, ...]


class StudiesExport(Export):
    """data/v1/studies.json"""

    studies: tuple[StudyOut, ...]


class QuotesExport(Export):
    """data/v1/quotes.json"""

    quotes: tuple[QuoteOut, ...]


class TermsExport(Export):
    """data/v1/terms.json"""

    terms: tuple[TermOut, ...]


EXPORTS: Mapping[str, type[Export]] = {
    "theories": TheoriesExport,
    "studies": StudiesExport,
    "quotes": QuotesExport,
    "terms": TermsExport,
}


def exports(renderer: Renderer) -> Iterator[tuple[str, str]]:
    """Yield every data file: its address and its text."""
    site = renderer.site
    about = {
        "licence": site.settings.content_licence,
        "credit": tuple(study.credit for study in site.studies if study.credit),
    }
    records: Mapping[str, Callable[[], list[dict[str, Any]]]] = {
        "theories": lambda: [_out(renderer, t, f"theory/{t.id}", theory=t) for t in site.theories],
        "studies": lambda: [
            _out(renderer, s, f"study/{s.key}", study=s)
            | _bibliographic(s.key, site.references[s.key])
            for s in site.studies
        ],
        "quotes": lambda: [
            _out(renderer, q, f"quote/{q.id}", study=site.study(q.source)) for q in site.quotes
        ],
        "terms": lambda: [_out(renderer, t, f"term/{t.id}", term=t) for t in site.terms],
    }
    for name, model in EXPORTS.items():
        export = model.model_validate(about | {name: records[name]()})
        yield f"{FOLDER}{name}.json", _json(export.model_dump(mode="json"))
        schema = model.model_json_schema(mode="serialization")
        yield f"{FOLDER}{name}.schema.json", _json(schema)


def _out(renderer: Renderer, record: Record, name: str, **about: Record) -> dict[str, Any]:
    return record.model_dump(round_trip=True) | {
        "url": renderer.site_url + renderer.site.addresses[name],
        "limits": renderer.limits(**about),
    }


def _bibliographic(key: str, reference: Reference) -> dict[str, Any]:
    same = ("title", "year", "journal", "volume", "pages", "doi", "pmid", "pmcid")
    return {
        "id": key,
        "authors": tuple(f"{author.given} {author.family}" for author in reference.authors),
        **{name: getattr(reference, name) for name in same},
    }


def _json(data: Any) -> str:
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"
