"""Which pages there are: address, title, template and what the template needs."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.addresses import (
    CHECK,
    DATA,
    GAPS,
    NEWS,
    TENSIONS,
    csv_address,
    poster_address,
    study_address,
    term_address,
    theory_address,
)
from theorybook.changes.news import days
from theorybook.currency import rows
from theorybook.data.datafiles import DATA_FILES
from theorybook.data.schemas import fields_of
from theorybook.data.sources import segments
from theorybook.evidence_map.cells import State
from theorybook.evidence_map.map_pages import FIELDS, VIEWS, map_data, maps, parts
from theorybook.exports.data_page import about_data
from theorybook.model.study import Study
from theorybook.model.term import Kind, Term
from theorybook.model.theory import Theory
from theorybook.page import Page
from theorybook.pictures.chain import across, down, steps
from theorybook.pictures.charts import charts
from theorybook.pictures.neighbours import neighbours, picture
from theorybook.problems import CODES
from theorybook.sieves import (
    by_person,
    newest_first,
    quote_filters,
    study_filters,
    study_values,
    theory_filters,
    theory_values,
)
from theorybook.site import Site
from theorybook.words.wording import find

# Words people search lists by. Those that people search records by stand in the data.
_NAMES_OF_LISTS = {
    "design/": ("checklist", "check list", "self-assessment", "audit"),
    "train/": ("workshop", "discussion questions", "exercises", "icebreakers"),
    NEWS: ("updates", "updated", "changelog", "corrections", "rss", "feed", "subscribe"),
    CHECK: ("latest version", "outdated", "out of date", "qr code", "print-out"),
    DATA: ("download", "csv", "json", "spreadsheet", "excel", "api", "open data", "dataset"),
    TENSIONS: ("disagreement", "debates", "contradictions"),
    GAPS: ("research gaps", "future research", "open questions"),
}


def pages(site: Site) -> Iterator[Page]:
    """Yield every generated page of a site."""
    home = site.settings.home
    yield Page("", home.title, "home.html", home.lead)
    yield from _lists(site)
    yield from _sieved_lists(site)
    for theory in site.everything.theories:
        yield _theory(site, site.theory(theory.id))
    for kind in Kind:
        yield _terms(kind)
    for term in site.everything.terms:
        yield _term(term)
    for study in site.everything.studies:
        yield _study(site, site.study(study.key))
    yield from _maps(site)
    yield from _versions(site)
    yield Page(DATA, "The site as data", "data.html",
               "All that is on the site, for spreadsheets and programs: every file, what it holds, "
               "and how to use it.",
               about_data(site), label="Data", other_names=_NAMES_OF_LISTS[DATA])  # fmt: skip
    yield from _for_maintainers()


def _lists(site: Site) -> Iterator[Page]:
    subject = site.settings.subject
    for address, title, template, description, label in (
        ("design/", "Check your program", "design.html",
         "What to check in a program, and the first fix for each answer that is no.",
         "Design a program"),
        ("train/", "Questions to talk about", "train.html",
         "Questions for a meeting or a training, with purpose, minutes and a care note.", "Train"),
        (TENSIONS, "Where the studies pull apart", "tensions.html",
         "What the publications do not agree on, or what cuts both ways. A five-minute read.",
         "Tensions"),
        (GAPS, "What nobody could tell us", "gaps.html",
         "What we looked for and did not find, where we looked, and what would fill the gap.",
         "Gaps"),
        ("glossary/", "Glossary", "glossary.html",
         f"Words of research and of {subject}, explained in plain words.", "Glossary"),
        ("references/", "References", "references.html",
         "Every publication this site cites.", "References"),
        ("search/", "Search", "search.html", "Search the site in your own words.", "Search"),
    ):  # fmt: skip
        names = _NAMES_OF_LISTS.get(address, ())
        yield Page(address, title, template, description, label=label, other_names=names)


def _sieved_lists(site: Site) -> Iterator[Page]:
    theories = [(theory, theory_values(site, theory)) for theory in by_person(site)]
    yield Page("theories/", "All theories", "theories.html",
               f"Every program theory about {site.settings.subject} on this site, "
               "one sentence each.",
               {"filters": theory_filters(site), "theories": theories},
               label="All theories")  # fmt: skip
    studies = [(study, study_values(site, study)) for study in newest_first(site)]
    yield Page("studies/", "Studies", "studies.html",
               "Every publication this site rests on, and how close we read it.",
               {"filters": study_filters(site), "studies": studies}, label="Studies")  # fmt: skip
    yield Page("map/studies/", "The studies at a glance", "studies_at_a_glance.html",
               "The studies in numbers: by year, by country, by whom they are about, by kind, "
               "and by how close we read them.",
               {"charts": charts(site)}, label="At a glance")  # fmt: skip
    yield Page("quotes/", "Quotations", "quotes.html",
               "The exact words this site rests on, each with its own address.",
               {"filters": quote_filters(site)}, label="Quotations")  # fmt: skip


def _theory(site: Site, theory: Theory) -> Page:
    boxes = steps(site, theory)
    linked = neighbours(site, theory)
    return Page(
        theory_address(theory),
        theory.headline.text,
        "theory.html",
        theory.headline.text,
        {
            "theory": theory,
            "taken_back": site.taken_back(theory),
            "chain_across": across(boxes),
            "chain_down": down(boxes),
            "linked": linked,
            "linked_shape": picture(theory, linked) if linked else None,
        },
        record=f"theory/{theory.id}",
        label=theory.short,
        group="Theories",
        other_names=theory.other_names,
        in_search=not theory.retired,
    )


def _terms(kind: Kind) -> Page:
    title = f"{kind.plain} ({kind.plural})"
    description = f"All {kind.plural} in the shared vocabulary, and the theories that use them."
    return Page(f"{kind.plural}/", title, "terms.html", description, {"kind": kind},
                label=kind.plain)  # fmt: skip


def _term(term: Term) -> Page:
    return Page(
        term_address(term),
        term.name,
        "term.html",
        term.definition or (term.unknown.what if term.unknown else term.name),
        {"term": term},
        record=f"term/{term.id}",
        group="Terms",
        other_names=(*filter(None, (term.research_name,)), *term.other_names),
        in_search=not term.retired,
    )


def _study(site: Site, study: Study) -> Page:
    reference = site.references[study.key]
    source = site.sources.get(study.key)
    spans = [
        (quote.id, span)
        for quote in site.everything.quotes_of(study.key)
        if source and quote.stands != "title" and (span := find(quote.exact, source.text))
    ]
    return Page(
        study_address(study.key),
        reference.title,
        "study.html",
        f"{reference.short}: what it did, what it reports, and what we could not read.",
        {
            "study": study,
            "reference": reference,
            "source": source,
            "segments": segments(source.text, spans) if source else (),
        },
        record=f"study/{study.key}",
        label=reference.short,
        group="Studies",
        other_names=study.other_names,
        in_search=not study.retired,
    )


def _maps(site: Site) -> Iterator[Page]:
    for address, part, drawn in maps(site):
        view = f"{drawn.kind.plain} by what changes"
        title = f"Evidence map: {view}" + (f" ({part.name})" if part else "")
        description = "What the studies we read say of each pair, and where nobody has looked."
        context = {
            "map": drawn,
            "part": part,
            "parts": parts(site),
            "fields": FIELDS,
            "views": VIEWS,
            "states": tuple(State),
            "data": {} if part else map_data(site, drawn),
            "csv": csv_address(drawn.kind),
            "poster": poster_address(drawn.kind),
        }
        label = "Evidence map" if drawn.kind is Kind.STRATEGY else "Map of the why"
        yield Page(address, title, "map.html", description, context, label=label,
                   in_search=part is None,
                   picture_of=VIEWS[drawn.kind] if part else None)  # fmt: skip


def _versions(site: Site) -> Iterator[Page]:
    yield Page(NEWS, "What changed", "news.html",
               "What was added, changed, corrected and retired here, day by day.",
               {"days": days(site)}, label="News",
               other_names=_NAMES_OF_LISTS[NEWS])  # fmt: skip
    yield Page(CHECK, "Is my copy current?", "check.html",
               "Every record with its versions. See if what you printed or saved still holds.",
               {"kinds": rows(site)}, other_names=_NAMES_OF_LISTS[CHECK])  # fmt: skip


def _for_maintainers() -> Iterator[Page]:
    files = [(file, fields_of(file.model)) for file in DATA_FILES]
    yield Page("maintain/schema/", "Every field of the data", "schema.html",
               "Each field of each data file, what it holds, and whether it is needed.",
               {"files": files}, label="Fields")  # fmt: skip
    yield Page("maintain/errors/", "Error codes", "errors.html",
               "What each error code means, and what to do.",
               {"codes": CODES}, label="Error codes")  # fmt: skip
