"""YAML as its core schema reads it, which editors follow: a day is a text, and `no` is one, too."""

from __future__ import annotations

import re
from typing import Any

import yaml


class CoreLoader(yaml.CSafeLoader):
    """Reads texts, numbers, yes or no as `true` or `false`, and nothing as `null` or nothing."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  # as its base has it


_TAGS = {
    "null": ("(~|null|Null|NULL|)$", [*"~nN", ""]),
    "bool": ("(true|True|TRUE|false|False|FALSE)$", [*"tTfF"]),
    "int": (r"[-+]?[0-9]+$", [*"-+0123456789"]),
    "float": (r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", [*"-+0123456789."]),
}
for _name, (_form, _first) in _TAGS.items():
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_name}", re.compile(_form), _first)
