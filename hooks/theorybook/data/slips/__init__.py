"""What somebody did where a file is no YAML: the parser says where it gave up, and no more.

A parser gives up where a slip makes no sense any more, which can be many lines below it. So each
rule here looks for one slip that people make, at the line where the parser gave up and just above.
"""

from __future__ import annotations

from theorybook.data.slips import blanks, brackets, colons, dashes, indents, quotes, signs, strays
from theorybook.data.slips.given_up import GivenUp, Slip

# The first that knows a slip tells it: what looks like nothing else comes first.
_RULES = (
    strays.RULES + blanks.RULES + quotes.RULES + dashes.RULES
    + colons.RULES + signs.RULES + brackets.RULES + indents.RULES
)  # fmt: skip


def find_slip(where: GivenUp) -> Slip | None:
    """Return the slip that a parser stumbled over, or None where no rule knows it."""
    return next((slip for rule in _RULES for slip in rule(where)), None)
