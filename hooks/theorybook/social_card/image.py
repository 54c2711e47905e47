"""A card drawn as a PNG, in the look of the site. The same card gives the same bytes."""

from __future__ import annotations

import io
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from PIL import Image, ImageDraw

from theorybook.social_card.card import Card
from theorybook.social_card.text import STEPS, Area, TextWriter

WIDTH, HEIGHT = 1200, 630
FONTS = Path("assets", "fonts")
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
_RAMPS = ((PAPER, INK), (PAPER, TEAL), (OCHRE_WASH, INK))
_INK, _TEAL, _ON_WASH, _EDGE = (i * STEPS for i in range(len(_RAMPS) + 1))
_BOXES, _BOX_COLORS = _EDGE + 1, 96

_LEFT, _RIGHT = 72, WIDTH - 72
_KIND_AT, _TITLE_AT, _LIMITS_AT, _FOOT_AT = 64, 122, 430, 566
_FINER = 4  # what is on every card is drawn larger and shrunk, which makes its edges smooth


@lru_cache(maxsize=1024)
def picture(card: Card, docs: Path) -> bytes:
    """Return a card as a PNG.

    Args:
        card: what stands on it.
        docs: the folder that holds `assets/fonts/`.
    """
    writer = TextWriter(docs / FONTS)
    wide = _RIGHT - _LEFT
    image = _common(bool(card.limits)).copy()
    writer.write(image, card.kind, Area(_LEFT, _KIND_AT, wide, 50, 1), (34, 28, 24), _TEAL)
    title = Area(_LEFT, _TITLE_AT, wide, _LIMITS_AT - 20 - _TITLE_AT, 5)
    writer.write(image, card.title, title, (72, 66, 60, 54, 48, 42), _INK)
    limits = Area(_LEFT + 30, _LIMITS_AT + 6, wide - 50, 92, 4)
    writer.write(image, card.limits, limits, (30, 28, 25, 22, 20), _ON_WASH, 450)
    writer.write(image, card.lead, Area(_LEFT, _LIMITS_AT, wide, 110, 3), (32, 30, 27), _INK, 450)
    writer.write(image, card.site_name, Area(_LEFT, _FOOT_AT, 480, 50, 1), (34, 30, 26, 22), _TEAL)
    image.putpalette(_palette())
    return _png(image)


@lru_cache(maxsize=2)
def _common(limits: bool) -> Image.Image:
    """Return what is on every card, as numbers of colors."""
    image = Image.new("L", (WIDTH, HEIGHT), _INK)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, WIDTH, 14), fill=_TEAL + STEPS - 1)
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
        _between(_rgb(ground), _rgb(ink), step) for ground, ink in _RAMPS for step in range(STEPS)
    ]
    return bytes(part for color in (*colors, _rgb(OCHRE)) for part in color) + bytes(
        _boxes().getpalette() or ()
    )


def _rgb(color: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(color.removeprefix("#")))


def _between(ground: tuple[int, ...], ink: tuple[int, ...], step: int) -> tuple[int, ...]:
    return tuple(a + (b - a) * step // (STEPS - 1) for a, b in zip(ground, ink, strict=True))


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
    image.save(file, "PNG", compress_level=3)
    return file.getvalue()
