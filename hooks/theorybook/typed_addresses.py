"""The addresses that a reader may have meant, for the page that says that there is none."""

from __future__ import annotations

import json
from collections.abc import Iterable
from urllib.parse import unquote

from theorybook.addresses import EMBED

# Nothing but the page for what is missing asks for it, so it is no promise.
TYPED_ADDRESSES = "assets/addresses.json"
# Cards for the pages of others: nobody who types an address means one.
_NOT_MEANT = (EMBED,)


def typed_addresses(addresses: Iterable[str]) -> str:
    """Return the address of each page, and each that leads on, as a JSON list.

    Args:
        addresses: every address of the site, that of a page with a slash at its end.
    """
    pages = {
        unquote(address)
        for address in addresses
        if address.endswith("/") and not address.startswith(_NOT_MEANT)
    }
    listed = sorted(pages - {"./"})
    return json.dumps(listed, ensure_ascii=False, separators=(",\n", ":")) + "\n"
