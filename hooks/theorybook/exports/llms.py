"""llms.txt: the site in one page of Markdown, for programs that read pages for people."""

from __future__ import annotations

import re

from theorybook.addresses import DATA_V1
from theorybook.exports.json_files import ALL, list_address
from theorybook.kinds import KINDS, id_of
from theorybook.pictures.chain import steps
from theorybook.render import Renderer

LLMS = "llms.txt"
# What Markdown would take for more than a sign.
_MARKS = re.compile(r"([\\`*_{}\[\]<>|~&])|^(?=[#+\-=])|^(\d+)(?=[.)])")


def llms(renderer: Renderer) -> str:
    """Return what the site is, its limits, how to cite it, and where the data are."""
    edition = renderer.edition
    site, root = edition.site, edition.url
    return renderer.text(
        "llms.txt",
        name=plain(edition.name),
        contributors=plain(edition.contributors),
        lead=plain(site.settings.home.lead),
        can=map(plain, site.settings.home.can),
        cannot=map(plain, site.settings.home.cannot),
        folder=root + DATA_V1,
        whole=root + list_address(ALL),
        lists=[
            (kind.many, root + list_address(kind.many), len(site.of(kind.model))) for kind in KINDS
        ],
        theories=[
            {
                "id": theory.id,
                "name": plain(theory.short),
                "url": edition.url_of(id_of(theory)),
                "headline": plain(theory.headline.text),
                "voice": theory.headline.voice.value,
                "version": theory.version,
                "dated": theory.dated,
                "boxes": [
                    (step.plain, [plain(words.text) for words in step.words])
                    for step in steps(site, theory)
                ],
                "limits": plain(edition.limits.of(id_of(theory))),
            }
            for theory in site.theories
        ],
    )


def plain(text: str) -> str:
    """Write a text so that Markdown shows it as it is, on one line."""
    return _MARKS.sub(_escaped, " ".join(text.split()))


def _escaped(match: re.Match[str]) -> str:
    mark, number = match.groups()
    return f"{number}\\" if number else f"\\{mark or ''}"
