"""Records as the data files give them: with address, limits, licence and credit lines."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from theorybook.addresses import DATA_V1
from theorybook.edition import Edition
from theorybook.kinds import RecordKind, id_of, kind_named
from theorybook.model.quotation import Quotation
from theorybook.model.study import Study
from theorybook.model.theory import Theory
from theorybook.model.versioned import VersionedRecord
from theorybook.record_id import RecordId
from theorybook.site import Site
from theorybook.strength import strength

# What stands first in a record, in this order; a retired one says so before.
_FIRST = ("id", "version", "dated", "url", "permalink", "limits", "record_licence")
Json = dict[str, Any]


def json_address(id: RecordId) -> str:
    """Address of one record as a data file."""
    return f"{DATA_V1}{kind_named(id.kind).many}/{id.id}.json"


def json_record(edition: Edition, id: RecordId) -> Json:
    """Return a record as its data file has it."""
    site = edition.site
    record = site.record(id)
    data: Json = record.model_dump(mode="json", exclude={"other_names"}) | {"id": id.id}
    data |= _more(site, record) | whereabouts(edition, id)
    data |= {
        "limits": edition.limits.of(id),
        "record_licence": site.settings.content_licence,
        "credit_lines": [study.credit for study in site.studies_of(record) if study.credit],
    }
    first = (("retired",) if record.retired else ()) + _FIRST
    return {key: data[key] for key in (*first, *data)}


def json_retired(edition: Edition, kind: RecordKind) -> list[Json]:
    """Return what is retired of a kind of record: why, and where it is kept."""
    return [
        {
            "id": id_.id,
            "kind": id_.kind,
            "retired": record.retired.model_dump(mode="json"),
            **whereabouts(edition, id_),
            "data": edition.url + json_address(id_),
        }
        for record in edition.site.everything.of(kind.model)
        if record.retired and (id_ := id_of(record))
    ]


def whereabouts(edition: Edition, id: RecordId) -> Json:
    """Return the address of a record, and the one that lasts."""
    return {"url": edition.url_of(id), "permalink": edition.permalink_of(id)}


def _more(site: Site, record: VersionedRecord) -> Json:
    """Return what a data file adds to the fields of a record."""
    match record:
        case Theory():
            gone = site.taken_back(record)
            sure = strength(site, record)
            return {
                "taken_back": [item.model_dump(mode="json") for item in gone],
                "strength": {"rung": sure.rung, **asdict(sure)},
            }
        case Study():
            return _of_study(site, record)
        case Quotation(source=key):
            return {"source_licence": site.study(key).licence}
        case _:
            return {}


def _of_study(site: Site, study: Study) -> Json:
    reference, gone = site.references[study.key], site.withdrawn(study)
    same = ("title", "year", "volume", "pages", "doi", "pmid", "pmcid")
    return {
        **{name: getattr(reference, name) for name in same},
        "authors": reference.author_names,
        "journal": reference.container,
        "withdrawn": [item.model_dump(mode="json") for item in gone],
    }
