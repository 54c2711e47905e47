"""The forms of the two files from which a reader's browser plans a program.

A field that is left out has the value that its form names. So a line says whose voice it is only
where that is not the usual one of its kind.
"""

from __future__ import annotations

from datetime import date

from pydantic import Field

from theorybook.exports.json_files import Export
from theorybook.model.base import Record, Voice
from theorybook.model.evidence import Stance
from theorybook.model.settings import Choice
from theorybook.model.theory import Relation
from theorybook.strength import Rung


class Line(Record):
    """A sentence or two."""

    text: str = Field(description="The sentence or sentences.")
    voice: Voice = Field(Voice.ADVICE, description="Whose voice it is.")


class Question(Record):
    """Something to check, with the first fix. Its key is the theory's id, `-C` and its place."""

    ask: str = Field(description="What to check.")
    fix: str = Field(description="What to do first if the answer is no.")
    voice: Voice = Field(Voice.QUESTION, description="Whose voice the question is.")
    fix_voice: Voice = Field(Voice.ADVICE, description="Whose voice the first fix is.")


class ActionLine(Line):
    """Something to do. Its key is the theory's id, `-A` and its place."""

    first_step: str = Field(description="The first step.")


class Need(Record):
    """What an action needs."""

    who: str = Field(description="Who does it.")
    cost: str = Field(description="What it takes.")


class RiskLine(Line):
    """What can go wrong. Its key is the theory's id, `-R` and its place."""

    warning: str = Field(description="The early warning.")


class TalkLine(Record):
    """A question to talk about."""

    key: str = Field("", description="Its id, if it is not the theory's, `-Q` and its place.")
    text: str = Field(description="The question.")
    care: str = Field(description="What to watch for so that nobody is hurt.")
    voice: Voice = Field(Voice.QUESTION, description="Whose voice it is.")


class Lines(Record):
    """What theories have for a plan, list by list, by the id of the theory.

    Lines of one kind stand together, for so they take less room when they are compressed.
    """

    actions: dict[str, tuple[ActionLine, ...]] = Field(description="What to do.")
    risks: dict[str, tuple[RiskLine, ...]] = Field(description="What can go wrong.")
    signs: dict[str, tuple[Line, ...]] = Field(
        description="Signs that it is working. Keys: the theory's id, `-S` and the place."
    )
    talk: dict[str, tuple[TalkLine, ...]] = Field(description="Questions to talk about.")
    unknowns: dict[str, tuple[str, ...]] = Field(
        description="What is not known. Keys: the theory's id, `-U` and the place."
    )


class FirstLines(Lines):
    """All questions of each theory, and the first line of each other list."""

    questions: dict[str, tuple[Question, ...]] = Field(description="What must be in place.")


class Chain(Record):
    """The chain at a glance: what stands in each box on the theory's page."""

    when: tuple[str, ...] = Field(description="What surrounds the program.")
    offers: tuple[str, ...] = Field(description="What the program does.")
    why: tuple[str, ...] = Field(description="What people come to think or feel.")
    changes: tuple[str, ...] = Field(description="What changes.")


class DesignTheory(Record):
    """A theory. What it has for a plan stands in `lines`."""

    id: str
    version: int
    url: str = Field(description="Address of its page, from the site's root.")
    short: str = Field(description="Its name.")
    headline: str = Field(description="The theory in one sentence.")
    voice: Voice = Field(Voice.READING, description="Whose voice the headline is.")
    about: str = Field(description="Whom it is about: an id from `people`.")
    sure: str = Field(description="How sure we are of it, in words.")
    read: str = Field(description="How closely we read what it rests on. Its limits are both.")
    rung: int = Field(
        ge=0,
        lt=len(Rung),
        description=f"Its step on our ladder, from 0 up: {', '.join(Rung)}.",
    )
    harm: bool = Field(
        False,
        description="Whether an outcome is unwanted, or is the lack of one that is wanted.",
    )
    aims: tuple[str, ...] = Field((), description="Its outcomes: ids from `aims`.")
    links: tuple[tuple[Relation, str], ...] = Field(
        (), description="The theories that it needs or clashes with: how, and the id."
    )
    studies: dict[Stance, tuple[int, ...]] = Field(
        description="The studies of its evidence by the way they point, a study under each way in "
        "which its items do. Each number is a place in `studies`, from 0."
    )


class Aim(Choice):
    """An outcome that some theory has."""

    wanted: bool | None = Field(description="Whether it is wanted, if known.")
    concerns: tuple[str, ...] = Field(description="Whom it concerns: ids from `people`.")


class DesignSituation(Record):
    """A situation to start from."""

    id: str
    version: int
    title: str
    url: str = Field(description="Address of its page, from the site's root.")
    theories: tuple[str, ...] = Field(description="Ids of the theories that bear on it.")
    checks: tuple[tuple[str, int], ...] = Field(
        description="What must be in place: a theory, and the place of its question from 1."
    )


class SafetyTopic(Record):
    """A safety topic that must be in place before anything starts, with its advice.

    The key of a line is the topic's id, a hyphen and its place.
    """

    id: str
    version: int
    title: str
    url: str = Field(description="Where it stands, from the site's root.")
    lines: tuple[Line, ...]


class DesignStudy(Record):
    """A study behind one theory or more: who it is about, where, and what kind it is."""

    key: str
    short: str = Field(description="What readers call it.")
    groups: tuple[str, ...] = Field((), description="Ids from `groups`.")
    countries: tuple[str, ...] = Field((), description="Ids from `countries`; none if not known.")
    design: str = Field(description="What kind of study it is.")


class Gone(Record):
    """A theory, situation, outcome or safety topic that no longer holds."""

    id: str
    name: str
    on: date = Field(description="When it was retired.")
    why: str
    instead: tuple[str, ...] = Field((), description="Ids of what to use instead.")
    url: str = Field(description="Where it is kept, from the site's root.")


class DesignExport(Export):
    """data/v1/design.json: what a first plan needs."""

    dated: date = Field(description="The day of the newest change.")
    untested: str = Field(description="What nobody tested.")
    study_url: str = Field(description="Address of a study's page, its key to be put in.")
    people: dict[str, str] = Field(description="Whom a theory or aim can be about, by id.")
    groups: tuple[Choice, ...] = Field(description="Whom a study can be about.")
    countries: tuple[Choice, ...] = Field(description="Where a study can have been done.")
    aims: tuple[Aim, ...] = Field(description="Outcomes to choose from.")
    situations: tuple[DesignSituation, ...]
    safety: tuple[SafetyTopic, ...] = Field((), description="What must be in place first.")
    studies: tuple[DesignStudy, ...] = Field(description="The studies behind theories.")
    theories: tuple[DesignTheory, ...]
    lines: FirstLines
    retired: tuple[Gone, ...] = ()


class Version(Record):
    """A version of a theory."""

    version: int
    date: date
    what: str = Field(description="What changed.")


class MoreExport(Export):
    """data/v1/design-more.json: what a plan needs on demand."""

    lines: Lines = Field(description="The lines behind the first of each list.")
    needs: dict[str, tuple[Need, ...]] = Field(
        description="What the actions of each theory need, in their order, by its id."
    )
    chains: dict[str, Chain] = Field(description="The chain of each theory, by its id.")
    history: dict[str, tuple[Version, ...]] = Field(
        description="The versions of each theory, by its id."
    )
    settings: dict[str, Line] = Field(
        description="The program or service a study was done in, by the key of the study."
    )
