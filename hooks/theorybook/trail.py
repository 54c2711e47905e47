"""The way from the home page down to a page: the pages at the beginnings of its address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

HOME = "Home"


def trail(address: str, names: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the pages above a page, from the top, then the page itself.

    Args:
        address: the page's address, such as `theories/x/`.
        names: what each page of the site is called, by its address.

    Returns:
        The address and the name of each; nothing for the home page.
    """
    return tuple(_steps(address, names)) if address else ()


def _steps(address: str, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield "", HOME
    parts = address.split("/")
    for end in range(1, len(parts)):
        above = "/".join(parts[:end]) + "/"
        if above in names:
            yield above, names[above]
