"""Where templates are found, and how they are read: text from the data is text.

Autoescape is on for every template.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

TEMPLATES = Path(__file__).parent / "templates"


def environment() -> Environment:
    """Return an environment that renders the templates of the core."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    made.filters["day"] = _day
    made.filters["json"] = _json
    made.filters["cdata"] = _cdata
    return made


def plain_text(html: str) -> str:
    """Return what a template without elements says, with nothing in it escaped."""
    return Markup(html).unescape()


def _day(value: date) -> str:
    """Write a date as people do, such as 23 November 2026."""
    return f"{value.day} {value:%B %Y}"


def _json(value: Any) -> Markup:
    """Write a value as JSON, for a file that is nothing else; inside HTML, `tojson` is safe."""
    return Markup(json.dumps(value, ensure_ascii=False))


def _cdata(html: str) -> Markup:
    """Write HTML into XML as it is; escaped once more it would be a fifth longer."""
    return Markup("<![CDATA[{}]]>").format(Markup(html.replace("]]>", "]]]]><![CDATA[>")))
