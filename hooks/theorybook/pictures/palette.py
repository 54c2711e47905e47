"""The colours of the site, as its style sheet has them: the one place where they stand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

STYLE_SHEET = Path("assets", "css", "site.css")
_TOKEN = re.compile(r"--([a-z-]+):\s*light-dark\((#[0-9a-f]{6}),")

Palette = Mapping[str, str]


def read_palette(docs: Path) -> Palette:
    """Return the light colours of the style sheet, such as `#fbf9f4`, by their names.

    Args:
        docs: the folder that holds `assets/css/site.css`.
    """
    return dict(_TOKEN.findall((docs / STYLE_SHEET).read_text(encoding="utf-8")))
