"""Tables of activities and packs; that of drills follows from their model."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.exports.tables.column import Column, Value, fields
from theorybook.exports.tables.table import Line, RecordTable
from theorybook.kinds import id_of
from theorybook.model.activity import Activity
from theorybook.model.pack import Pack
from theorybook.site import Site


def _of_activities(site: Site) -> Iterator[Line]:
    for activity in site.all_of(Activity):
        cited = dict.fromkeys(id_ for item in activity.rests_on for id_ in item.cites)
        cells: dict[str, Value] = {
            "minutes": activity.minutes,
            "least": activity.group.least,
            "most": activity.group.most,
            "steps": [step.text for step in activity.steps],
            "theories": [item.theory for item in activity.rests_on],
            "cites": cited,
        }
        yield Line(id_of(activity), activity, cells)


def _of_packs(site: Site) -> Iterator[Line]:
    for pack in site.all_of(Pack):
        yield Line(id_of(pack), pack, {"activities": [id_ for _, id_ in pack.activities]})


ACTIVITIES = RecordTable(
    "activities",
    "an activity for a training or a meeting",
    (
        *fields(Activity, "title", "aim", "for_whom", "about"),
        Column("minutes", "How long it takes.", "integer"),
        Column("least", "The fewest people it works with.", "integer"),
        Column("most", "The most people it works with.", "integer"),
        *fields(Activity, "heavy", "if_upset", "needs", "before"),
        Column("steps", "What to do, in order. All of it is our advice."),
        Column("theories", "The theories it rests on: ids."),
        Column("cites", "What it takes from studies: ids of findings or quotations."),
    ),
    _of_activities,
)

PACKS = RecordTable(
    "packs",
    "a pack of activities for one session",
    (
        *fields(Pack, "title", "aim", "for_whom", promise="minutes"),
        *fields(Pack, "begins", "before"),
        Column("activities", "Its activities, in order: ids."),
        *fields(Pack, "starts", "drills"),
    ),
    _of_packs,
)
