"""What stands in the boxes of a theory's picture."""

from __future__ import annotations

from theorybook.model.base import Voice
from theorybook.model.term import TermKind
from theorybook.pictures.chain import _step
from theorybook.site import Site


def test_a_guess_is_not_said_again_where_a_study_says_it(garden_site: Site) -> None:
    slot = next(
        slot
        for theory in garden_site.theories
        for slot in theory.slots.values()
        if slot.unknown and slot.parts
    )
    part = slot.parts[0]
    guess, said = (part.model_copy(update={"voice": v}) for v in (Voice.READING, Voice.STUDY))

    def roles(*parts: object) -> list[str]:
        step = _step(garden_site, TermKind.OUTCOME, slot.model_copy(update={"parts": parts}))
        return [words.role for words in step.words]

    assert roles(guess) == ["unknown", "guess"]
    assert roles(said) == ["unknown", "text"]
    assert roles(said, guess) == roles(guess, said) == ["unknown", "text"]
