"""Activities, packs and drills: do minutes hold, is what is heavy cared for?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from theorybook.data.folder import Folder
from theorybook.data.marks import Path as Steps
from theorybook.drill_cards import cards_of
from theorybook.model.activity import Activity, Heaviness
from theorybook.model.drill import Drill
from theorybook.model.pack import Item, Pack
from theorybook.problems import Problem
from theorybook.record_id import RecordId

# After how many minutes people need a pause, and how many an activity may take without saying what
# to do in ten.
LONGEST_WITHOUT_PAUSE = 60
LONGEST_IN_ONE_FORM = 20
# A drill of fewer cards is none.
FEWEST_CARDS = 4


def faulty_training(folder: Folder) -> Iterator[Problem]:
    """Yield what is wrong with the activities, packs and drills in force."""
    for index, activity in enumerate(folder.records.activities):
        if not activity.retired:
            yield from _activity(folder, index, activity)
    known = {activity.id: activity for activity in reversed(folder.records.activities)}
    for index, pack in enumerate(folder.records.packs):
        if not pack.retired:
            yield from _Agenda(folder, index, pack, known).faults()
    for index, drill in enumerate(folder.records.drills):
        if not drill.retired and _are_there(folder, drill.theories):
            yield from _drill(folder, index, drill)


def _are_there(folder: Folder, theories: Iterable[str]) -> bool:
    """Whether all theories could be read; what is wrong with one is told there."""
    return {theory.id for theory in folder.records.theories}.issuperset(theories)


def _activity(folder: Folder, index: int, activity: Activity) -> Iterator[Problem]:
    file = folder.files["activities"]
    if not activity.rests_on:
        place = file.place(("activities", index, "rests_on"))
        message = f"{activity.id} rests on no theory"
        yield Problem(place, "T05", message, "name a theory, and what it takes from it")
    if activity.minutes > LONGEST_IN_ONE_FORM and activity.adapt.ten_minutes is None:
        place = file.place(("activities", index, "adapt"))
        message = (
            f"{activity.id} takes {activity.minutes} minutes, and nothing says what to do in ten"
        )
        yield Problem(place, "T06", message, "add `ten_minutes:` under `adapt:`")


@dataclass(frozen=True)
class _Agenda:
    """The agenda of a pack, with the activities that are known."""

    folder: Folder
    index: int
    pack: Pack
    known: Mapping[str, Activity]

    def faults(self) -> Iterator[Problem]:
        yield from self._starts()
        if all(id_ in self.known for _, id_ in self.pack.activities):  # else that is told
            yield from self._sum()
            yield from self._pauses()
            yield from self._heavy()

    def _problem(self, path: Steps, code: str, message: str, fix: str) -> Problem:
        place = self.folder.files["packs"].place(("packs", self.index, *path))
        return Problem(place, code, f"{self.pack.id}: {message}", fix)

    def _minutes(self, item: Item) -> int:
        if item.activity:
            return self.known[item.activity].minutes
        return item.pause or item.minutes or 0

    def _sum(self) -> Iterator[Problem]:
        total = sum(map(self._minutes, self.pack.items))
        if total != self.pack.promise:
            message = f"its items take {total} minutes, and it promises {self.pack.promise}"
            fix = f"write `promise: {total}`, or change the items"
            yield self._problem(("promise",), "T01", message, fix)

    def _pauses(self) -> Iterator[Problem]:
        at_work = 0
        for i, item in enumerate(self.pack.items):
            before, at_work = at_work, 0 if item.pause else at_work + self._minutes(item)
            if before <= LONGEST_WITHOUT_PAUSE < at_work:
                message = f"{at_work} minutes without a pause"
                fix = f"put a pause before it; {LONGEST_WITHOUT_PAUSE} minutes are the limit"
                yield self._problem(("items", i), "T02", message, fix)

    def _heavy(self) -> Iterator[Problem]:
        ids = [*self.pack.activities]
        for i, id_ in ids[:1] + ids[-1:]:
            if self.known[id_].heavy is Heaviness.HEAVY:
                where = "first" if (i, id_) == ids[0] else "last"
                message = f"{id_} is heavy, and comes {where}"
                fix = "put it between others, with a pause after it"
                yield self._problem(("items", i, "activity"), "T04", message, fix)
                return

    def _starts(self) -> Iterator[Problem]:
        there = {id_ for _, id_ in self.pack.activities}
        if any(RecordId("activity", id_) not in self.folder.places for id_ in there):
            return  # a misspelled one may be the one that is missed
        for i, start in enumerate(self.pack.starts):
            if start in self.known and start not in there:
                message = f"it starts with {start}, which is not among its items"
                fix = "name an activity of this pack, or add it to `items:`"
                yield self._problem(("starts", i), "T07", message, fix)


def _drill(folder: Folder, index: int, drill: Drill) -> Iterator[Problem]:
    theories = {theory.id: theory for theory in reversed(folder.records.theories)}
    cards = cards_of(drill, (theories[id_] for id_ in drill.theories if id_ in theories))
    if len(cards) < FEWEST_CARDS or len({card.answer for card in cards}) == 1:
        answers = len({card.answer for card in cards})
        message = f"{drill.id} has {len(cards)} cards with {answers} different answers"
        fix = f"name other theories; {FEWEST_CARDS} cards with two answers are the least"
        place = folder.files["drills"].place(("drills", index, "theories"))
        yield Problem(place, "T08", message, fix)
