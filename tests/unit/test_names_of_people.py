"""Names in a bibliography: each in its parts, or refused with a cure that can be followed."""

from __future__ import annotations

import pytest
from tests.unit.test_citation_styles import by

from theorybook.bibliography.author import Author
from theorybook.bibliography.names import names
from theorybook.citing.apa import apa
from theorybook.citing.bibtex import name_list
from theorybook.citing.vancouver import vancouver

JANE = Author("Jane", "Doe")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Smith, John Jr.", Author("John", "Smith", "Jr")),
        ("John Smith, Jr.", Author("John", "Smith", "Jr")),
        ("Smith, J. R., 3rd", Author("J. R.", "Smith", "III")),
        ("Smith, 2nd, J. R.", Author("J. R.", "Smith", "II")),
        ("Jane Doe, PhD", JANE),
        ("Jane Doe PhD", JANE),
        ("Doe, Jane PhD", JANE),
        ("Doe, Jane, PhD", JANE),
        ("Doe, PhD, Jane", JANE),
        ("Doe, Jane, MSc", JANE),
        ("Doe, Jane, M.D., Ph.D.", JANE),
        ("Doe, Jane, MA RN", JANE),
        ("Dr. Jane Doe", JANE),
        ("Prof. Dr. Jane Doe", JANE),
        ("Doe, Dr. Jane", JANE),
        # Initials, and no degrees.
        ("Doe, MD", Author("MD", "Doe")),
        ("Doe, Jr., MD", Author("MD", "Doe", "Jr")),
        ("García López, MA", Author("MA", "García López")),
        ("Jones, A B", Author("A B", "Jones")),
        # Names that look like something else.
        ("Ortega y Gasset, José", Author("José", "Ortega y Gasset")),
        ("Puig i Cadafalch, Josep", Author("Josep", "Puig i Cadafalch")),
        ("Silva e Costa, Ana", Author("Ana", "Silva e Costa")),
        ("Ana de la Cruz", Author("Ana", "de la Cruz")),
        ("von und zu Beet, Bo", Author("Bo", "von und zu Beet")),
        ("dos Santos, Rui", Author("Rui", "dos Santos")),
        ("Erik af Beet", Author("Erik", "af Beet")),
        ("O Neill, Sean", Author("Sean", "O Neill")),
        ("St. John, Henry", Author("Henry", "St. John")),
        ("Nguyen, The Anh", Author("The Anh", "Nguyen")),
        ("X, Malcolm", Author("Malcolm", "X")),
        ("Li, X.", Author("X.", "Li")),
        ("Xi Li", Author("Xi", "Li")),
        ("JANE DOE", Author("JANE", "DOE")),
        ("李, 明", Author("明", "李")),
        ("Rahman, Md Atiq", Author("Md Atiq", "Rahman")),
        ("UNICEF", Author("", "UNICEF")),
        ("headspace", Author("", "headspace")),
        ("{The Garden Club of Beds}", Author("", "The Garden Club of Beds")),
    ],
)
def test_a_name_in_its_parts(typed: str, read: Author) -> None:
    assert names(typed).people == (read,)


@pytest.mark.parametrize(
    ("typed", "says", "cure"),
    [
        ("{et al.}", "et al.", "and others"),
        ("Doe, Jane and {et al.}", "et al.", "and others"),
        ("Doe, Jane and {Roe R et al}", "et al.", "and others"),
        ("Doe, Jane and al., et", "et al.", "and others"),
        ("Doe, Jane and al, et", "et al.", "and others"),
        ("Doe, Jane and ...", "dots", "and others"),
        ("Substance Abuse and Garden Services Administration", "organization", "any `and` in it"),
        ("Centers for Bed Control and Prevention", "organization", "braces"),
        ("Department of Health and Social Care", "organization", "braces"),
        ("Garden Commission of Canada", "organization", "braces"),
        ("Ministry of Health, Singapore", "organization", "braces"),
        ("World Garden Organization, Geneva", "organization", "braces"),
        ("The Garden Club", "organization", "braces"),
        ("Jane Doe und Rita Roe", "`und`", "`and` between"),
        ("Jane Doe et Rita Roe", "`et`", "`and` between"),
        ("Jane Doe with Rita Roe", "`with`", "`and` between"),
        ("Ana García y Bea Pérez", "`y`", "`and` between"),
        ("José Ortega y Gasset", "`y`", "`Family, Given` for one"),
        ("Doe JA and Roe R", "initials behind", "`Family, Given`"),
        ("Doe J.-A.", "initials behind", "`Family, Given`"),
        ("Weed UK", "initials behind", "braces round the whole name of an organization"),
        ("J. Doe, R. Roe and M. Poe", "comma between two names", "`and`"),
        ("J Doe, R Roe", "comma between two names", "`and`"),
        ("Jane Doe, MD", "degree or initials", "leave a degree out"),
        ("Doe, Jane MD", "degree or initials", "full stops and spaces"),
        ("Smith, Jr.", "without given names", "`Family, Given`"),
        ("Poe, Max (Eds.)", "`(Eds.)`", "take it out"),
        ("Doe, Jane <j@beds.example>", "e-mail", "take it out"),
        ("Doe, Beet, Jane", "commas between names", "only Jr, Sr"),
    ],
)
def test_what_is_no_name_is_refused_with_the_cure(typed: str, says: str, cure: str) -> None:
    with pytest.raises(ValueError, match=": ") as caught:
        names(typed)
    what, _, fix = str(caught.value).rpartition(": ")
    assert says in what
    assert cure in fix


@pytest.mark.parametrize(
    ("author", "written"),
    [
        (Author("Lisa D.", "Hawke"), "Hawke, Lisa D."),
        (Author("J. R.", "Smith", "III"), "Smith, III, J. R."),
        (Author("Hsin-Yi (Bo)", "Li"), "Li, Hsin-Yi (Bo)"),
        (Author("MA", "García López"), "García López, {MA}"),
        (Author("Jane MD", "Doe"), "Doe, {Jane MD}"),
        (Author("Jane", "Roe A"), "{Roe A}, Jane"),
        (Author("Jane", "The Club"), "{The Club}, Jane"),
        (Author("The Anh", "Nguyen"), "Nguyen, The Anh"),
        (Author("Ana y Bea", "Roe"), "Roe, {Ana y Bea}"),
    ],
)
def test_only_what_comes_apart_is_written_in_braces(author: Author, written: str) -> None:
    """Braces keep initials together, so that a style of BibTeX no longer finds them."""
    assert name_list([author], more=False) == written
    assert names(written).people == (author,)


def test_the_third_of_a_name() -> None:
    assert apa(by("Smith, J. R., 3rd")).startswith("Smith, J. R., III. (2031)")
    assert vancouver(by("Smith, J. R., 3rd")).startswith("Smith JR 3rd. Beds")
