"""A handout for Word, to be changed: it says what the PDF says, with nothing left out."""

from __future__ import annotations

import gc
from datetime import date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.shared import Mm, Pt

from theorybook.handouts.handout import Block, Handout
from theorybook.pictures.qr_code import qr_code_as_png

_FONT, _POINTS = "Arial", 12  # every machine has it, or one as wide
_A4, _MARGIN, _CODE = (Mm(210), Mm(297)), Mm(18), Mm(24)
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first day that a packed file can be of


def word(handout: Handout, author: str, dated: date) -> bytes:
    """Return a handout as a file for Word; the same handout gives the same bytes.

    Args:
        handout: what it says.
        author: who made it.
        dated: the day of its version.
    """
    made = Document()
    _set_up(made, handout, author, dated)
    made.add_paragraph(handout.above)
    made.add_heading(handout.title, level=1)
    for section in handout.sections:
        made.add_heading(_with_voice(section.heading, section.voice), level=2)
        for block in section.blocks:
            _add(made, block)
    for line in (*handout.foot, handout.if_changed):
        made.add_paragraph(line)
    picture = made.add_picture(BytesIO(qr_code_as_png(handout.check)), width=_CODE)
    picture._inline.docPr.set("descr", handout.check_in_words)  # it has no name for this
    written = BytesIO()
    made.save(written)
    del made
    gc.collect(0)  # the tree of the file holds itself, and is large
    return _dateless(written.getvalue())


def _set_up(made: WordDocument, handout: Handout, author: str, dated: date) -> None:
    page, normal = made.sections[0], made.styles["Normal"]
    page.page_width, page.page_height = _A4
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = _MARGIN
    normal.font.name, normal.font.size = _FONT, Pt(_POINTS)
    about = made.core_properties
    about.title, about.author, about.comments = handout.title[:255], author[:255], ""
    about.language = "en"
    about.created = about.modified = datetime(dated.year, dated.month, dated.day)


def _add(made: WordDocument, block: Block) -> None:
    """Add a paragraph; what is not known is told by its section, or by its words."""
    paragraph = made.add_paragraph()
    if block.lead:
        paragraph.add_run(f"{block.lead} ").bold = True
    paragraph.add_run(_with_voice(block.text, block.voice))


def _with_voice(text: str, voice: str) -> str:
    return f"{text} [{voice}]" if voice else text


def _dateless(packed: bytes) -> bytes:
    """Pack a file again without the minute at which it was packed."""
    again = BytesIO()
    with ZipFile(BytesIO(packed)) as was, ZipFile(again, "w", ZIP_DEFLATED) as now:
        for name in was.namelist():
            now.writestr(ZipInfo(name, _LONG_AGO), was.read(name), ZIP_DEFLATED)
    return again.getvalue()
