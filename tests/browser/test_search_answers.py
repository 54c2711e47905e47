"""How search answers, on made-up documents: ids, slips, titles and other names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from tests.support.browsing import Open
from tests.support.made_search import asked

from theorybook.search.documents import Document

Ask = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def ask(open_garden: Open, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Return what asks questions about made-up documents, in one visit."""
    page = open_garden("search/")

    def asking(documents: Sequence[Document], *questions: str) -> list[dict[str, Any]]:
        return asked(page, monkeypatch, documents, questions)

    return asking


def page_of(address: str, title: str, lead: str = "", **more: Any) -> Document:
    """Return a document of which only what matters here is given."""
    return Document(address, title, lead, more.pop("kind", "page"), **more)


def test_each_slip_of_a_visit_is_corrected_and_not_the_first_alone(ask: Ask) -> None:
    between = page_of("between/", "Under")  # or what is loaded for one has the other, too
    garden = [page_of("weeds/", "Weeding"), page_of("spades/", "Sharpening"), between]
    first, second = ask(garden, "wedeing", "sahrpening")
    assert (first["found"], first["guesses"]) == (["weeds/"], [["weeding"]])
    assert (second["found"], second["guesses"]) == (["spades/"], [["sharpening"]])
