"""What each theory gives to course platforms, as files."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.addresses import course_file_address, embed_address
from theorybook.courses.qti import qti
from theorybook.courses.quiz import quiz
from theorybook.model.theory import Theory
from theorybook.render import Renderer

GIFT, ANKI, SNIPPET, QTI = ".gift", "-anki.txt", "-html.txt", "-qti.zip"
# How a line of a quiz starts that has to have an empty line before it.
_BEGINS = ("::", "$")


def course_files(renderer: Renderer) -> Iterator[tuple[str, str | bytes]]:
    """Yield each file: its address and its text or bytes. That of a retired theory says so."""
    site = renderer.edition.site
    for theory in site.all_of(Theory):
        asked = quiz(site, theory)
        in_gift = _lines(renderer.text("quiz.gift.txt", quiz=asked))
        spaced = (f"\n{line}" if line.startswith(_BEGINS) else line for line in in_gift)
        yield course_file_address(theory.id, GIFT), "\n".join(spaced) + "\n"
        yield course_file_address(theory.id, QTI), qti(renderer, asked)
        cards = _lines(renderer.text("quiz.anki.txt", quiz=asked))
        yield course_file_address(theory.id, ANKI), "\n".join(cards) + "\n"
        address = course_file_address(theory.id, SNIPPET)
        snippet = renderer.standing_alone("snippet.html", address, {"theory": theory})
        yield address, "\n".join(_lines(snippet)) + "\n"
        address = embed_address(theory.id)
        card = renderer.standing_alone("embed.html", address, {"theory": theory})
        yield f"{address}index.html", card


def _lines(text: str) -> list[str]:
    """Return the lines that say something: an empty one would end a question too early."""
    return [line.strip(" ") for line in text.splitlines() if line.strip()]
