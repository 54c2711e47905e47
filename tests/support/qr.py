"""QR codes read back, with a reader that did not write them."""

from __future__ import annotations

import re
from base64 import b64decode
from io import BytesIO

import zxingcpp
from PIL import Image

# A picture that is in the page itself, so that nothing is loaded for it.
IN_PLACE = re.compile(r"data:image/png;base64,[A-Za-z0-9+/]+=*")
_DATA = re.compile(r'src="data:image/png;base64,([^"]+)"')


def read(image: Image.Image) -> list[str]:
    """Return what every QR code in a picture says."""
    found = zxingcpp.read_barcodes(image.convert("L"), zxingcpp.barcode_formats_from_str("QRCode"))
    return [code.text for code in found]


def drawn(html: str) -> Image.Image:
    """Return the only QR code in a piece of HTML as a picture."""
    (data,) = _DATA.findall(html)
    return Image.open(BytesIO(b64decode(data))).convert("L")
