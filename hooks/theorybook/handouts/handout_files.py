"""The handouts of a site, as files: for each record as PDF on each paper, and for Word."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache, partial
from pathlib import Path

from theorybook.addresses import handout_address
from theorybook.cache import Cache
from theorybook.handouts.handout import read_handout
from theorybook.handouts.paper import PAPERS, Paper
from theorybook.handouts.pdf import TooLongError, layout, pdf
from theorybook.handouts.sheets import sheets
from theorybook.handouts.word import word, word_layout
from theorybook.problems import DataError, Problem
from theorybook.record_id import RecordId
from theorybook.render import Renderer

_FONTS = Path("assets", "fonts")
_SHORTEN = "say it in fewer words; the parts that are left out first are gone already"


def handout_files(renderer: Renderer, cache: Cache, docs: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every handout of a site: its address and the file.

    Args:
        renderer: renders the words.
        cache: finds what earlier builds made.
        docs: the folder that holds `assets/fonts/`.

    Raises:
        DataError: with every handout that does not fit, once all that do are yielded.
    """
    site, author = renderer.edition.site, renderer.edition.contributors
    look, look_in_word = layout(), word_layout()
    problems = []
    for id_, html in sheets(renderer):
        dated = site.everything.by_id[id_].dated
        for paper in PAPERS:
            made_from = (html, author, look, repr(paper))
            make = partial(_pdf, html, paper, author, docs / _FONTS)
            try:
                made = cache.data("handout", made_from, make)
            except TooLongError:
                problems.append(_too_long(renderer, id_, paper))
            else:
                yield handout_address(id_.id, f"-{paper.name}.pdf"), made
        make = partial(_word, html, author, dated)
        made = cache.data("handout for Word", (html, author, str(dated), look_in_word), make)
        yield handout_address(id_.id, ".docx"), made
    if problems:
        raise DataError(problems)


def _pdf(html: str, paper: Paper, author: str, fonts: Path) -> bytes:
    return pdf(_read(html), paper, author, fonts)


def _word(html: str, author: str, dated: date) -> bytes:
    return word(_read(html), author, dated)


_read = lru_cache(maxsize=1)(read_handout)  # only where it is made, and then for each form of it


def _too_long(renderer: Renderer, id: RecordId, paper: Paper) -> Problem:
    message = f"the handout of {id.id} does not fit its sheet ({paper.label})"
    return Problem(renderer.edition.site.places[id], "S01", message, _SHORTEN)
