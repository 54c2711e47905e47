"""Where templates are found, and how they are read: text from the data is text.

Autoescape is on for every template.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from theorybook.cache import Cache

TEMPLATES = Path(__file__).parent / "templates"


def environment(cache: Cache | None = None) -> Environment:
    """Return an environment that renders the templates of the core.

    Args:
        cache: where templates are kept as Python reads them.
    """
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        bytecode_cache=_Compiled(cache or Cache()),
    )
    made.filters["day"] = _day
    made.filters["json"] = _json
    made.filters["cdata"] = _cdata
    return made


class _Compiled(BytecodeCache):
    """Templates as Python reads them."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template what was made of it before."""
        if found := self._cache.find("template", (bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was made of a template."""
        self._cache.keep("template", (bucket.key, bucket.checksum), bucket.bytecode_to_string())


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
