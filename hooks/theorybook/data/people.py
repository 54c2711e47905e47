"""Names of authors, taken apart as styles of citation want them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from theorybook.data.bibliography import Author

_SUFFIX = re.compile(r"\s+(Jr|Sr|II|III|IV)\.?$")
_HYPHEN = re.compile("[-\u2010\u2011]")
# A letter with the marks that are set on it.
_LETTER = re.compile(r"[^\W\d_][\u0300-\u036f]*")


@dataclass(frozen=True)
class Person:
    """An author: a person, or an organization that has only its name."""

    family: str
    given: str
    suffix: str = ""

    @property
    def is_group(self) -> bool:
        """Whether there is but one name, as of an organization."""
        return not self.given

    @property
    def initials(self) -> list[list[str]]:
        """The first letters of the given names; those a hyphen joins stand together."""
        names = (_HYPHEN.split(name) for name in re.split(r"[\s.]+", self.given))
        letters = ([m[0].upper() for name in part if (m := _LETTER.search(name))] for part in names)
        return [joined for joined in letters if joined]


def person(author: Author) -> Person:
    """Take a name apart; what follows a family name, such as Jr, is no part of it."""
    match = _SUFFIX.search(author.family) if author.given else None
    if not match:
        return Person(author.family, author.given)
    return Person(author.family[: match.start()], author.given, match[1])
