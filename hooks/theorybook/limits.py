"""How far each record can be trusted, in words, as pages and every export carry it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from theorybook.cache import Cache
from theorybook.evidence_map.cells import Cell
from theorybook.kinds import whole_of
from theorybook.model.activity import Activity
from theorybook.model.drill import Drill
from theorybook.model.gap import FieldGap
from theorybook.model.glossary import Entry
from theorybook.model.helpline import Helpline
from theorybook.model.pack import Pack
from theorybook.model.standard import Standard
from theorybook.model.study import Study
from theorybook.model.tension import Tension
from theorybook.model.term import Term
from theorybook.model.theory import Theory
from theorybook.model.topic import Topic
from theorybook.model.versioned import Retirement, VersionedRecord
from theorybook.record_id import RecordId
from theorybook.site import Site
from theorybook.strength import strength
from theorybook.template_engine import environment, plain_text

# What the template calls the record, for kinds that have limits of their own words.
_SUBJECTS: Mapping[type[VersionedRecord], str] = {
    Theory: "theory",
    Study: "study",
    Term: "term",
    Entry: "entry",
    Tension: "tension",
    FieldGap: "gap",
    Helpline: "helpline",
    Standard: "standard",
    Topic: "topic",
    Activity: "training",
    Pack: "training",
    Drill: "training",
}


_NOTHING = dict.fromkeys((*_SUBJECTS.values(), "cell", "other"))


class Limits:
    """The limits of the records of a site, as plain text; each is worked out once.

    Args:
        site: what the site says.
        cache: finds the template as Python reads it.
    """

    def __init__(self, site: Site, cache: Cache) -> None:
        self._site = site
        self._known: dict[RecordId, str] = {}
        made = environment(cache)
        made.globals.update(site=site, strength_of=partial(strength, site))
        self._template = made.get_template("limits_of.html")

    def of(self, id: RecordId) -> str:
        """Return the limits of a record, of evidence or of a finding."""
        if id not in self._known:
            self._known[id] = self._render(self._retired(id), **self._subject(id))
        return self._known[id]

    def of_cell(self, cell: Cell) -> str:
        """Return the limits of a pair on the evidence map."""
        return self._render(None, cell=cell, speaking=cell.studies)

    def _render(self, retired: Retirement | None, **subject: Any) -> str:
        html = self._template.render({**_NOTHING, "retired": retired, **subject})
        return " ".join(plain_text(html).split())

    def _subject(self, id: RecordId) -> Mapping[str, Any]:
        """Return what the limits are of: a part has those of the study that it rests on."""
        site = self._site
        match id.kind:
            case "finding":
                return {"study": site.study(site.study_of(id.id))}
            case "evidence":
                return {"study": site.study(site.evidence(id.id).study)}
            case "question":
                return {"theory": site.theory(whole_of(id).id)}
            case "quote":
                return {"study": site.study(site.quote(id.id).source)}
        record = site.record(id)
        name = _SUBJECTS.get(type(record))
        if name is None or isinstance(record, Tension):
            return {name or "other": record, "speaking": site.studies_of(record)}
        return {name: record}

    def _retired(self, id: RecordId) -> Retirement | None:
        """Return why something no longer holds: it, or for a part what it falls with."""
        gone = self._site.retirements
        return next((gone[each] for each in self._with_whole(id) if each in gone), None)

    def _with_whole(self, id: RecordId) -> Iterator[RecordId]:
        yield id
        if (whole := whole_of(id)) != id:
            yield whole
        if id.kind == "evidence":
            item = self._site.evidence(id.id)
            yield item.source
            yield RecordId("study", item.study)
