"""Which part of the evidence the map looks at."""

from __future__ import annotations

from dataclasses import dataclass

from theorybook.model.study import Study
from theorybook.model.term import Term
from theorybook.model.theory import Theory


@dataclass(frozen=True)
class EvidenceFilter:
    """Which part of the evidence to look at; an empty field lets everything through."""

    about: str = ""
    group: str = ""
    design: str = ""

    def takes_study(self, study: Study) -> bool:
        """Whether a study counts."""
        return (not self.group or self.group in study.groups) and (
            not self.design or self.design == study.design
        )

    def takes_theory(self, theory: Theory) -> bool:
        """Whether a theory counts, going by whom it is about."""
        return not self.about or self.about == theory.about

    def takes_outcome(self, outcome: Term) -> bool:
        """Whether an outcome has a column, going by whom it concerns."""
        return not self.about or self.about in outcome.concerns
