"""QR codes read back, with a reader that did not write them."""

from __future__ import annotations

import re

import zxingcpp
from PIL import Image

_VIEW = re.compile(r'viewBox="0 0 (\d+) \1"')
_PATH = re.compile(r'stroke="#000" d="([^"]+)"')
_STEP = re.compile(r"([Mmh])(-?[\d.]+)(?: (-?[\d.]+))?")
_MODULE = 4  # pixels


def read(image: Image.Image) -> list[str]:
    """Return what every QR code in a picture says."""
    found = zxingcpp.read_barcodes(image.convert("L"), zxingcpp.barcode_formats_from_str("QRCode"))
    return [code.text for code in found]


def drawn(svg: str) -> Image.Image:
    """Draw a QR code that is an SVG of one black path of horizontal strokes, on white."""
    (size,) = (int(side) for side in _VIEW.findall(svg))
    (path,) = _PATH.findall(svg)
    image = Image.new("L", (size, size), 255)
    x = y = 0.0
    for command, first, second in _STEP.findall(path):
        if command == "M":
            x, y = float(first), float(second)
        elif command == "m":
            x, y = x + float(first), y + float(second or 0)
        else:
            for step in range(int(first)):
                image.putpixel((int(x) + step, int(y)), 0)
            x += float(first)
    return image.resize((size * _MODULE, size * _MODULE), Image.Resampling.NEAREST)
