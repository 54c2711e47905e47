"""Who wrote or edited a publication, in the parts that styles of citation want."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HYPHEN = re.compile("[-\u2010\u2011]")
# A letter with the marks that are set on it.
_LETTER = re.compile(r"[^\W\d_][\u0300-\u036f]*")
_STUCK_TOGETHER = re.compile(r"\.(?=[^\W\d_])")
# `JL` for Jean and Lou, as medical journals write it; `ED` of a name all in capitals is Ed.
_CAPITALS_ALONE = re.compile(r"[A-Z]{2,3}")


@dataclass(frozen=True)
class Author:
    """A person, or an organization, which has but one name and no `given`.

    Particles such as `van der` are part of the family name: they are sorted and shown with it.
    """

    given: str
    family: str
    suffix: str = ""

    @property
    def is_group(self) -> bool:
        """Whether there is but one name, as of an organization."""
        return not self.given

    @property
    def full_name(self) -> str:
        """The name as people say it, such as `Ada van der Beet Jr`."""
        return " ".join(filter(None, (self.given, self.family, self.suffix)))

    @property
    def initials(self) -> list[list[str]]:
        """The first letters of the given names; those a hyphen joins stand together.

        So `Jean-Luc` and `J.-L.` both give `[[J, L]]`, and `J. L.`, `J.L.` and `JL` `[[J], [L]]`.
        """
        joints: list[list[str]] = []
        for name in _STUCK_TOGETHER.sub(". ", self.given).split():
            if _CAPITALS_ALONE.fullmatch(name) and not self.family.isupper():
                joints += [[letter] for letter in name]
            else:
                joints.append(_first_letters(name))
        return [joint for joint in joints if joint]


def _first_letters(name: str) -> list[str]:
    return [match[0].upper() for part in _HYPHEN.split(name) if (match := _LETTER.search(part))]
