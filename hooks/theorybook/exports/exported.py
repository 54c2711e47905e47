"""Records as the data files give them: with address, limits, licence and credit lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from theorybook.exports.record_forms import Noun
from theorybook.model.evidence import Evidence
from theorybook.model.study import Study
from theorybook.render import Renderer
from theorybook.site import Site

# What stands first in a record, in this order; a retired one says so before.
_FIRST = ("id", "version", "dated", "url", "permalink", "limits", "record_licence")
Json = dict[str, Any]


def exported(renderer: Renderer, name: str) -> Json:
    """Return a record as its data file has it.

    Args:
        renderer: renders the limits.
        name: the record, by `kind/id`.
    """
    site = renderer.site
    kind, _, id_ = name.partition("/")
    record = held(site, name)
    data: Json = record.model_dump(mode="json", exclude={"other_names"}) | {"id": id_}
    data |= _MORE[kind](site, id_) if kind in _MORE else {}
    data |= addresses(renderer, name) | {
        "limits": limits(renderer, name),
        "record_licence": site.settings.content_licence,
        "credit_lines": [study.credit for study in studies_of(site, name) if study.credit],
    }
    first = (("retired",) if record.retired else ()) + _FIRST
    return {key: data[key] for key in (*first, *data)}


def retired(renderer: Renderer, noun: Noun) -> list[Json]:
    """Return what is retired of a kind of record: why, and where it is kept."""
    gone = renderer.site.retirements
    return [
        {
            "id": name.partition("/")[2],
            "kind": noun.one,
            "retired": gone[name].model_dump(mode="json"),
            **addresses(renderer, name),
            "data": renderer.site_url + noun.address(name.partition("/")[2]),
        }
        for name in noun.names(renderer.site)
        if name in gone
    ]


def addresses(renderer: Renderer, name: str) -> Json:
    """Return the address of a record, and the one that lasts."""
    site, root = renderer.site, renderer.site_url
    return {"url": root + site.addresses[name], "permalink": root + site.go[name]}


def limits(renderer: Renderer, name: str) -> str:
    """Return the limits of a record, of evidence or of a finding, as plain text."""
    site = renderer.site
    kind, _, id_ = name.partition("/")
    match kind:
        case "quote":
            about: Json = {"study": site.study(site.quote(id_).source)}
        case "finding":
            about = {"study": site.study(site.study_of(id_))}
        case "evidence":
            about = {"study": site.study(_evidence(site, id_).study)}
        case "glossary":
            about = {"entry": held(site, name)}
        case "tension":
            about = {"tension": held(site, name), "speaking": studies_of(site, name)}
        case _:
            about = {kind: held(site, name)}
    gone = (site.retirements[one] for one in _with_whole(site, name) if one in site.retirements)
    return renderer.limits(**about, retired=next(gone, None))


def _evidence(site: Site, id_: str) -> Evidence:
    theory = site.everything.theory(id_.partition("-")[0])
    return next(item for item in theory.evidence if item.id == id_)


def _with_whole(site: Site, name: str) -> tuple[str, ...]:
    """Return a record, and for a part of one also what it falls with."""
    kind, _, id_ = name.partition("/")
    match kind:
        case "finding":
            return name, f"study/{site.study_of(id_)}"
        case "evidence":
            item = _evidence(site, id_)
            rests = f"quote/{item.quote}" if item.quote else f"finding/{item.finding}"
            return name, f"theory/{id_.partition('-')[0]}", rests, f"study/{item.study}"
        case _:
            return (name,)


def held(site: Site, name: str) -> Any:
    """Return a record by `kind/id`: without what no longer counts, unless it is retired itself."""
    return site.kept.get(name) or site.everything.kept[name]


def studies_of(site: Site, name: str) -> tuple[Study, ...]:
    """Return the studies that a record rests on, in the order of studies.yaml."""
    kind, _, id_ = name.partition("/")
    record = held(site, name)
    keys: Mapping[str, Any] = {
        "theory": lambda: {item.study for item in record.evidence},
        "study": lambda: {id_},
        "quote": lambda: {record.source},
        "term": lambda: {study.key for study in site.studies_with_term(id_)},
        "glossary": lambda: set(record.cites),
        "tension": lambda: site.studies_in(record),
        "gap": set,
    }
    wanted = keys[kind]()
    return tuple(study for study in site.everything.studies if study.key in wanted)


def _theory_more(site: Site, id_: str) -> Json:
    gone = site.taken_back(site.theory(id_))
    return {"taken_back": [item.model_dump(mode="json") for item in gone]}


def _study_more(site: Site, key: str) -> Json:
    reference, gone = site.references[key], site.withdrawn(site.study(key))
    same = ("title", "year", "journal", "volume", "pages", "doi", "pmid", "pmcid")
    return {
        **{name: getattr(reference, name) for name in same},
        "authors": reference.author_names,
        "withdrawn": [item.model_dump(mode="json") for item in gone],
    }


def _quote_more(site: Site, id_: str) -> Json:
    return {"source_licence": site.study(site.quote(id_).source).licence}


_MORE = {"theory": _theory_more, "study": _study_more, "quote": _quote_more}
