"""Writes words into a picture with the site's typeface: fitted, wrapped, cut where they must."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

_FILES = tuple(
    f"atkinson-hyperlegible-next-{letters}-wght-normal.woff2" for letters in ("latin", "latin-ext")
)
# For each pair of ground and ink there are so many steps from one to the other: smooth letters.
STEPS = 8


@dataclass(frozen=True)
class Area:
    """Where words may stand: a corner, how wide and high, and how many lines at most."""

    x: int
    y: int
    width: int
    height: int
    lines: int


@dataclass(frozen=True)
class Letter:
    """A letter as a font draws it: its shape, where that stands, and how far the next is away."""

    shape: Image.Image
    x: int
    y: int
    advance: float


@dataclass(frozen=True)
class TextWriter:
    """Writes with the site's typeface, from the folder that holds it."""

    folder: Path

    def write(
        self,
        image: Image.Image,
        words: str,
        area: Area,
        sizes: Sequence[int],
        ramp: int,
        weight: int = 700,
    ) -> None:
        """Write words at the largest size that lets them fit; at the smallest they are cut.

        Args:
            image: the picture, as numbers of colors.
            words: the text.
            area: where it may stand.
            sizes: from large to small, in pixels.
            ramp: the number of the ground's color; the steps to the ink follow.
            weight: of the typeface, from 200 to 800.
        """
        if not words.strip():
            return
        size, lines = self.fitted(writable(self.folder, words), area, sizes, weight)
        mask = Image.new("L", (area.width + 10, area.height + size // 3))
        for i, line in enumerate(lines):
            x = 0.0
            for letter in self._letters(line, size, weight):
                mask.paste(255, (round(x) + letter.x, i * _leading(size) + letter.y), letter.shape)
                x += letter.advance
        numbers = mask.point([ramp + value * STEPS // 256 for value in range(256)])
        image.paste(numbers, (area.x, area.y))

    def fitted(
        self, words: str, area: Area, sizes: Sequence[int], weight: int
    ) -> tuple[int, list[str]]:
        """Return the size that words fit in, and their lines."""
        for size in sizes:
            room = min(area.lines, area.height // _leading(size))
            lines = list(self._wrapped(words, size, weight, area.width))
            if len(lines) <= room:
                return size, lines
        last = self._cut(lines[room - 1], size, weight, area.width)
        return size, [*lines[: room - 1], last]

    def _wrapped(self, words: str, size: int, weight: int, width: int) -> Iterator[str]:
        line, so_far = "", 0.0
        space = self._length(" ", size, weight)
        for word in words.split():
            for part in self._parts(word, size, weight, width):
                length = self._length(part, size, weight)
                if line and so_far + space + length > width:
                    yield line
                    line = ""
                so_far = so_far + space + length if line else length
                line = f"{line} {part}" if line else part
        if line:
            yield line

    def _parts(self, word: str, size: int, weight: int, width: int) -> Iterator[str]:
        """Break a word that is wider than a line."""
        if self._length(word, size, weight) <= width:
            yield word
            return
        part, so_far = "", 0.0
        for letter in word:
            so_far += self._length(letter, size, weight)
            if part and so_far > width:
                yield part
                part, so_far = "", self._length(letter, size, weight)
            part += letter
        yield part

    def _cut(self, line: str, size: int, weight: int, width: int) -> str:
        """Return the last line that is shown, with an ellipsis for what is not."""
        while self._length(f"{line}…", size, weight) > width:
            line = line.rpartition(" ")[0] or line[:-1]
        return f"{line.rstrip(' .,;:…')}…"

    def _length(self, words: str, size: int, weight: int) -> float:
        return sum(letter.advance for letter in self._letters(words, size, weight))

    def _letters(self, words: str, size: int, weight: int) -> Iterator[Letter]:
        """Yield each letter as the font draws it that has it."""
        for letter in words:
            file = _file(self.folder, letter) or self.folder / _FILES[0]
            yield _letter(file, letter, size, weight)


def _leading(size: int) -> int:
    """Return the height of a line."""
    return size * 29 // 25


@lru_cache(maxsize=4096)
def writable(folder: Path, words: str) -> str:
    """Leave out signs that the typeface lacks, and put an ellipsis for letters."""
    kept = ""
    for letter in unicodedata.normalize("NFC", " ".join(words.split())):
        if _file(folder, letter):
            kept += letter
        elif unicodedata.category(letter)[0] in "LN" and not kept.endswith("…"):
            kept += "…"
    return " ".join(kept.split())


@lru_cache(maxsize=4096)
def _file(folder: Path, letter: str) -> Path | None:
    """Return the file that has a letter: for all that it lacks, it draws the same sign."""
    files = (folder / name for name in _FILES)
    return next((file for file in files if _drawn(file, letter) != _drawn(file, "\uffff")), None)


def _drawn(file: Path, letter: str) -> tuple[tuple[int, int], bytes]:
    mask = _font(file, 40, 400).getmask(letter)
    return mask.size, bytes(mask)


@lru_cache(maxsize=8192)
def _letter(file: Path, letter: str, size: int, weight: int) -> Letter:
    """Draw a letter once: the typeface has no pairs of letters that stand closer than others."""
    font = _font(file, size, weight)
    left, top, right, bottom = map(int, font.getbbox(letter))
    shape = Image.new("L", (max(1, right - left), max(1, bottom - top)))
    ImageDraw.Draw(shape).text((-left, -top), letter, fill=255, font=font)
    return Letter(shape, left, top, font.getlength(letter))


@lru_cache(maxsize=64)
def _font(file: Path, size: int, weight: int) -> ImageFont.FreeTypeFont:
    # The basic layout needs no library of the system, so it is the same everywhere.
    font = ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font
