"""What machines read in the head of a page: where it is shared, cited or searched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from theorybook.exports.exported import limits
from theorybook.heads.card_picture import HEIGHT, WIDTH
from theorybook.heads.cards import card, card_address
from theorybook.heads.linked_data import linked_data
from theorybook.model.theory import Theory
from theorybook.page import Page
from theorybook.render import Renderer


@dataclass(frozen=True)
class Head:
    """The facts about a page.

    `description` is the page's own, with its limits; `picture` is the address of its picture,
    `alt` the words on it; `theory` is the theory that it shows, if any.
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
    linked_data: dict[str, Any]


def head(renderer: Renderer, page: Page) -> Head:
    """Return what machines read in the head of a page.

    Args:
        renderer: knows the site, and renders limits.
        page: the page; of a hand-written one, the address, the title and the description.
    """
    said = limits(renderer, page.record) if page.record else ""
    # The description of a theory is its title: here it would only stand there twice.
    words = (page.description if page.description != page.title else "", said)
    return Head(
        url=renderer.site_url + page.address,
        title=page.title,
        description=" ".join(filter(None, words)),
        limits=said,
        picture=renderer.site_url + card_address(page),
        width=WIDTH,
        height=HEIGHT,
        alt=card(renderer, page).alt,
        theory=page.context.get("theory"),
        linked_data=linked_data(renderer, page),
    )
