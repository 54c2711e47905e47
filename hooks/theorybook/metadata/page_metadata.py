"""What machines read in the head of a page: where it is shared, cited or searched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from theorybook.edition import Edition
from theorybook.metadata.linked_data import Trail, linked_data
from theorybook.model.theory import Theory
from theorybook.page import Page
from theorybook.social_card.card import card, card_address
from theorybook.social_card.image import HEIGHT, WIDTH


@dataclass(frozen=True)
class PageMetadata:
    """The facts about a page.

    `description` is the page's own, with its limits; `picture` is the address of its picture,
    `alt` the words on it; `theory` is the theory that it shows, if any; `foot` stands at the foot
    of each printed sheet.
    """

    url: str
    title: str
    description: str
    limits: str
    picture: str
    width: int
    height: int
    alt: str
    theory: Theory | None
    foot: str
    linked_data: dict[str, Any]


def page_metadata(edition: Edition, page: Page, trail: Trail = ()) -> PageMetadata:
    """Return what machines read in the head of a page.

    Args:
        edition: the site at its address.
        page: the page; of a hand-written one, the address, the title and the description.
        trail: the way from the home page down to it.
    """
    said = edition.limits.of(page.record) if page.record else ""
    # The description of a theory is its title: here it would only stand there twice.
    words = (page.description if page.description != page.title else "", said)
    return PageMetadata(
        url=edition.url + page.address,
        title=page.title,
        description=" ".join(filter(None, words)),
        limits=said,
        picture=edition.url + card_address(page),
        width=WIDTH,
        height=HEIGHT,
        alt=card(edition, page).alt,
        theory=page.context.get("theory") if page.record else None,
        foot=_foot(edition, page),
        linked_data=linked_data(edition, page, trail),
    )


def _foot(edition: Edition, page: Page) -> str:
    """Return which record in which version a printed sheet is of, or the name of the site."""
    if page.record is None:
        return edition.name
    return f"{page.record.id}, version {edition.site.everything.by_id[page.record].version}"
