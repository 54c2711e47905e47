"""By which numbers a record is asked for, besides its id."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theorybook.bibliography.work import Work
from theorybook.kinds import NOUNS
from theorybook.record_id import RecordId
from theorybook.search.typed_words import compared_id

# Letters and figures from which what stands behind the slash of a DOI is taken for one alone.
_TELLING = 8
_LETTER_AND_NUMBER = re.compile(r"[A-Z]\d+")


def kind_and_number(id_: RecordId) -> Iterator[str]:
    """Yield what an id is called in words: T012 is theory 12."""
    if _LETTER_AND_NUMBER.fullmatch(id_.id):
        for name in dict.fromkeys((id_.kind, NOUNS[id_.kind][0])):
            if " " not in name:
                yield f"{name} {id_.id[1:]}"


def numbers_of(work: Work) -> Iterator[str]:
    """Yield the numbers of a publication: of its DOI the end if that tells it from other numbers.

    So it is found by the end alone, and by any address that ends with its DOI.
    """
    end = work.doi.partition("/")[2]
    compared = compared_id(end)
    tells = len(compared) >= _TELLING and not compared.isdecimal()
    yield from filter(None, (end if tells else work.doi, work.pmid, work.pmcid))
