"""What a handout is to screen readers, to printers and to phones, read by what did not make it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
from PIL import Image
from tests.support.qr import read

from theorybook.handouts.paper import PAPERS
from theorybook.model.activity import Activity
from theorybook.model.pack import Pack
from theorybook.model.theory import Theory
from theorybook.site import Site

SIDES = {paper.name: paper.sides for paper in PAPERS}
# In points, as PDF counts them.
SIZES = {"a4": (595, 842), "us-letter": (612, 792)}
SHEETS = {paper.name: SIZES[paper.size] for paper in PAPERS}
_PDF_UA = "{http://www.aiim.org/pdfua/ns/id/}part"
_SHARP = 200 / 72  # as a plain printer prints
_WHITE = 250


def handed_out(site: Site) -> tuple[Theory | Activity | Pack, ...]:
    """Return each record that has a handout and slides, retired or not."""
    return (*site.all_of(Theory), *site.all_of(Activity), *site.all_of(Pack))


def faults(file: Path) -> Iterator[str]:
    """Yield what is wrong with a handout as a PDF file."""
    paper = file.stem.partition("-")[2]
    with pikepdf.open(file) as pdf, pdf.open_metadata() as about:
        if about.get(_PDF_UA) != "1":
            yield "does not say that it is PDF/UA-1"
        if "/MarkInfo" not in pdf.Root or not pdf.Root.MarkInfo.Marked:
            yield "has no tags"
        if not str(pdf.Root.get("/Lang", "")).startswith("en"):
            yield "does not say its language"
        shown = pdf.Root.get("/ViewerPreferences", pikepdf.Dictionary())
        if not about.get("dc:title") or not shown.get("/DisplayDocTitle"):
            yield "does not show its title"
        if len(pdf.pages) > SIDES[paper]:
            yield f"has {len(pdf.pages)} pages"
        sizes = {tuple(round(float(edge)) for edge in page.mediabox[2:]) for page in pdf.pages}
        if sizes != {SHEETS[paper]}:
            yield f"is of the size {sizes}"
        yield from _faulty_tags(pdf)
        yield from _foreign_fonts(pdf)


def _faulty_tags(pdf: pikepdf.Pdf) -> Iterator[str]:
    tags = [*_tags(pdf.Root.StructTreeRoot)]
    names = [str(tag.S) for tag in tags]
    if names.count("/H1") != 1:
        yield f"has {names.count('/H1')} main headings"
    if "/H2" not in names or "/P" not in names:
        yield "has no headings below the main one, or no paragraphs"
    if any(name in ("/H3", "/H4", "/H5", "/H6") for name in names):
        yield "skips a level of headings"
    figures = [tag for tag, name in zip(tags, names, strict=True) if name == "/Figure"]
    if len(figures) != 1 or not all(str(figure.get("/Alt", "")) for figure in figures):
        yield "has a picture without words, or not one"


def _tags(node: Any) -> Iterator[Any]:
    """Yield every tag below one."""
    if isinstance(node, pikepdf.Array):
        for each in node:
            yield from _tags(each)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from _tags(node.K)


def _foreign_fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Yield every font that the file does not bring."""
    for page in pdf.pages:
        for font in page.resources.Font.values():
            for inner in font.DescendantFonts:
                if not {"/FontFile2", "/FontFile3"} & set(inner.FontDescriptor.keys()):
                    yield f"brings no {inner.BaseFont}"


def printed(file: Path) -> list[Image.Image]:
    """Return each page as a printer without colours prints it."""
    with pypdfium2.PdfDocument(file) as pdf:
        return [page.render(scale=_SHARP, grayscale=True).to_pil() for page in pdf]


def codes(pages: list[Image.Image]) -> list[str]:
    """Return what the QR codes on printed pages say."""
    return [text for page in pages for text in read(page)]


def runs_out(page: Image.Image, edge: float = 0.045) -> bool:
    """Return whether something is printed in the margins: at each edge, this part of the width."""
    wide, high = page.size
    margin = int(wide * edge)
    inner = (margin, margin, wide - margin, high - margin)
    bare = page.convert("L")
    bare.paste(255, inner)
    return any(bare.histogram()[:_WHITE])


def says(file: Path, *words: str) -> bool:
    """Return whether a PDF file has all these words; a line may end within a word."""
    with pypdfium2.PdfDocument(file) as pdf:
        text = "".join(page.get_textpage().get_text_range() for page in pdf)
    return all(_joined(each) in _joined(text) for each in words)


def _joined(text: str) -> str:
    """Return a text without what a line that ends may change: spaces, and how hyphens are told."""
    return re.sub(r"[\s\-\u00ad\x02\ufffe]", "", text)


def coloured(file: Path) -> bool:
    """Return whether anything is printed in colour."""
    with pypdfium2.PdfDocument(file) as pdf:
        for page in pdf:
            red, green, blue = page.render(scale=1).to_pil().convert("RGB").split()
            if red.tobytes() != green.tobytes() or green.tobytes() != blue.tobytes():
                return True
    return False
