"""QR codes, as SVG to stand in a page."""

from __future__ import annotations

from functools import cache

import segno
from markupsafe import Markup

# How much of it can be lost and it still reads: 15 of 100, as paper gets creased.
_ERROR = "m"
_QUIET = 4  # modules around it that stay white, as the standard wants
# Which of eight patterns breaks up large areas of one color. Readers read any: blurred, turned and
# spotted, sixty codes read as often with this one as with the best. To try all, as the standard
# advises, takes five times as long.
_PATTERN = 2


@cache  # pages that are no record share one
def qr_code(text: str) -> Markup:
    """Return the QR code of a text, black on white whatever the page's colours are.

    It is hidden from screen readers: what it says has to stand beside it in words.
    """
    code = segno.make(text, error=_ERROR, mask=_PATTERN, micro=False)
    svg = code.svg_inline(
        border=_QUIET, omitsize=True, dark="#000", light="#fff", svgclass="qr", lineclass=None
    )
    return Markup(svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1))
