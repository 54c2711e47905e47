"""Editions of a site to render, at an address and under a name."""

from __future__ import annotations

from dataclasses import replace

from theorybook.edition import Edition
from theorybook.render import Renderer
from theorybook.site import Site

URL = "https://garden.example/"


def edition(site: Site, url: str = URL, name: str = "", report_url: str = "") -> Edition:
    """Return a site at an address, under its own name or another."""
    if name:
        site = replace(site, settings=site.settings.model_copy(update={"name": name}))
    return Edition(site, url, report_url)


def renderer(site: Site, url: str = URL, name: str = "", report_url: str = "") -> Renderer:
    """Return what renders the pages of a site at an address, under its own name or another."""
    return Renderer(edition(site, url, name, report_url))
