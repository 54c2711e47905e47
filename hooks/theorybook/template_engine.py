"""Where templates are found, and how they are read: text from the data is text.

Autoescape is on for every template.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.ext import Extension
from jinja2.runtime import Context
from markupsafe import Markup

from theorybook.cache import Cache
from theorybook.courses.platform_text import field, gift

TEMPLATES = Path(__file__).parent / "templates"
# A line of nothing but what a template does, or of nothing at all; one that ends with it.
_TAG = r"(?:\{%(?:(?!%\}).)*%\}|\{#(?:(?!#\}).)*#\})"
_SILENT = re.compile(rf"{_TAG}*")
_ENDS_SILENT = re.compile(r"[%#]\}$")


def environment(cache: Cache | None = None) -> Environment:
    """Return an environment that renders the templates of the core.

    Args:
        cache: where templates are kept as Python reads them.
    """
    made = _Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        bytecode_cache=Compiled(cache or Cache()),
        extensions=[Unindented],
        auto_reload=False,  # an environment is made anew for each build
    )
    # Inside HTML, `tojson` escapes what HTML would take for more than a sign.
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    made.filters["day"] = _day
    made.filters["json"] = _json
    made.filters["cdata"] = _cdata
    made.filters.update(gift=gift, field=field)
    return made


class _Context(Context):
    """Calls what a template calls as it is: nothing that ours call asks for the context itself.

    Jinja asks of each, and each time, whether it does.
    """

    def call(
        self,
        called: Callable[..., Any],
        *given: Any,
        _loop_vars: object = None,
        _block_vars: object = None,
        **named: Any,
    ) -> Any:
        """Call a macro or a function; what else Jinja hands on is for those that ask for it."""
        return called(*given, **named)


class _Environment(Environment):
    """Templates that all know the same globals: no template has any of its own.

    Jinja puts a layer for its own over them, through which each page and macro is then looked up.
    """

    context_class = _Context

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the globals of a template."""
        assert d is None, "no template has globals of its own"
        return self.globals


class Unindented(Extension):
    """Takes away how a template is set out, which a page would carry: no HTML means it.

    Once a template is read, so that no page has to be gone through.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return the source of a template without indents and empty lines.

        Words that stood apart do so still. A template with code to read is left as it is, as is one
        that is no HTML.
        """
        if not (name or "").endswith(".html") or "<pre" in source:
            return source
        return "".join(_unindented(source.split("\n")))


def _unindented(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines without what goes before and between them, but a space where it is all there is.

    What a template does takes the end of its line away, so that only the indent of the next line
    is between what stands before it and after it.
    """
    end_is_lost = False
    for line in lines:
        said = line.lstrip(" \t")
        if _SILENT.fullmatch(said):
            if end_is_lost and not said:
                yield "\n"
                end_is_lost = False
            yield said
        else:
            yield " " if end_is_lost and said != line else ""
            yield f"{said}\n"
            end_is_lost = bool(_ENDS_SILENT.search(said))


class Compiled(BytecodeCache):
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
