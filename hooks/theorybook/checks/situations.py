"""Situations: is what they take from theories there, and is it one thing alone?"""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.data.folder import Folder
from theorybook.data.guesses import suggestion
from theorybook.model.situation import PartOfTheory
from theorybook.model.theory import Theory
from theorybook.problems import Problem
from theorybook.record_id import RecordId


def faulty_situations(folder: Folder) -> Iterator[Problem]:
    """Yield every part that a situation in force takes from a theory, and that is not there."""
    theories = {theory.id: theory for theory in reversed(folder.records.theories)}
    for index, situation in enumerate(folder.records.situations):
        bearing = {item.theory for item in situation.theories}
        # Where one of them is misspelled, it may be the one that is missed.
        is_told = any(RecordId("theory", id_) not in folder.places for id_ in bearing)
        for path, part in situation.taken if not situation.retired else ():
            theory = theories.get(part.theory)
            place = folder.files["situations"].place(("situations", index, *path, "begins"))
            if theory and theory.id not in bearing:
                message = f"{theory.id} is not among the theories of {situation.id}"
                if not is_told:
                    yield Problem(place, "R07", message, "name it there, or take this out")
            elif theory and (message := _fault(part, theory)):
                fix = f"copy its first words from {theory.id} in theories.yaml"
                yield Problem(place, "R07", message, fix)


def _fault(part: PartOfTheory, theory: Theory) -> str:
    """Return what is wrong with the words that a part is known by, or nothing."""
    found = len(part.among(theory))
    if not found:
        guess = suggestion(part.begins, (text for text, _ in part.parts_of(theory)))
        return f"nothing of this kind in {theory.id} begins `{part.begins}`{guess}"
    return f"{found} in {theory.id} begin `{part.begins}`" if found > 1 else ""
