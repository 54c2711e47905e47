"""Dates as BibTeX and BibLaTeX write them: years, months, days, spans, and `about`."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?([~?%]?)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = range(21, 25)
_WANTED = "write the date as 2022, 2022-03 or 2022-03-04; for a span, two of them with a slash"


@dataclass(frozen=True)
class Issued:
    """When something came out.

    `year` is for people: `2022`, or `2020–2022`; `date` holds more, for programs: `2022-03-04`,
    or two with a slash, or nothing where only the year is known; `circa` says it is about then.
    """

    year: str
    date: str = ""
    circa: bool = False


def issued(date: str) -> Issued:
    """Read BibLaTeX's `date`, such as `2022`, `2022-03-04`, `2022~` or `2020/2022`.

    Raises:
        ValueError: it is no date; the message says what to write.
    """
    ends = [_date(end) for end in date.split("/") if end.strip() not in ("", "..")]
    if not 1 <= len(ends) <= 2 or date.count("/") > 1:
        raise ValueError(f"is no date: {_WANTED}")
    if ends[0][0] > ends[-1][0]:
        raise ValueError(f"ends before it starts: {_WANTED}")
    years = dict.fromkeys(end[0][:4] for end in ends)
    days = dict.fromkeys(end[0] for end in ends)
    exact = "/".join(days) if max(map(len, days)) > 4 or len(years) > 1 else ""
    return Issued("–".join(years), exact, any(end[1] for end in ends))


def issued_in(year: str, month: str, day: str = "") -> Issued:
    """Read BibTeX's `year` and `month`; a year in words, such as `in press`, stays as it is.

    What is no month, such as `Spring`, is left aside.

    Raises:
        ValueError: `year` holds a day that the calendar does not have.
    """
    if re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", year, re.ASCII):
        return issued(year)
    number = _month(month)
    if not re.fullmatch(r"[1-9]\d{3}", year, re.ASCII) or not number:
        return Issued(year)
    named = "" if month.isdigit() else month
    day = day or next(iter(re.findall(r"(?<!\d)\d{1,2}(?!\d)", named)), "")
    if day.isdigit() and 1 <= int(day) <= monthrange(int(year), number)[1]:
        return Issued(year, f"{year}-{number:02}-{int(day):02}")
    return Issued(year, f"{year}-{number:02}")


def _month(month: str) -> int:
    if month.isdigit():
        return int(month) if 1 <= int(month) <= 12 else 0
    letters = re.search(r"[A-Za-z]{3}", month)
    name = letters[0].lower() if letters else ""
    return _MONTHS.index(name) + 1 if name in _MONTHS else 0


def _date(text: str) -> tuple[str, bool]:
    """Return one date in digits, and whether it is about then; a season is left aside."""
    match = _DATE.fullmatch(text.strip())
    if not match or not _is_there(*match.groups()[:3]):
        raise ValueError(f"is no date: {_WANTED}")
    year, month, day, mark = match.groups()
    if month and int(month) in _SEASONS:
        return year, bool(mark)
    return "-".join(filter(None, (year, month, day))), bool(mark)


def _is_there(year: str, month: str | None, day: str | None) -> bool:
    """Tell whether the calendar has a date."""
    if int(year) == 0:
        return False
    if month is None:
        return True
    if day is None and int(month) in _SEASONS:
        return True
    if not 1 <= int(month) <= 12:
        return False
    return day is None or 1 <= int(day) <= monthrange(int(year), int(month))[1]
