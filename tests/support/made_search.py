"""The engine of search asked about made-up documents, in a browser."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pytest
from playwright.sync_api import Page, Route

from theorybook.search import index
from theorybook.search.documents import Document

# Asks one question after the other, in one visit.
ASKED = """async ([address, questions]) => {
    const links = [...document.querySelectorAll("link[rel=modulepreload]")];
    const load = name => import(links.find(({ href }) => href.includes(`/${name}.`)).href);
    const { finder } = await load("ask"), { nameWords } = await load("passage");
    const { ask } = finder(new URL(address, location));
    const link = ({ document: { address }, part }) => address + (part ? `#${part}` : "");
    const all = [];
    for (const question of questions) {
        const { results, guesses, unknown } = await ask(question);
        all.push({
            found: results.map(link), names: results.map(nameWords),
            guesses: guesses.map(({ guesses }) => guesses), unknown,
        });
    }
    return all;
}"""


def asked(
    page: Page,
    monkeypatch: pytest.MonkeyPatch,
    documents: Sequence[Document],
    questions: Iterable[str],
) -> list[dict[str, Any]]:
    """Return what search says to questions that are asked in one visit, one after the other.

    That is, for each, the addresses `found`, the words of other `names` said of each, the `guesses`
    for words that are not known, and the words that stay `unknown`. Each word is in a volume of its
    own, so that a word that was not loaded is not found.

    Args:
        page: the search page.
        monkeypatch: makes volumes small.
        documents: what search can find.
        questions: what is typed.
    """
    monkeypatch.setattr(index, "_ROOM", 1)
    files = {name.rpartition("/")[2]: packed for name, packed in index.index_files(documents)}

    def answer(route: Route) -> None:
        route.fulfill(body=files[route.request.url.rpartition("/")[2]])

    page.route("**/made/*", answer)
    return list(page.evaluate(ASKED, [f"made/{next(iter(files))}", [*questions]]))
