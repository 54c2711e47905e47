"""Templates to HTML. Text from the data is text: autoescape is on for every template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from theorybook.addresses import GLOSSARY, citation_address, relative
from theorybook.citing.apa import apa, apa_text
from theorybook.citing.citation import FORMS, Citations
from theorybook.citing.citation_formats import coins, meta_author
from theorybook.citing.direction import runs
from theorybook.citing.vancouver import vancouver, vancouver_text
from theorybook.currency import check_address
from theorybook.evidence_map.cells import State
from theorybook.forwards import Forward
from theorybook.model.base import Voice
from theorybook.model.term import Kind
from theorybook.page import Page
from theorybook.pictures.poster import Poster
from theorybook.pictures.qr_code import qr_code
from theorybook.sieves import how_many
from theorybook.site import Site
from theorybook.words.explain import Explainer

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class Links:
    """Links from one page: the only maker of links in templates."""

    addresses: Mapping[str, str]
    page: str

    def to(self, kind: str, id: str) -> str:
        """Return the link to a record."""
        return relative(self.addresses[f"{kind}/{id}"], self.page)

    def page_at(self, address: str) -> str:
        """Return the link to an address, such as `theories/` or `data/v1/theories.json`."""
        return relative(address, self.page)


@dataclass(frozen=True)
class WholeLinks:
    """Links from what is read away from the site, such as a feed."""

    addresses: Mapping[str, str]
    site_url: str

    def to(self, kind: str, id: str) -> str:
        """Return the whole address of a record."""
        return self.site_url + self.addresses[f"{kind}/{id}"]


class Renderer:
    """Renders pages of one site.

    Args:
        site: what the site says.
        site_url: the site's address, with a slash at its end.
        site_name: the site's name.
        report_url: where a reader can report a problem, or empty.
    """

    def __init__(
        self,
        site: Site,
        site_url: str,
        site_name: str,
        report_url: str = "",
    ) -> None:
        self.site = site
        self.site_url = site_url
        self.site_name = site_name
        self.citations = Citations(site, site_url, site_name)
        self._explainer = Explainer(site.glossary)
        self._environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
        )
        self._environment.filters.update(day=_day, apa=apa, vancouver=vancouver, coins=coins)
        self._environment.filters.update(
            apa_text=apa_text, vancouver_text=vancouver_text, runs=runs, meta_author=meta_author
        )
        self._environment.globals.update(
            site=site,
            site_url=site_url,
            site_name=site_name,
            report_url=report_url,
            citations=self.citations,
            citation_address=citation_address,
            citation_forms=FORMS,
            voices=Voice,
            kinds=Kind,
            how_many=how_many,
        )

    def page(self, page: Page) -> str:
        """Render the content of a page as HTML, its words of the trade explained."""
        link = Links(self.site.addresses, page.address)
        content = self._render(page.template, {"page": page, "link": link, **page.context})
        return self.explained(content, page.address)

    def explained(self, content: str, address: str) -> str:
        """Explain the words of the trade in a page's content; the glossary explains itself."""
        if address == GLOSSARY:
            return content
        link = Links(self.site.addresses, address)
        html, used = self._explainer.explain(content, lambda e: link.to("glossary", e.id))
        return html + self._render("words.html", {"used": used, "link": link})

    def reference(self, key: str) -> str:
        """Render the reference to a publication, as every list of references has it."""
        return self._render("reference.html", {"key": key}).strip()

    def search_document(self, content: str, **about: Any) -> str:
        """Render what the search index takes in of a page; `content` is its HTML."""
        return self._render("search_document.html", {"content": Markup(content), **about})

    def forward(self, forward: Forward) -> str:
        """Render a page that leads on to another."""
        return self._render(
            "forward.html",
            {"forward": forward, "link": Links(self.site.addresses, forward.address)},
        )

    def feed(self, template: str, context: Mapping[str, Any]) -> str:
        """Render a feed."""
        link = WholeLinks(self.site.addresses, self.site_url)
        return self._render(template, {"link": link, **context})

    def printed(self, address: str, record: str = "") -> str:
        """Render the end of a print-out: what it is of, and how to ask if it is current.

        Args:
            address: the page that is printed.
            record: the record that it shows, as `kind/id`, if any.
        """
        check = check_address(self.site, record)
        kept = self.site.everything.kept[record] if record else None
        context = {"address": address, "record": kept, "check": check}
        return self._render("printed.html", {"qr": qr_code(self.site_url + check), **context})

    def head(self, head: object) -> str:
        """Render what machines read in the head of a page; `heads.page_head` gathers it."""
        return self._render("head.html", {"head": head})

    def poster(self, poster: Poster) -> str:
        """Render the evidence map as a poster, an SVG file."""
        return self._render("poster.svg", {"poster": poster, "states": tuple(State)})

    def limits(self, **record: Any) -> str:
        """Return the limits of a record as plain text.

        Args:
            record: a `theory`, `study`, `term`, `entry`, `tension`, `gap` or `cell`; the studies
                `speaking` to a tension or cell; `retired`, if it no longer holds.
        """
        unnamed = dict.fromkeys(("theory", "study", "term", "entry", "tension", "gap", "cell"))
        html = self._render("limits_of.html", {"retired": None, **unnamed, **record})
        return " ".join(Markup(html).unescape().split())

    def text(self, template: str, **context: Any) -> str:
        """Render a template that is no HTML: nothing in it stays escaped."""
        return Markup(self._render(template, context)).unescape()

    def _render(self, template: str, context: Mapping[str, Any]) -> str:
        return self._environment.get_template(template).render(context)


def _day(value: date) -> str:
    """Write a date as people do, such as 23 November 2026."""
    return f"{value.day} {value:%B %Y}"
