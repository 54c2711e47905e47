"""Cut the typeface of handouts out of that of the site: files of one weight, as Typst reads them.

Run it where `docs/assets/fonts/` has changed. What it writes is in the repository, so that no build
needs what it needs.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).resolve().parent.parent
WHOLE = ROOT / "docs" / "assets" / "fonts"
CUTS = ROOT / "hooks" / "theorybook" / "handouts" / "fonts"
WEIGHTS = (400, 700)
LETTERS = ("latin", "latin-ext")
# Numbers of the names by which a program tells families apart.
_FAMILY_NAMES = (1, 16)


def main() -> None:
    """Write every cut."""
    CUTS.mkdir(exist_ok=True)
    for name, data in cuts().items():
        (CUTS / name).write_bytes(data)
        print(f"{name}: {len(data)} bytes")


def cuts() -> dict[str, bytes]:
    """Return each cut by the name of its file: the same bytes for the same typeface."""
    return {
        f"{letters}-{weight}.ttf": _cut(letters, weight)
        for letters in LETTERS
        for weight in WEIGHTS
    }


def _cut(letters: str, weight: int) -> bytes:
    file = WHOLE / f"atkinson-hyperlegible-next-{letters}-wght-normal.woff2"
    font = TTFont(file, recalcTimestamp=False)
    cut = instantiateVariableFont(font, {"wght": weight}, inplace=True)
    cut.flavor = None
    for record in cut["name"].names:
        if record.nameID in _FAMILY_NAMES:
            record.string = family(letters)
    written = BytesIO()
    cut.save(written)
    return written.getvalue()


def family(letters: str) -> str:
    """Return what a family is called: two of one name would hide each other."""
    return f"Handout {letters}"


if __name__ == "__main__":
    main()
