"""llms.txt: the site in one page of Markdown, for programs that read pages for people."""

from __future__ import annotations

import re

from theorybook.exports.exported import limits
from theorybook.exports.exports import ALL, list_address
from theorybook.exports.record_forms import FOLDER, NOUNS
from theorybook.render import Renderer

LLMS = "llms.txt"
# What Markdown would take for more than a sign.
_MARKS = re.compile(r"([\\`*_{}\[\]<>|~&])|^(?=[#+\-=])|^(\d+)(?=[.)])")


def llms(renderer: Renderer) -> str:
    """Return what the site is, its limits, how to cite it, and where the data are."""
    site, root = renderer.site, renderer.site_url
    return renderer.text(
        "llms.txt",
        name=plain(renderer.site_name),
        lead=plain(site.settings.home.lead),
        can=map(plain, site.settings.home.can),
        cannot=map(plain, site.settings.home.cannot),
        folder=root + FOLDER,
        whole=root + list_address(ALL),
        lists=[
            (noun.many, root + list_address(noun.many), len(getattr(site, noun.many)))
            for noun in NOUNS
        ],
        theories=[
            {
                "id": theory.id,
                "name": plain(theory.short),
                "url": root + site.addresses[f"theory/{theory.id}"],
                "headline": plain(theory.headline.text),
                "voice": theory.headline.voice.value,
                "version": theory.version,
                "dated": theory.dated,
                "limits": plain(limits(renderer, f"theory/{theory.id}")),
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
