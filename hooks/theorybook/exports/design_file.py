"""What a reader's browser plans a program from: a file for a first plan, and one with the rest.

A plan shows the first line of each list of a theory, and the others on demand. So the second file
is asked for only then, and the way to a first plan stays short.
"""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.exports.design_forms import (
    Aim,
    DesignExport,
    DesignSituation,
    DesignStudy,
    Gone,
    Line,
    MoreExport,
    Need,
    SafetyTopic,
    Version,
)
from theorybook.exports.design_theories import (
    chain,
    design_theory,
    first_lines,
    other_lines,
    studies_behind_theories,
    taken,
)
from theorybook.exports.json_files import about, list_address, schema_file
from theorybook.exports.json_text import short_json_text
from theorybook.kinds import id_of, kind_named
from theorybook.model.base import Voice
from theorybook.model.situation import Situation
from theorybook.model.study import Study
from theorybook.model.term import Term, TermKind
from theorybook.model.theory import Theory
from theorybook.model.topic import Topic
from theorybook.render import Renderer
from theorybook.site import Site

DESIGN, MORE = "design", "design-more"


def design_files(renderer: Renderer) -> Iterator[tuple[str, str]]:
    """Yield both files, each with its schema: the address and the text."""
    for name, whole in ((DESIGN, _design(renderer)), (MORE, _more(renderer.edition.site))):
        said = whole.model_dump(mode="json", exclude_defaults=True)
        yield list_address(name), short_json_text({"version": whole.version} | said)
        yield schema_file(renderer.edition, name, type(whole))


def _design(renderer: Renderer) -> DesignExport:
    site = renderer.edition.site
    studies = studies_behind_theories(site)
    places = {study.key: place for place, study in enumerate(studies)}
    return DesignExport(
        **about(site),
        dated=site.dated(),
        untested=renderer.text("untested.txt").strip(),
        study_url=kind_named("study").address.replace("0.key", "key"),
        people={person.id: person.name for person in site.settings.people},
        groups=site.settings.groups,
        countries=site.settings.countries,
        aims=tuple(_aims(site)),
        situations=tuple(_situation(site, situation) for situation in site.situations),
        safety=tuple(_topic(site, topic) for topic in site.of(Topic) if topic.before_start),
        studies=tuple(_study(site, study) for study in studies),
        theories=tuple(design_theory(renderer, theory, places) for theory in site.theories),
        lines=first_lines(site),
        retired=tuple(_gone(site)),
    )


def _more(site: Site) -> MoreExport:
    studies = studies_behind_theories(site)
    settings = taken(Line, (study.setting for study in studies))
    return MoreExport(
        **about(site),
        lines=other_lines(site),
        needs={theory.id: tuple(taken(Need, theory.actions)) for theory in site.theories},
        chains={theory.id: chain(site, theory) for theory in site.theories},
        history={theory.id: tuple(taken(Version, theory.history)) for theory in site.theories},
        settings={study.key: line for study, line in zip(studies, settings, strict=True)},
    )


def _aims(site: Site) -> Iterator[Aim]:
    """Yield the outcomes in force that some theory in force has."""
    had = {part.term for theory in site.theories for part in theory.outcome.parts}
    for term in site.terms_of(TermKind.OUTCOME):
        if term.id in had:
            yield Aim(id=term.id, name=term.name, wanted=term.wanted, concerns=term.concerns)


def _situation(site: Site, situation: Situation) -> DesignSituation:
    return DesignSituation(
        id=situation.id,
        version=situation.version,
        title=situation.title,
        url=site.addresses[id_of(situation)],
        theories=tuple(bearing.theory for bearing in situation.theories),
        checks=tuple(
            (check.theory, theory.conditions.index(condition) + 1)
            for check in situation.checks
            for theory in (site.theory(check.theory),)
            for condition in check.among(theory)
        ),
    )


def _topic(site: Site, topic: Topic) -> SafetyTopic:
    advice = (said for said in topic.says if said.voice is Voice.ADVICE)
    return SafetyTopic(
        id=topic.id,
        version=topic.version,
        title=topic.title,
        url=site.addresses[id_of(topic)],
        lines=tuple(taken(Line, advice)),
    )


def _study(site: Site, study: Study) -> DesignStudy:
    return DesignStudy(
        key=study.key,
        short=site.references[study.key].short,
        groups=study.groups,
        countries=study.countries,
        design=site.design(study.design),
    )


def _gone(site: Site) -> Iterator[Gone]:
    """Yield what a plan could hold and does not hold any more."""
    for id_, record in site.everything.by_id.items():
        planned = isinstance(record, Theory | Situation | Topic) or (
            isinstance(record, Term) and record.kind is TermKind.OUTCOME
        )
        if record.retired and planned:
            yield Gone(
                id=id_.id,
                name=site.title(id_),
                on=record.retired.on,
                why=record.retired.why,
                instead=record.retired.instead,
                url=site.addresses[id_],
            )
