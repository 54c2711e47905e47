"""Guides and standards side by side: what each asks on a topic, and which show nothing on it."""

from __future__ import annotations

from dataclasses import dataclass

from theorybook.model.settings import GuideTopic
from theorybook.model.standard import Standard
from theorybook.site import Site


@dataclass(frozen=True)
class AskedOn:
    """A topic, what each guide asks on it, and the guides of which we read nothing on it."""

    topic: GuideTopic
    asked: tuple[tuple[Standard, tuple[str, ...]], ...]
    not_shown: tuple[Standard, ...]


def side_by_side(site: Site) -> tuple[AskedOn, ...]:
    """Return the topics in their order, each with all guides in force."""
    guides = site.of(Standard)
    return tuple(
        AskedOn(
            topic,
            tuple((guide, asks) for guide in guides if (asks := guide.on(topic.id))),
            tuple(guide for guide in guides if not guide.on(topic.id)),
        )
        for topic in site.settings.guide_topics
    )
