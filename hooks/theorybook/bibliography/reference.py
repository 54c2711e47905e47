"""A publication, as references.bib gives it."""

from __future__ import annotations

from dataclasses import dataclass, field

from theorybook.bibliography.author import Author
from theorybook.bibliography.sort_key import SortKey, sort_key
from theorybook.bibliography.work import Work
from theorybook.problems import Place

# How every list of names says that more follow.
AND_OTHERS = "et al."
# What stands in place of names where a publication has authors and nobody saw who they are.
NOT_SHOWN = "Authors not shown"


@dataclass(frozen=True, kw_only=True)
class Reference(Work):
    """One publication.

    `letter` tells it apart from others of its authors and year. `doi_as_typed` keeps the capitals
    of the file.
    """

    place: Place
    letter: str = ""
    doi_as_typed: str = field(default="", compare=False)

    @property
    def short(self) -> str:
        """Author and year, as in `Halsall and others, 2023`; a letter where two are alike."""
        return f"{self.short_names}, {self.year}{self.letter}"

    @property
    def short_names(self) -> str:
        """The first author, or the editor of a book that has only editors, and who else."""
        if not self.people:
            return NOT_SHOWN
        names = [person.family for person in self.people]
        if len(names) > 2 or self.has_more_people:
            return f"{names[0]} and others"
        return " and ".join(names)

    @property
    def people(self) -> tuple[Author, ...]:
        """The authors; of a book that has none, the editors."""
        return self.authors or self.editors

    @property
    def has_more_people(self) -> bool:
        """Whether there are more of these than are named."""
        return self.more_authors if self.authors else self.more_editors

    @property
    def author_names(self) -> list[str]:
        """The authors as people say their names, and `et al.` where more follow these."""
        named = [author.full_name for author in self.authors]
        return [*named, AND_OTHERS] if named and self.more_authors else named

    @property
    def sort_key(self) -> SortKey:
        """Where it stands in a list: by names, year and title."""
        names = [person.family for person in self.people] or [NOT_SHOWN]
        return sort_key(names, self.year, self.title)
