"""Entries to put into a project's references.bib, each with a bare record of a study."""

from __future__ import annotations

import re
from pathlib import Path

import html5lib

CASES = Path(__file__).resolve().parent.parent / "data" / "bibtex"
_KEY = re.compile(r"@(?!string)\w+[{(]\s*([\w-]+)\s*,")
_STUDY = """\
- key: {key}
  design: talk
  groups: [gardeners]
  kind: {{text: A study., voice: our reading}}
  setting: {{text: A garden., voice: our reading}}
  population: {{text: Gardeners., voice: our reading}}
  who_spoke: {{text: Not known., voice: our reading}}
  clients: {{took_part: not stated, text: Not known., voice: our reading}}
  methods: {{text: Not known., voice: our reading}}
  depth: abstract
  depth_note: We read the abstract.
  findings: []
  looked_in: The shed.
  looked_on: 2032-01-04
  unread: []
  history:
  - {{version: 1, date: 2032-01-04, what: New.}}
"""


def add_entry(root: Path, case: str | Path) -> str:
    """Put a case, or a file of the same kind, into a copy of the garden.

    Returns:
        The key of its entry; empty if it has none.
    """
    file = CASES / f"{case}.bib" if isinstance(case, str) else case
    text = file.read_text(encoding="utf-8")
    with (root / "data/references.bib").open("a", encoding="utf-8") as bibliography:
        bibliography.write(text)
    match = _KEY.search(text)
    if match is None:
        return ""
    with (root / "data/studies.yaml").open("a", encoding="utf-8") as studies:
        studies.write(_STUDY.format(key=match[1]))
    return match[1]


def text_of_html(html: str) -> str:
    """Return what a reader sees of some HTML, with single spaces."""
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return " ".join("".join(tree.itertext()).split())
