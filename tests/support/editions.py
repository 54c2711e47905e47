"""Editions of a site to render, at an address and under a name."""

from __future__ import annotations

from theorybook.edition import Edition
from theorybook.render import Renderer
from theorybook.site import Site

URL = "https://garden.example/"
NAME = "The garden"


def edition(site: Site, url: str = URL, name: str = NAME, report_url: str = "") -> Edition:
    """Return a site at an address."""
    return Edition(site, url, name, report_url)


def renderer(site: Site, url: str = URL, name: str = NAME, report_url: str = "") -> Renderer:
    """Return what renders the pages of a site at an address."""
    return Renderer(edition(site, url, name, report_url))
