"""Our guides and standards: whatever one asks stands under a topic as well."""

from __future__ import annotations

from theorybook.model.base import Voice
from theorybook.model.standard import Standard
from theorybook.site import Site


def test_nothing_that_a_guide_asks_is_missing_side_by_side(site: Site) -> None:
    for guide in site.of(Standard):
        on_topics = {number for each in guide.by_topic for number in each.asks}
        assert on_topics == set(range(1, len(guide.asks) + 1)), guide.id


def test_what_we_say_of_guides_is_never_in_the_voice_of_a_study(site: Site) -> None:
    for topic in site.settings.guide_topics:
        for statement in topic.says:
            assert statement.voice in (Voice.READING, Voice.ADVICE), topic.id
