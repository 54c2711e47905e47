"""What the page about the data needs: which files there are, what each holds, and examples."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from theorybook.addresses import DATA_V1
from theorybook.exports.bibliography_file import BIBLIOGRAPHY
from theorybook.exports.datapackage import DATAPACKAGE
from theorybook.exports.design_file import DESIGN, MORE
from theorybook.exports.json_files import ALL, list_address, schema_address
from theorybook.exports.json_records import json_address
from theorybook.exports.llms import LLMS
from theorybook.exports.tables import TABLES
from theorybook.kinds import KINDS, id_of
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
                kind.many,
                list_address(kind.many),
                schema_address(kind.many),
                len(site.of(kind.model)),
                json_address(id_of(written[0])) if written else "",
                f"{DATA_V1}{kind.many}/record.schema.json",
            )
            for kind in KINDS
            for written in (site.everything.of(kind.model),)
        ],
        "whole": list_address(ALL),
        "whole_schema": schema_address(ALL),
        "tables": [(table, table.count(site)) for table in TABLES],
        "designs": [(list_address(name), schema_address(name)) for name in (DESIGN, MORE)],
        "bibliography": BIBLIOGRAPHY,
        "publications": len(site.references),
        "package": DATAPACKAGE,
        "llms": LLMS,
        # A word to look for, as Python and R write it.
        "word": json.dumps(site.settings.home.search_examples[0], ensure_ascii=False),
        "folder": DATA_V1,
    }
