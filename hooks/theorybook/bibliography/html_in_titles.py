"""HTML and XML in titles and names, which registries and publishers put there."""

from __future__ import annotations

import re
from html import unescape

# How a character that means something to LaTeX is written so that it does not.
MEANT = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "~": r"\textasciitilde{}",
}  # fmt: skip
_ENTITY = re.compile(r"\\?&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_ENTITIES_IN_ENTITIES = 3
_CDATA = re.compile(r"<!\[CDATA\[(.{0,2000}?)\]\]>", re.DOTALL)
_RAISED = re.compile(r"<(sub|sup)>([^<>{}]*)</\1>", re.IGNORECASE | re.ASCII)
# The tags that Crossref, PubMed and publishers put into titles; another is text.
_PARAGRAPHS = r"/?(?:p|br|div|jats:p)(?:\s[^<>]{0,300})?/?"
_OTHERS = (
    r"/?(?:i|b|em|strong|sub|sup|sc|scp|u|tt|italic|bold|span|title|inf|math|font|inline-formula"
    r"|disp-formula|tex-math|alternatives|(?:named|styled)-content|(?:jats|mml):[\w-]+)(?:\s[^<>]{0,300})?/?"
    r"|a\s[^<>]{0,100}href[^<>]{0,300}|/a"
)
_FLAGS = re.IGNORECASE | re.ASCII  # İ is no i
_PARAGRAPH = re.compile(f"<(?:{_PARAGRAPHS})>", _FLAGS)
_TAG = re.compile(f"<(?:{_OTHERS})>", _FLAGS)
# A tag as programs such as Mendeley and Zotero write it for LaTeX.
_ESCAPED_TAG = re.compile(
    r"(?:\{\\textless(?:\{\})?\}|\\textless(?:\{\}|\s+|(?=/))|\{?\$<\$\}?)"
    rf"({_PARAGRAPHS}|{_OTHERS})"
    r"(?:\{\\textgreater(?:\{\})?\}|\\textgreater(?:\{\}|\s+|(?![A-Za-z]))|\{?\$>\$\}?)",
    _FLAGS,
)


def without_html(latex: str) -> str:
    """Read the HTML in a text: characters by name, and tags for type, which go."""
    for _ in range(_ENTITIES_IN_ENTITIES):
        latex = _ENTITY.sub(_named, latex)
    tagged = _ESCAPED_TAG.sub(r"<\1>", _CDATA.sub(r"\1", latex))
    raised = _RAISED.sub(lambda match: f"\\text{match[1].lower()}script{{{match[2]}}}", tagged)
    apart = _PARAGRAPH.sub(" ", raised.replace(r"\textsupscript", r"\textsuperscript"))
    return _TAG.sub("", apart)


def _named(match: re.Match[str]) -> str:
    """Return the character that HTML names; what is no name stays."""
    entity = f"&{match[1]};"
    character = unescape(entity) or "\0"  # of a number that is no character, to be refused
    return match[0] if character == entity else MEANT.get(character, character)
