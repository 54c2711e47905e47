"""The list of addresses that a reader may have meant."""

from __future__ import annotations

import json

from theorybook.typed_addresses import typed_addresses


def test_it_has_each_page_once_in_order_and_no_file() -> None:
    found = ["theories/x/", "./", "about/", "feed.xml", "go/T001/", "about/", "go/a%20b/"]
    assert json.loads(typed_addresses(found)) == ["about/", "go/T001/", "go/a b/", "theories/x/"]
