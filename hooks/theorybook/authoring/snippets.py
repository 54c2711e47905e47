"""New records as snippets of VS Code, made from the same templates as those of `make new`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from theorybook.authoring.addable import model_of, record_kinds
from theorybook.authoring.record_template import Blank, Leaf, Today, template
from theorybook.authoring.yaml_text import Leaves, item_lines

_TODAY = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"


@dataclass(frozen=True)
class _Stops(Leaves):
    """Writes blanks as places where the cursor stops, in order."""

    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def text(self, leaf: Leaf, in_list: bool = False) -> str:
        if isinstance(leaf, Blank):
            return self._stop(leaf)
        if isinstance(leaf, Today):
            return self._day(leaf)
        return super().text(leaf, in_list).replace("$", r"\$")

    def _stop(self, blank: Blank) -> str:
        if blank.choices:
            ways = ",".join(re.sub(r"[,|\\]", r"\\\g<0>", choice) for choice in blank.choices)
            return f"${{{next(self.numbers)}|{ways}|}}"
        says = re.sub(r"[$}\\]", r"\\\g<0>", blank.says)
        return f"${{{next(self.numbers)}:{says}}}"

    def _day(self, day: Today) -> str:
        return f"${{{next(self.numbers)}:{_TODAY}}}" if day.years_on else _TODAY


def snippets_text() -> str:
    """Return the snippets file of VS Code, one snippet for each kind of record and of part."""
    snippets = {
        f"new {kind.nouns[0]}": {
            "scope": "yaml",
            "prefix": f"new {kind.nouns[0]}",
            "description": f"A new {kind.nouns[0]}, with a stop at each blank.",
            "body": item_lines(template(model_of(kind), {}), _Stops()),
        }
        for kind in record_kinds()
    }
    return json.dumps(snippets, indent=2, ensure_ascii=False) + "\n"
