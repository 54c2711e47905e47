"""What the page about the data needs: which files there are, what each holds, and examples."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from theorybook.exports.bibliography_file import BIBLIOGRAPHY
from theorybook.exports.datapackage import DATAPACKAGE
from theorybook.exports.exports import ALL, list_address
from theorybook.exports.llms import LLMS
from theorybook.exports.record_forms import FOLDER, NOUNS
from theorybook.exports.tables import TABLES
from theorybook.site import Site


@dataclass(frozen=True)
class Listed:
    """A JSON file with a list of records: its name, its address, and how many it holds."""

    name: str
    address: str
    schema: str
    records: int
    one: str
    one_schema: str


def about_data(site: Site) -> Mapping[str, Any]:
    """Return what the page says of the files, counted from the records."""
    return {
        "lists": [
            Listed(
                noun.many,
                list_address(noun.many),
                f"{FOLDER}{noun.many}.schema.json",
                len(getattr(site, noun.many)),
                noun.address(noun.names(site)[0].partition("/")[2]) if noun.names(site) else "",
                f"{FOLDER}{noun.many}/record.schema.json",
            )
            for noun in NOUNS
        ],
        "whole": list_address(ALL),
        "whole_schema": f"{FOLDER}{ALL}.schema.json",
        "tables": [(table, table.count(site)) for table in TABLES],
        "bibliography": BIBLIOGRAPHY,
        "publications": len(site.references),
        "package": DATAPACKAGE,
        "llms": LLMS,
        # A word to look for, as Python and R write it.
        "word": json.dumps(site.settings.home.search_examples[0], ensure_ascii=False),
        "folder": FOLDER,
    }
