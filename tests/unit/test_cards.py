"""The picture of a page is whole, small and always the same, whatever the text."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from theorybook.heads import card_picture, pen
from theorybook.heads.card_picture import HEIGHT, WIDTH, picture
from theorybook.heads.cards import Card, card, card_address
from theorybook.page import Page
from theorybook.pages import pages
from theorybook.render import Renderer
from theorybook.site import Site

if TYPE_CHECKING:
    from tests.conftest import Project

HEADLINE = (
    "A clear role that the whole team knows can keep peer workers from work that is not theirs."
)
LIMITS = "8 studies speak to this. Not all agree. We read the abstract. A good lead, not proof."
PLAIN = Card("Theory T001, version 2", HEADLINE, LIMITS, "", "Gardens")


@pytest.fixture
def docs(root: Path) -> Path:
    return root / "docs"


@pytest.fixture
def renderer(garden_site: Site) -> Renderer:
    return Renderer(garden_site, "https://example.org/", "Gardens")


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png))


def test_a_picture_is_of_the_size_that_is_told_and_small(docs: Path) -> None:
    png = picture(PLAIN, docs)
    image = opened(png)
    assert (image.format, image.mode, image.size) == ("PNG", "P", (1200, 630))
    assert image.size == (WIDTH, HEIGHT)
    assert len(png) < 30_000


def test_the_same_card_gives_the_same_bytes_when_drawn_again(docs: Path) -> None:
    first = picture(PLAIN, docs)
    picture.cache_clear()
    assert picture(PLAIN, docs) == first


def test_a_card_is_drawn_once(docs: Path) -> None:
    assert picture(PLAIN, docs) is picture(PLAIN, docs)


@pytest.mark.parametrize("field", ["kind", "title", "limits", "lead", "site_name"])
def test_every_word_on_a_card_shows(docs: Path, field: str) -> None:
    words = {"kind": "", "title": "", "limits": "", "lead": "", "site_name": ""}
    without = opened(picture(Card(**words), docs)).convert("RGB").tobytes()
    assert (
        opened(picture(Card(**words | {field: "Spades"}), docs)).convert("RGB").tobytes() != without
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "x" * 2000,
        "word " * 500,
        "שלום",
        "🌱",
        "مرحبا بالعالم 🌱 <script>alert(1)</script>",
        "a\u0301\u200b\ufeff\x00\ud7ff",
        "Łódź, Þingvellir and ﬁnd",
    ],
)
def test_no_text_is_too_much(docs: Path, text: str) -> None:
    image = opened(picture(Card(text, text, text, text, text), docs)).convert("RGB")
    assert image.size == (WIDTH, HEIGHT)
    # Nothing runs into the margins, below the band at the top.
    for left in (0, WIDTH - 60):
        margin = image.crop((left, 20, left + 60, HEIGHT))
        assert margin.getcolors() == [(60 * (HEIGHT - 20), (0xFB, 0xF9, 0xF4))], text


def lines(docs: Path, words: str) -> tuple[int, list[str]]:
    area = pen.Area(0, 0, 1000, 300, 5)
    return pen.Pen(docs / card_picture.FONTS).fitted(words, area, (72, 60, 42), 700)


def test_a_short_title_is_large_and_a_long_one_smaller(docs: Path) -> None:
    assert lines(docs, "Trust") == (72, ["Trust"])
    size, wrapped = lines(docs, HEADLINE)
    assert size < 72
    assert " ".join(wrapped) == HEADLINE


def test_what_fits_at_no_size_ends_with_an_ellipsis(docs: Path) -> None:
    size, wrapped = lines(docs, "many words " * 60)
    assert (size, len(wrapped)) == (42, 5)
    assert wrapped[-1].endswith(("many…", "words…"))
    assert not any("…" in line for line in wrapped[:-1])


def test_letters_that_the_typeface_lacks_become_an_ellipsis_and_signs_go(docs: Path) -> None:
    folder = docs / card_picture.FONTS
    assert pen.writable(folder, "Say שלום 🌱 in Łódź") == "Say … in Łódź"


def test_colors_are_those_of_the_site(docs: Path) -> None:
    sheet = (docs / "assets/css/site.css").read_text(encoding="utf-8")
    light = set(re.findall(r"light-dark\((#\w{6})", sheet))
    used = {value for name, value in vars(card_picture).items() if str(value).startswith("#")}
    used |= {color for box in card_picture.BOXES for color in box}
    assert len(used) > 8
    assert used <= light


def test_a_record_says_its_kind_version_and_limits(renderer: Renderer, garden_site: Site) -> None:
    for page in pages(garden_site):
        if page.record:
            found = card(renderer, page)
            version = garden_site.everything.kept[page.record].version
            assert found.kind.endswith(f", version {version}")
            assert found.limits
            assert found.limits in found.alt
            assert found.title == page.title


def test_a_retired_record_says_so_on_its_card(project: Project) -> None:
    slug = "  slug: weeding-together\n"
    gone = "  retired: {on: 2032-02-01, why: It was wrong.}\n"
    project.edit("data/theories.yaml", slug, slug + gone)
    site = Site.load(project.root)
    (page,) = (page for page in pages(site) if page.record == "theory/T002")
    renderer = Renderer(site, "https://example.org/", "Gardens")
    assert "Retired on 1 February 2032. It was wrong." in card(renderer, page).limits


def test_where_pictures_are() -> None:
    assert card_address(Page("", "", "", "")) == "assets/cards/index.png"
    assert card_address(Page("map/gaps/", "", "", "")) == "assets/cards/map-gaps.png"
    shared = Page("map/about/x/", "", "", "", picture_of="map/")
    assert card_address(shared) == "assets/cards/map.png"
