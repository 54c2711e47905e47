"""Whatever the data say, a built link leads to this site, to http or https, or to a phone."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

from tests.support.qr import IN_PLACE

_LINK = re.compile(r"""\b(?:href|src|action|formaction|srcset|data-url)\s*=\s*["']([^"']*)["']""")


def test_every_link_of_the_garden_leads_to_a_place(garden_built: Path) -> None:
    files = [f for f in garden_built.rglob("*") if f.suffix in (".html", ".xml", ".svg")]
    found = {
        unescape(link) for file in files for link in _LINK.findall(file.read_text(encoding="utf-8"))
    }
    found = {link for link in found if not IN_PLACE.fullmatch(link)}
    assert len(found) > 100
    schemes = ("", "http", "https", "tel", "sms")
    assert {link for link in found if urlsplit(link).scheme not in schemes} == set()
    phones = [link for link in found if urlsplit(link).scheme in ("tel", "sms")]
    assert all(re.fullmatch(r"(tel|sms):\+?\d+", link) for link in phones)
    assert {link for link in found if re.search(r"[\x00-\x20\x7f\\]", link)} == set()
    assert {link for link in found if link.startswith("//")} == set()
