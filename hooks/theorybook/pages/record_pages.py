"""The pages of single records: a theory, a term, a study, or whatever kind has pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from theorybook.agenda import agenda
from theorybook.data.sources import segments
from theorybook.drill_cards import cards_of, choices_of
from theorybook.kinds import KINDS, id_of, kind_of
from theorybook.model.activity import Activity
from theorybook.model.drill import Drill
from theorybook.model.pack import Pack
from theorybook.model.situation import Situation
from theorybook.model.study import Study
from theorybook.model.term import Term
from theorybook.model.theory import Theory
from theorybook.model.versioned import VersionedRecord
from theorybook.page import Page
from theorybook.pictures.chain import marks, steps
from theorybook.pictures.neighbours import neighbours, picture
from theorybook.site import Site
from theorybook.words.quotation_match import find


def record_pages(site: Site) -> Iterator[Page]:
    """Yield the page of every record that has one, retired or not."""
    for kind in KINDS:
        if kind.has_pages:
            for record in site.all_of(kind.model):
                yield record_page(site, record)


def record_page(site: Site, record: VersionedRecord) -> Page:
    """Return the page of a record of a kind that has pages."""
    match record:
        case Theory():
            return _theory(site, record)
        case Term():
            return _term(record)
        case Study():
            return _study(site, record)
        case Situation():
            return _situation(site, record)
        case Activity():
            return replace(_common(record, record.title), description=record.aim)
        case Pack():
            page = _common(record, record.title, lines=agenda(site.everything, record))
            return replace(page, description=record.aim)
        case Drill():
            return _drill(site, record)
        case _:
            return _common(record, site.title(id_of(record)))


def _common(record: VersionedRecord, title: str, **context: Any) -> Page:
    """Return what the pages of all records have alike."""
    kind = kind_of(record)
    return Page(
        kind.address_of(record),
        title,
        f"{kind.name}.html",
        title,
        {kind.name: record, **context},
        record=id_of(record),
        group=kind.group,
        other_names=record.other_names,
        in_search=not record.retired,
    )


def _theory(site: Site, theory: Theory) -> Page:
    boxes = steps(site, theory)
    linked = neighbours(site, theory)
    page = _common(
        theory,
        theory.headline.text,
        taken_back=site.taken_back(theory),
        boxes=boxes,
        chain_marks=marks(boxes),
        linked=linked,
        linked_shape=picture(theory, linked) if linked else None,
    )
    lacks = (named.words for named in site.named(theory.parts) if named.is_lack)
    return replace(page, label=theory.short, other_names=(*lacks, *page.other_names))


def _term(term: Term) -> Page:
    return replace(
        _common(term, term.name),
        description=term.definition or (term.unknown.what if term.unknown else term.name),
        other_names=(*filter(None, (term.research_name, term.lack)), *term.other_names),
    )


def _study(site: Site, study: Study) -> Page:
    reference = site.references[study.key]
    source = site.sources.get(study.key)
    spans = [
        (quote.id, span)
        for quote in site.everything.quotes_of(study.key)
        if source and quote.stands != "title" and (span := find(quote.exact, source.text))
    ]
    page = _common(
        study,
        reference.title,
        reference=reference,
        source=source,
        segments=segments(source.text, spans) if source else (),
    )
    return replace(page, description=_tells(site, study, reference.short), label=reference.short)


def _situation(site: Site, situation: Situation) -> Page:
    page = _common(situation, situation.title)
    return replace(page, description=_tells(site, situation, situation.title))


def _drill(site: Site, drill: Drill) -> Page:
    theories = [site.theory(id_) for id_ in drill.theories]
    cards = cards_of(drill, theories)
    page = _common(drill, drill.title, cards=cards, choices=choices_of(drill, cards))
    return replace(page, description=_tells(site, drill, drill.title))


def _tells(site: Site, record: VersionedRecord, name: str) -> str:
    """Return what the page of a record is about: the words of its list, behind its name."""
    return f"{name}: {site.words_of(kind_of(record).list_of(record)).each}"
