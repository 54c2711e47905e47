"""QR codes, as pictures to stand in a page."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from io import BytesIO

import segno
from markupsafe import Markup
from PIL import Image, ImageOps

# How much of it can be lost and it still reads: 15 of 100, as paper gets creased.
_ERROR = "m"
_QUIET = 4  # modules around it that stay white, as the standard wants
# Which of eight patterns breaks up large areas of one color. Readers read any: blurred, turned and
# spotted, sixty codes read as often with this one as with the best. To try all, as the standard
# advises, takes five times as long.
_PATTERN = 2
# Pixels of a module: its edges stay sharp where a printer smooths them.
_MODULE = 4
_BLACK, _WHITE = 0, 255


@cache  # pages that are no record share one
def qr_code(text: str) -> Markup:
    """Return the QR code of a text, black on white whatever the page's colours are.

    It is hidden from screen readers: what it says has to stand beside it in words. As a bitmap it
    is a third of what it is as SVG, and every page has one.
    """
    data = b64encode(qr_code_as_png(text)).decode()
    return Markup('<img class="qr" alt="" src="data:image/png;base64,{}">').format(data)


def qr_code_as_png(text: str) -> bytes:
    """Return the QR code of a text as a PNG file."""
    picture = BytesIO()
    _drawn(_made(text)).save(picture, "PNG", compress_level=9)
    return picture.getvalue()


def qr_code_as_svg(text: str) -> str:
    """Return the QR code of a text as an SVG file, whose edges are sharp at any size on paper."""
    return _made(text).svg_inline(border=_QUIET, light="#fff", omitsize=True)


@cache  # a handout is made for several papers
def _made(text: str) -> segno.QRCode:
    return segno.make(text, error=_ERROR, mask=_PATTERN, micro=False)


def _drawn(code: segno.QRCode) -> Image.Image:
    side = len(code.matrix)
    modules = Image.frombytes("L", (side, side), b"".join(map(bytes, code.matrix)))
    inked = modules.point([_WHITE, *[_BLACK] * 255]).convert("1")
    large = inked.resize((side * _MODULE, side * _MODULE), Image.Resampling.NEAREST)
    return ImageOps.expand(large, _QUIET * _MODULE, _WHITE)
