"""A card drawn as a PNG, in the look of the site. The same card gives the same bytes."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from theorybook.heads.cards import Card

WIDTH, HEIGHT = 1200, 630
FONTS = Path("assets", "fonts")
_FILES = tuple(
    f"atkinson-hyperlegible-next-{letters}-wght-normal.woff2" for letters in ("latin", "latin-ext")
)
# As site.css has them, in light.
PAPER, INK, TEAL, CORAL = "#fbf9f4", "#1c2b2d", "#0b5d5a", "#b3452a"
OCHRE, OCHRE_WASH = "#7d5200", "#fbf1dc"
# The five boxes of a theory: what fills each, and its edge.
BOXES = (
    ("#ffffff", "#7b8584"),
    ("#e8f0f9", "#1d5a99"),
    ("#e6f1ef", TEAL),
    ("#f3ecf7", "#6a3d86"),
    (OCHRE_WASH, OCHRE),
)

# A picture is drawn as numbers of colors. For each pair of ground and ink there are the steps from
# one to the other, which make smooth letters; then one for the edge of the limits, and the boxes'.
_STEPS = 8
_RAMPS = ((PAPER, INK), (PAPER, TEAL), (OCHRE_WASH, INK))
_INK, _TEAL, _ON_WASH, _EDGE = (i * _STEPS for i in range(len(_RAMPS) + 1))
_BOXES, _BOX_COLORS = _EDGE + 1, 96

_LEFT, _RIGHT = 72, WIDTH - 72
_KIND_AT, _TITLE_AT, _LIMITS_AT, _FOOT_AT = 64, 122, 430, 566
_Run = tuple[str, ImageFont.FreeTypeFont]
_FINER = 4  # what is on every card is drawn larger and shrunk, which makes its edges smooth


@lru_cache(maxsize=1024)
def picture(card: Card, docs: Path) -> bytes:
    """Return a card as a PNG.

    Args:
        card: what stands on it.
        docs: the folder that holds `assets/fonts/`.
    """
    pen = _Pen(docs / FONTS)
    wide = _RIGHT - _LEFT
    image = _common(bool(card.limits)).copy()
    pen.write(image, card.kind, _Area(_LEFT, _KIND_AT, wide, 50, 1), (34, 28), _TEAL)
    title = _Area(_LEFT, _TITLE_AT, wide, _LIMITS_AT - 20 - _TITLE_AT, 5)
    pen.write(image, card.title, title, (72, 66, 60, 54, 48, 42), _INK)
    limits = _Area(_LEFT + 30, _LIMITS_AT + 10, wide - 50, 90, 3)
    pen.write(image, card.limits, limits, (30, 28, 25), _ON_WASH, 450)
    pen.write(image, card.lead, _Area(_LEFT, _LIMITS_AT, wide, 110, 3), (32, 30, 27), _INK, 450)
    pen.write(image, card.site_name, _Area(_LEFT, _FOOT_AT, 480, 50, 1), (34, 30, 26, 22), _TEAL)
    image.putpalette(_palette())
    return _png(image)


@dataclass(frozen=True)
class _Area:
    """Where words may stand: a corner, how wide and high, and how many lines at most."""

    x: int
    y: int
    width: int
    height: int
    lines: int


@dataclass(frozen=True)
class _Pen:
    """Writes with the site's typeface, from the folder that holds it."""

    folder: Path

    def write(
        self,
        image: Image.Image,
        words: str,
        area: _Area,
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
        size, lines = self._fitted(_writable(self.folder, words), area, sizes, weight)
        mask = Image.new("L", (area.width + 10, area.height + size // 3))
        draw = ImageDraw.Draw(mask)
        for i, line in enumerate(lines):
            x = 0.0
            for run, font in self._runs(line, size, weight):
                draw.text((x, i * _leading(size)), run, fill=255, font=font)
                x += font.getlength(run)
        numbers = mask.point([ramp + value * _STEPS // 256 for value in range(256)])
        image.paste(numbers, (area.x, area.y))

    def _fitted(
        self, words: str, area: _Area, sizes: Sequence[int], weight: int
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
        return _length(self.folder, words, size, weight)

    def _runs(self, words: str, size: int, weight: int) -> Iterator[_Run]:
        """Yield each run of letters with the font that has them."""
        for file, run in groupby(words, lambda letter: _file(self.folder, letter)):
            yield "".join(run), _font(file or self.folder / _FILES[0], size, weight)


def _leading(size: int) -> int:
    """Return the height of a line."""
    return size * 29 // 25


@lru_cache(maxsize=8192)
def _length(folder: Path, words: str, size: int, weight: int) -> float:
    runs = _Pen(folder)._runs(words, size, weight)
    return sum(font.getlength(run) for run, font in runs)


def _writable(folder: Path, words: str) -> str:
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


@lru_cache(maxsize=64)
def _font(file: Path, size: int, weight: int) -> ImageFont.FreeTypeFont:
    # The basic layout needs no library of the system, so it is the same everywhere.
    font = ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font


@lru_cache(maxsize=2)
def _common(limits: bool) -> Image.Image:
    """Return what is on every card, as numbers of colors."""
    image = Image.new("L", (WIDTH, HEIGHT), _INK)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, WIDTH, 14), fill=_TEAL + _STEPS - 1)
    if limits:
        draw.rectangle((_LEFT, _LIMITS_AT, _RIGHT, _LIMITS_AT + 108), fill=_ON_WASH)
        draw.rectangle((_LEFT, _LIMITS_AT, _LEFT + 8, _LIMITS_AT + 108), fill=_EDGE)
    boxes = _boxes()
    numbers = Image.frombytes("L", boxes.size, bytes(_BOXES + n for n in boxes.tobytes()))
    image.paste(numbers, (_RIGHT - boxes.width, _FOOT_AT - 6))
    return image


@lru_cache(maxsize=1)
def _palette() -> bytes:
    """Return the colors by number, three bytes each."""
    colors = [
        _between(_rgb(ground), _rgb(ink), step) for ground, ink in _RAMPS for step in range(_STEPS)
    ]
    return bytes(part for color in (*colors, _rgb(OCHRE)) for part in color) + bytes(
        _boxes().getpalette() or ()
    )


def _rgb(color: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(color.removeprefix("#")))


def _between(ground: tuple[int, ...], ink: tuple[int, ...], step: int) -> tuple[int, ...]:
    return tuple(a + (b - a) * step // (_STEPS - 1) for a, b in zip(ground, ink, strict=True))


@lru_cache(maxsize=1)
def _boxes() -> Image.Image:
    """Draw the five boxes of a theory, small, with arrows between them."""
    wide, high, gap = 64, 44, 26
    total = len(BOXES) * wide + (len(BOXES) - 1) * gap
    image = Image.new("RGB", (total * _FINER, high * _FINER), PAPER)
    draw = ImageDraw.Draw(image)
    lefts = [i * (wide + gap) * _FINER for i in range(len(BOXES))]
    for left, (fill, edge) in zip(lefts, BOXES, strict=True):
        around = (left, 0, left + wide * _FINER - 1, high * _FINER - 1)
        draw.rounded_rectangle(around, 10 * _FINER, fill, edge, 3 * _FINER)
    middle = high * _FINER // 2
    for left, right in pairwise(lefts):
        start, tip, half = left + (wide + 5) * _FINER, right - 5 * _FINER, 6 * _FINER
        draw.line((start, middle, tip - half, middle), CORAL, 3 * _FINER)
        draw.polygon(((tip, middle), (tip - 9 * _FINER, middle - half),
                      (tip - 9 * _FINER, middle + half)), CORAL)  # fmt: skip
    return image.reduce(_FINER).quantize(_BOX_COLORS, Image.Quantize.MEDIANCUT)


def _png(image: Image.Image) -> bytes:
    file = io.BytesIO()
    image.save(file, "PNG", compress_level=6)
    return file.getvalue()
