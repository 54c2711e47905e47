"""The zip that is taken along is the same for the same site, and is offered once it is there."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.support.copies import Copy, copied

from take_along import pack
from theorybook.offline_copy.take_along import OFFERING, ZIP, offered


@pytest.fixture(scope="module")
def copy(garden_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """Return the garden as a trainer takes it along."""
    return copied(garden_built, tmp_path_factory.mktemp("copy"))


def test_the_same_site_gives_the_same_bytes(copy: Copy, garden_built: Path, tmp_path: Path) -> None:
    again = Path(shutil.copytree(garden_built, tmp_path / "again", copy_function=shutil.copyfile))
    pack(again)
    assert (again / ZIP).read_bytes() == (copy.built / ZIP).read_bytes()


def test_all_stands_below_two_names(copy: Copy) -> None:
    names = ZipFile(copy.built / ZIP).namelist()
    assert {name.partition("/")[0] for name in names} == {"START-HERE.html", "site"}
    assert len(names) == len(set(names))


def test_what_goes_along_and_what_does_not(copy: Copy, garden_built: Path) -> None:
    files = {p.relative_to(copy.site).as_posix() for p in copy.site.rglob("*") if p.is_file()}
    assert not [name for name in files if re.match(r"go/|assets/(cards|javascripts)/|feed\.", name)]
    assert not [name for name in files if name.endswith((".map", ".woff2", ZIP, "404.html"))]
    for ending in ("*.pdf", "*.docx", "*.csv", "*.bib", "*.gift", "LICENSE.txt", "fflate.txt"):
        built = {p.relative_to(garden_built).as_posix() for p in garden_built.rglob(ending)}
        assert built
        assert built <= files


@pytest.mark.parametrize("page", OFFERING)
def test_only_a_page_whose_file_is_there_offers_it(
    page: str, copy: Copy, garden_built: Path
) -> None:
    before, after = (
        re.sub(r"<template.*?</template>", "", (site / page).read_text(encoding="utf-8"))
        for site in (garden_built, copy.built)
    )
    size = f"{(copy.built / ZIP).stat().st_size / 1e6:.1f} MB"
    assert ZIP not in before
    (way,) = re.findall(rf'<a href="([./]*{re.escape(ZIP)})" download>', after)
    assert (copy.built / page).parent.joinpath(way).is_file()
    assert f"one file of {size}. It is of 10 February 2032." in after
    assert ZIP not in (copy.site / page).read_text(encoding="utf-8")


def test_a_page_without_the_words_is_told() -> None:
    with pytest.raises(ValueError, match="no words that offer the zip file"):
        offered("<p>none</p>", "train/index.html", 1)


def test_the_first_page_says_what_to_do_first(copy: Copy) -> None:
    html = (copy.folder / "START-HERE.html").read_text(encoding="utf-8")
    files = (p for p in copy.site.rglob("*") if p.is_file())
    size = sum(path.stat().st_size for path in files) / 1e6
    assert html.index("Extract the zip file first") < html.index('href="site/index.html"')
    assert f"It takes {size:.1f} MB of room." in html
    assert "10 February 2032" in html
    assert "PDF files" in html
    assert "https://site.example/sub/" in html
