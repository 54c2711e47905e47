"""A theory as a plan needs it: what the match needs, and the lines to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from theorybook.exports.design_forms import (
    ActionLine,
    Chain,
    DesignTheory,
    FirstLines,
    Line,
    Lines,
    Question,
    RiskLine,
    TalkLine,
)
from theorybook.harm import leads_to_harm
from theorybook.kinds import id_of
from theorybook.model.base import Record
from theorybook.model.evidence import Stance
from theorybook.model.study import Study
from theorybook.model.theory import Condition, Relation, Theory
from theorybook.pictures.chain import steps
from theorybook.render import Renderer
from theorybook.site import Site
from theorybook.strength import strength

F = TypeVar("F", bound=Record)
# What decides which theories are in play.
_ASKED = (Relation.NEEDS, Relation.CLASHES)


def studies_behind_theories(site: Site) -> tuple[Study, ...]:
    """Return the studies among the evidence of theories, in the order of the file."""
    return site.studies_with_keys(item.study for t in site.theories for item in t.evidence)


def design_theory(renderer: Renderer, theory: Theory, places: Mapping[str, int]) -> DesignTheory:
    """Return what the match and a plan need of a theory, but for its lines.

    Args:
        renderer: renders how sure we are of it.
        theory: the theory.
        places: the place of each study in the file, by the study's key.
    """
    edition, site = renderer.edition, renderer.edition.site
    outcomes = dict.fromkeys(part.term for part in theory.outcome.parts)
    sure = " ".join(renderer.text("sure.txt", theory=theory).split())
    in_force = {term.id for term in site.terms}
    return DesignTheory(
        id=theory.id,
        version=theory.version,
        url=site.addresses[id_of(theory)],
        short=theory.short,
        headline=theory.headline.text,
        voice=theory.headline.voice,
        about=theory.about,
        sure=sure,
        read=edition.limits.of(id_of(theory)).removeprefix(sure).strip(),
        rung=strength(site, theory).rung.step - 1,
        harm=leads_to_harm(site, theory),
        aims=tuple(id_ for id_ in outcomes if id_ in in_force),
        links=tuple(
            (link.relation, link.theory) for link in theory.links if link.relation in _ASKED
        ),
        studies=_studies(theory, places),
    )


def first_lines(site: Site) -> FirstLines:
    """Return all questions of each theory, and the first line of each other list."""
    questions = {theory.id: tuple(map(_question, theory.conditions)) for theory in site.theories}
    return FirstLines(questions=questions, **_lines(site, slice(1)))


def other_lines(site: Site) -> Lines:
    """Return the lines behind the first of each list."""
    return Lines(**_lines(site, slice(1, None)))


def taken(form: type[F], records: Iterable[Record]) -> Iterable[F]:
    """Yield a form of each record: the fields of the form, as the record has them."""
    fields = set(form.model_fields)
    return (form.model_validate(record.model_dump(include=fields)) for record in records)


def chain(site: Site, theory: Theory) -> Chain:
    """Return the chain of a theory at a glance."""
    boxes = [tuple(words.text for words in step.words) for step in steps(site, theory)]
    _, when, offers, why, changes = boxes
    return Chain(when=when, offers=offers, why=why, changes=changes)


def _lines(site: Site, which: slice) -> dict[str, Any]:
    """Return some of the lines of each list, by theory."""
    return {
        "actions": {t.id: tuple(taken(ActionLine, t.actions[which])) for t in site.theories},
        "risks": {t.id: tuple(taken(RiskLine, t.risks[which])) for t in site.theories},
        "signs": {t.id: tuple(taken(Line, t.signs[which])) for t in site.theories},
        "talk": {t.id: tuple(_talks(t))[which] for t in site.theories},
        "unknowns": {t.id: _unknowns(t)[which] for t in site.theories},
    }


def _unknowns(theory: Theory) -> tuple[str, ...]:
    """Return what is not known; what the chain does not say comes last."""
    in_the_chain = (slot.unknown for slot in theory.slots.values() if slot.unknown)
    return tuple(gap.what for gap in (*theory.unknowns, *in_the_chain))


def _studies(theory: Theory, places: Mapping[str, int]) -> dict[Stance, tuple[int, ...]]:
    """Return the places of the studies of a theory's evidence, by stance."""
    by_stance = {
        stance: sorted({places[item.study] for item in theory.evidence if item.stance is stance})
        for stance in Stance
    }
    return {stance: tuple(found) for stance, found in by_stance.items() if found}


def _talks(theory: Theory) -> Iterator[TalkLine]:
    """Yield the questions to talk about, with the keys that their places do not say."""
    for place, talk in enumerate(theory.talk, 1):
        key = "" if talk.id == f"{theory.id}-Q{place}" else talk.id
        yield TalkLine(key=key, text=talk.text, care=talk.care, voice=talk.voice)


def _question(condition: Condition) -> Question:
    ask, fix = condition.ask, condition.first_fix
    return Question(ask=ask.text, fix=fix.text, voice=ask.voice, fix_voice=fix.voice)
