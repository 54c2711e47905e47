"""What each kind of problem looks like: a slip, what the check says of it, and the same mended.

`code_examples.yaml` holds them. A test makes it, by making each slip and running the check.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

FILE = Path(__file__).with_name("code_examples.yaml")


@dataclass(frozen=True)
class CodeExample:
    """An example: the lines of a file with a slip in them, and mended.

    `says` is what the check says, without the place; it is empty for what only a build finds.
    """

    code: str
    file: str
    bad: str
    good: str
    says: str = ""


def read_code_examples() -> dict[str, CodeExample]:
    """Return the example of each code."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found = yaml.load(FILE.read_text(encoding="utf-8"), loader)
    return {fields["code"]: CodeExample(**fields) for fields in found}
