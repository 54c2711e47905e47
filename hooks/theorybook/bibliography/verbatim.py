"""Fields that hold no running text, such as addresses: they are taken as they are typed."""

from __future__ import annotations

import re
from html import unescape

_BRACE = re.compile(r"\\([{}])|[{}]")
# What Crossref writes for the signs in old DOIs.
_HTML = re.compile(r"&(?:amp|lt|gt|quot);")
# What programs write for signs that mean something to LaTeX.
_SIGNS = {
    "textless": "<", "textgreater": ">", "textunderscore": "_", "textasciitilde": "~", "$<$": "<",
    "$>$": ">", r"$\sim$": "~",
}  # fmt: skip
_SIGN = re.compile(
    r"\\(textless|textgreater|textunderscore|textasciitilde)(?:\{\}|\s+)?|(\$(?:<|>|\\sim)\$)"
)
# Signs that nobody sees, and that come with what is copied from a page.
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060]")


def verbatim(typed: str) -> str:
    """Take an address as it is typed: only braces and the backslashes before signs go."""
    alone = re.sub(r"^\s*\\(?:url|path|nolinkurl)\s*(?=\{)", "", _UNSEEN.sub("", typed))
    signs = _SIGN.sub(lambda match: _SIGNS[match[1] or match[2]], alone)
    bare = _HTML.sub(lambda match: unescape(match[0]), _BRACE.sub(r"\1", signs))
    return re.sub(r"\\([%&#_~$^])", r"\1", bare).strip()
