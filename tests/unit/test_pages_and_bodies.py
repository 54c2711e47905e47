"""Citations: pages whose last number is the longer one, and authors who are bodies."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest

from theorybook.bibliography.page_range import shortened
from theorybook.bibliography.reading import parse_bibliography
from theorybook.citing.citation import Citation, publication
from theorybook.citing.citation_formats import coins


@pytest.mark.parametrize(
    "pages",
    ["1-12", "9-97", "12-120", "98-103", "999-1001", "1-1100", "S9-S99", "e1-e12", "7-8"],
)
def test_pages_with_more_digits_at_the_end_stay_whole(pages: str) -> None:
    """The last page keeps every digit where it has more of them than the first."""
    assert shortened(pages) == pages


def cited(authors: str) -> Citation:
    """Return the citation of a book by some authors."""
    entry = f"@book{{key, author = {{{authors}}}, title = {{Beds}}, year = 2031}}"
    return publication(parse_bibliography(entry, "r.bib")["key"])


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        ("{Garden Club}", {"rft.aucorp": ["Garden Club"]}),
        (
            "{Garden Club} and Example, Ada",
            {"rft.aucorp": ["Garden Club"], "rft.au": ["Example, Ada"]},
        ),
        (
            "Example, Ada and {Garden Club}",
            {
                "rft.aulast": ["Example"],
                "rft.aufirst": ["Ada"],
                "rft.au": ["Example, Ada"],
                "rft.aucorp": ["Garden Club"],
            },
        ),
    ],
)
def test_a_body_is_nobodys_surname_in_coins(authors: str, expected: dict[str, list[str]]) -> None:
    said = parse_qs(coins(cited(authors)), strict_parsing=True)
    assert {name: value for name, value in said.items() if name.startswith("rft.au")} == expected
