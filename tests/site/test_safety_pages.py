"""Safety on the site that readers see: one click away, and nothing that we did not see."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

from tests.support.html import document, text_of

from theorybook.model.base import Voice
from theorybook.model.helpline import Helpline
from theorybook.model.topic import Topic
from theorybook.site import Site

PAGES = ("safety/", "safety/help/")


def links_of(file: Path, part: str, root: Path) -> set[str]:
    """Return where the links in a part of a page's frame lead, from the site's root."""
    html = file.read_text(encoding="utf-8")
    inside = re.search(rf"<{part} .*?</{part}>", html, re.DOTALL)
    assert inside, file
    page = "https://x.invalid/" + file.parent.relative_to(root).as_posix().removeprefix(".") + "/"
    here = page.replace("//", "/").replace("https:/", "https://")
    found = re.findall(r'href="([^"]+)"', inside.group())
    return {urljoin(here, link).removeprefix("https://x.invalid/") for link in found}


def test_every_page_leads_there_in_one_click(real_site: Path) -> None:
    files = [file for file in real_site.rglob("index.html") if "go" not in file.parts]
    framed = [file for file in files if '<header class="bar"' in file.read_text(encoding="utf-8")]
    assert framed
    for file in framed:
        for part in ("header", "footer"):
            assert links_of(file, part, real_site) >= set(PAGES), (file, part)


def test_they_are_in_the_sitemap(real_site: Path) -> None:
    sitemap = (real_site / "sitemap.xml").read_text(encoding="utf-8")
    for page in (*PAGES, "safety/guides/"):
        assert f"/{page}</loc>" in sitemap


def test_every_number_stands_on_the_page(site: Site, real_site: Path) -> None:
    page = document(real_site, "safety/help/")
    (shown,) = page.with_class("sheet__parts")
    links = {(text_of(a), a.get("href")) for a in shown.iter("a")}
    for line in site.of(Helpline):
        for way in line.ways:
            words = " ".join(way.text.split())
            assert words in text_of(shown), line.id
            assert way.link is None or (words, way.link) in links, line.id


def test_what_rests_on_guides_is_ours(site: Site) -> None:
    for topic in site.of(Topic):
        for statement in topic.says:
            assert not (statement.guides and statement.voice is Voice.STUDY)
