"""The pages that list records, or that do something: their words stand in site.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from theorybook import addresses, long_lists
from theorybook.alphabet import by_letter
from theorybook.authoring.examples import examples
from theorybook.bibliography.sort_key import folded
from theorybook.changes.news import days
from theorybook.code_examples import read_code_examples
from theorybook.codes import CODES
from theorybook.data.datafiles import DATA_FILES
from theorybook.data.schemas import fields_of
from theorybook.exports.data_page import about_data
from theorybook.guide_topics import side_by_side
from theorybook.kinds import KINDS, RecordKind, kind_of
from theorybook.list_filters import quote_filters
from theorybook.model.glossary import Entry
from theorybook.model.term import TermKind
from theorybook.page import Page
from theorybook.pages.health_page import health_context
from theorybook.pages.news_pages import long_news
from theorybook.pages.parted_lists import further_parts, own_part
from theorybook.pages.planned import planned
from theorybook.pages.theory_volumes import further_volumes, volume_lists
from theorybook.pages.training_pages import own_pack_context, since_context, training_context
from theorybook.pages.version_pages import further_versions, versions_listed
from theorybook.pictures.charts import charts
from theorybook.site import Site

Context = Mapping[str, Any]


def list_pages(site: Site) -> Iterator[Page]:
    """Yield every page of its own words but home and the evidence map."""
    lists = {address: (template, context) for address, template, context in _lists(site)}
    for kind in KINDS:
        if not kind.has_pages:
            address = kind.address.partition("#")[0]
            lists.setdefault(address, (f"{kind.many}.html", _records(site, kind)))
    for address, (template, context) in lists.items():
        yield _page(site, address, template, context)
    yield from further_parts(site)
    yield from further_volumes(site)
    yield from further_versions(site)
    yield from long_news(site)


def _page(site: Site, address: str, template: str, context: Context) -> Page:
    words = site.words_of(address)
    return Page(
        address,
        words.title,
        template,
        words.lead,
        context,
        other_names=words.other_names,
    )


def _lists(site: Site) -> Iterator[tuple[str, str, Context]]:
    """Yield address, template and context of each page that needs more than its records."""
    for kind in TermKind:
        yield f"{kind.plural}/", "terms.html", {"kind": kind}
    yield addresses.SITUATIONS, "situations.html", {}
    yield addresses.PLAN, "plan.html", planned(site)
    yield from volume_lists(site)
    yield addresses.TRAIN, "train.html", training_context(site)
    yield addresses.BUILD, "own_pack.html", own_pack_context(site)
    yield addresses.SINCE, "since.html", since_context(site)
    yield own_part(site, addresses.HANDOUTS)
    yield own_part(site, addresses.LMS)
    yield addresses.REFERENCES, "references.html", _publications(site)
    yield addresses.SEARCH, "search.html", {}
    yield own_part(site, addresses.THEORIES)
    yield addresses.COMPARE, "compare.html", {}
    yield own_part(site, addresses.STUDIES)
    yield addresses.CHARTS, "studies_at_a_glance.html", {"charts": charts(site)}
    yield addresses.QUOTES, "quotes.html", {"filters": quote_filters(site)}
    yield own_part(site, addresses.GAPS)
    yield addresses.GLOSSARY, "glossary.html", _glossary(site)
    yield addresses.SIDE_BY_SIDE, "side_by_side.html", {"topics": side_by_side(site)}
    yield addresses.NEWS, "news.html", {"days": days(site)}
    yield addresses.CHECK, "check.html", versions_listed(site)[addresses.CHECK]
    yield addresses.DATA, "data.html", about_data(site)
    files = [(file, fields_of(file.model)) for file in DATA_FILES]
    yield addresses.SCHEMA, "schema.html", {"files": files, "examples": examples(site)}
    yield addresses.ERRORS, "errors.html", {"codes": CODES, "examples": read_code_examples()}
    yield addresses.HEALTH, "health.html", health_context(site)


def _publications(site: Site) -> Context:
    """Return the keys of all publications by the letter that their first name starts with."""
    keys = sorted(site.references, key=lambda key: site.references[key].sort_key)
    return {
        "letters": by_letter(keys, lambda key: site.references[key].short),
        "is_long": len(keys) > long_lists.REFERENCES_TOLD,
    }


def _glossary(site: Site) -> Context:
    """Return the words of the glossary from A to Z."""
    entries = sorted(site.of(Entry), key=lambda entry: folded(entry.name))
    letters = by_letter(entries, lambda entry: entry.name)
    return {**_records(site, kind_of(Entry)), "letters": letters}


def _records(site: Site, kind: RecordKind) -> Context:
    """Return the records of a kind: those in force, then the retired ones."""
    retired = tuple(r for r in site.everything.of(kind.model) if r.retired)
    return {"records": site.of(kind.model), "retired": retired}
