"""A handout as PDF, tagged for screen readers (PDF/UA-1). The same handout gives the same bytes."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

from theorybook.cache import digest_of_files
from theorybook.handouts.handout import Handout
from theorybook.handouts.paper import Paper
from theorybook.pictures.qr_code import qr_code_as_svg
from theorybook.social_card.text import writable

_HERE = Path(__file__).parent
_TEMPLATE, _FONTS = _HERE / "handout.typ", _HERE / "fonts"
_STANDARD: tuple[typst.PDFStandard, ...] = ("ua-1",)
_TOO_LONG = "too long"  # what the template says


class TooLongError(Exception):
    """A handout does not fit its paper, even without all that can be left out."""


def pdf(handout: Handout, paper: Paper, author: str, fonts: Path) -> bytes:
    """Return a handout as a PDF file.

    Args:
        handout: what it says; where that is too much, what has the lowest numbers is left out.
        paper: what it is printed on.
        author: who made it.
        fonts: the folder of the site's fonts, which know what letters can be written.

    Raises:
        TooLongError: it does not fit.
    """
    said = _in_json(handout, author, fonts)
    for cut in handout.cuts:
        try:
            return _compiled(
                {"handout": said, "paper": json.dumps({**paper._asdict(), "cut": cut})}
            )
        except typst.TypstError as error:
            if _TOO_LONG not in str(error):
                raise
    raise TooLongError


def layout() -> str:
    """Return a digest of what decides how a handout looks, beside the library."""
    return digest_of_files((_TEMPLATE, *sorted(_FONTS.iterdir())))


@lru_cache(maxsize=1)  # a handout is made for several papers, one after the other
def _in_json(handout: Handout, author: str, fonts: Path) -> str:
    """Return what the template is given, without the letters that the typeface lacks.

    No PDF may have gaps, or it is none for screen readers.
    """
    given = _writable(asdict(handout) | {"author": author}, fonts)
    return json.dumps(given | {"qr": qr_code_as_svg(handout.check)})


def _writable(given: Any, fonts: Path) -> Any:
    match given:
        case str():
            return writable(fonts, given)
        case dict():
            return {name: _writable(value, fonts) for name, value in given.items()}
        case list() | tuple():
            return [_writable(value, fonts) for value in given]
    return given


def _compiled(inputs: dict[str, str]) -> bytes:
    made = _compiler().compile(
        format="pdf", pdf_standards=[*_STANDARD], sys_inputs=inputs, timestamp=0
    )
    assert isinstance(made, bytes)
    return made


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    """Return the compiler, with our fonts alone: those of a machine differ from the next one's."""
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[_FONTS]
    )
    return typst.Compiler(_TEMPLATE, root=_HERE, font_paths=fonts)
