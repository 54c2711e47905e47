"""By which numbers a record is asked for, besides its id."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.bibliography.work import Work
from theorybook.search.typed_words import compared_id

# Letters and figures from which what stands behind the slash of a DOI is taken for one alone.
_TELLING = 8


def numbers_of(work: Work) -> Iterator[str]:
    """Yield the numbers of a publication: of its DOI the end if that tells it from other numbers.

    So it is found by the end alone, and by any address that ends with its DOI.
    """
    end = work.doi.partition("/")[2]
    compared = compared_id(end)
    tells = len(compared) >= _TELLING and not compared.isdecimal()
    yield from filter(None, (end if tells else work.doi, work.pmid, work.pmcid))
