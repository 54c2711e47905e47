"""Templates to HTML, and to other texts that need a template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from markupsafe import Markup

from theorybook.addresses import (
    BUILD,
    CHECK_PROGRAM,
    GLOSSARY,
    HANDED_OUT,
    HANDOUTS,
    LMS,
    SINCE,
    citation_address,
    compare_address,
    course_file_address,
    embed_address,
    handout_address,
    news_address,
    pack_feed_address,
    pair_address,
    proposal_address,
    relative,
    slides_address,
    talk_address,
    volume_address,
)
from theorybook.cache import digest, digest_of_files
from theorybook.changes.in_use import since_address
from theorybook.changes.versions import check_address
from theorybook.citing.apa import apa, apa_text
from theorybook.citing.citation import FORMS, Citations
from theorybook.citing.citation_formats import coins, meta_author
from theorybook.citing.direction import runs
from theorybook.citing.vancouver import vancouver, vancouver_text
from theorybook.edition import Edition
from theorybook.evidence_map.state import State
from theorybook.handouts.paper import PAPERS
from theorybook.kinds import NOUNS, id_of
from theorybook.list_filters import how_many
from theorybook.model.answer import Found
from theorybook.model.base import Voice
from theorybook.model.term import TermKind
from theorybook.named_part import Mark, words_of_lack
from theorybook.own_packs import build_address
from theorybook.page import Page
from theorybook.page_html import PackedHtml, PageHtml, read_html
from theorybook.pictures.palette import Palette
from theorybook.pictures.poster import Poster
from theorybook.pictures.qr_code import qr_code
from theorybook.prose import prose
from theorybook.record_id import RecordId
from theorybook.redirects import Redirect
from theorybook.strength import Rung, strength
from theorybook.study_counts import cited_by_studies, study_counts
from theorybook.template_engine import TEMPLATES, environment, plain_text
from theorybook.words.explain import Explainer


@dataclass(frozen=True)
class Links:
    """Links from one page: the only maker of links in templates."""

    addresses: Mapping[RecordId, str]
    page: str

    def to(self, kind: str, id: str) -> str:
        """Return the link to a record."""
        return relative(self.addresses[RecordId(kind, id)], self.page)

    def page_at(self, address: str) -> str:
        """Return the link to an address, such as `theories/` or `data/v1/theories.json`."""
        return relative(address, self.page)


@dataclass(frozen=True)
class WholeLinks:
    """Links from what is read away from the site, such as a feed."""

    edition: Edition

    def to(self, kind: str, id: str) -> str:
        """Return the whole address of a record."""
        return self.edition.url_of(RecordId(kind, id))

    def page_at(self, address: str) -> str:
        """Return the whole address of a page."""
        return self.edition.url + address


class Renderer:
    """Renders pages of one edition of a site.

    Args:
        edition: the site at its address.
    """

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.citations = Citations(edition)
        self._explainer = Explainer(edition.site.glossary)
        self._environment = environment(edition.cache)
        self._environment.filters.update(
            {each.__name__: each for each in (apa, apa_text, coins, meta_author, runs)}
        )
        self._environment.filters.update(vancouver=vancouver, vancouver_text=vancouver_text)
        self._environment.globals.update(
            edition=edition,
            site=edition.site,
            site_url=edition.url,
            site_name=edition.name,
            citations=self.citations,
            citation_address=citation_address,
            citation_forms=FORMS,
            voices=Voice,
            kinds=TermKind,
            marks_of=Mark,
            words_of_lack=words_of_lack,
            nouns=NOUNS,
            how_many=how_many,
            strength_of=partial(strength, edition.site),
            rungs=tuple(Rung),
            founds=tuple(Found),
            cited_by_studies=cited_by_studies,
            study_counts=study_counts,
            id_of=id_of,
            compare_address=compare_address,
            news_address=news_address,
            pack_feed_address=pack_feed_address,
            pair_address=pair_address,
            proposal_address=proposal_address,
            handouts=HANDOUTS,
            handed_out=HANDED_OUT,
            own_packs=BUILD,
            build_address=build_address,
            since_last=SINCE,
            since_address=partial(since_address, edition.site),
            course_platforms=LMS,
            course_file_address=course_file_address,
            embed_address=embed_address,
            handout_address=handout_address,
            slides_address=slides_address,
            papers=PAPERS,
            check_of=partial(check_address, edition.site),
            questions_address=partial(volume_address, CHECK_PROGRAM),
            record_id=RecordId,
            qr_of=self._qr,
            talk_address=talk_address,
        )

    def page(self, page: Page) -> PackedHtml:
        """Render the content of a page, its words of the trade explained."""
        context = {"page": page, "link": self._links(page.address), **page.context}
        return self.explained(self._render(page.template, context), page.address)

    def explained(self, content: str, address: str) -> PackedHtml:
        """Explain the words of the trade in a page's content; the glossary explains itself."""
        made_from = (content, address, self._words_of_the_trade)
        return self.edition.cache.value(
            "page", made_from, lambda: PackedHtml.of(self._explained(content, address))
        )

    @cached_property
    def _words_of_the_trade(self) -> str:
        """All that an explained page depends on but itself: the words, and how they are set."""
        entries = (entry.model_dump_json() for entry in self.edition.site.glossary)
        return digest(self._templates, *entries).hex()

    def _explained(self, content: str, address: str) -> PageHtml:
        if address == GLOSSARY:
            return read_html(content)
        link = self._links(address)
        words = self._explainer.on_page(lambda entry: link.to("glossary", entry.id))
        page = read_html(content, words.explain)
        return page + read_html(self._render("words.html", {"used": words.used, "link": link}))

    def in_parts(self, content: str) -> str:
        """Render a hand-written page, given as HTML, so that each of its parts opens in place."""
        return self._render("prose.html", {"prose": prose(content)})

    def reference(self, key: str) -> str:
        """Render the reference to a publication, as every list of references has it."""
        return self._render("reference.html", {"key": key}).strip()

    def redirects(self, redirects: Iterable[Redirect]) -> Iterator[tuple[str, str]]:
        """Yield the address of each file that leads on to another page, and the file.

        There are thousands, and few edits touch any of them, so they are kept together.
        """
        written = tuple(redirects)
        made_from = (self._templates, self.edition.url, self.edition.name, *map(str, written))
        files = self.edition.cache.value(
            "redirects", made_from, lambda: [self._redirect(each) for each in written]
        )
        for redirect, file in zip(written, files, strict=True):
            yield f"{redirect.address}index.html", file

    def _redirect(self, redirect: Redirect) -> str:
        context = {"redirect": redirect, "link": self._links(redirect.address)}
        return self._render("redirect.html", context)

    @cached_property
    def _templates(self) -> str:
        """A digest of all templates."""
        return digest_of_files(sorted(TEMPLATES.iterdir()))

    def standing_alone(self, template: str, address: str, context: Mapping[str, Any]) -> str:
        """Render a page that has no frame and no style sheet, to be shown within another."""
        return self._render(template, {"link": self._links(address), **context})

    def feed(self, template: str, context: Mapping[str, Any]) -> str:
        """Render a feed."""
        return self._render(template, {"link": WholeLinks(self.edition), **context})

    def handout(self, template: str, context: Mapping[str, Any]) -> str:
        """Render what stands on a handout; `handouts/handout.py` reads it."""
        return self._render(template, context)

    def printed(self, page: Page) -> str:
        """Render the end of a print-out: what it is of, and how to ask if it is current."""
        site = self.edition.site
        check = check_address(site, page.record)
        record = site.everything.by_id[page.record] if page.record else None
        context = {"address": page.address, "record": record, "check": check}
        return self._render("printed.html", context)

    def _qr(self, url: str) -> Markup:
        """Return the QR code of a whole address."""
        return Markup(self.edition.cache.text("QR code", (url,), lambda: qr_code(url)))

    def metadata(self, metadata: object) -> str:
        """Render what machines read in the head of a page; `metadata` gathers it."""
        return self._render("metadata.html", {"metadata": metadata})

    def poster(self, poster: Poster, palette: Palette) -> str:
        """Render the evidence map as a poster, an SVG file."""
        context = {"poster": poster, "states": tuple(State), "palette": palette}
        return self._render("poster.svg", context)

    def xml(self, template: str, context: Mapping[str, Any]) -> str:
        """Render a file of XML: its declaration has to be the first thing in it."""
        return self._render(template, context).lstrip()

    def text(self, template: str, **context: Any) -> str:
        """Render a template that is no HTML: nothing in it stays escaped."""
        return plain_text(self._render(template, context))

    def _links(self, page: str) -> Links:
        return Links(self.edition.site.addresses, page)

    def _render(self, template: str, context: Mapping[str, Any]) -> str:
        return self._environment.get_template(template).render(context)
