"""Dates as BibTeX and BibLaTeX write them: years, months, days, spans, and `about`."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?([~?%]?)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = range(21, 25)
_NAMED_SEASONS = ("spring", "summer", "autumn", "fall", "winter")
# What a style says where nothing says when a work came out.
NO_DATE = "n.d."
_NO_DATE = re.compile(r"n\.? ?d|no date|undated|date unknown|s\. ?d|o\. ?J", re.IGNORECASE)
_AROUND = re.compile(r"[\[\]()©]|^c(?=\d)")
_ABOUT = re.compile(r"(?:ca?\.|ca|circa|about)\s*(?=\d{4}(?!\d))", re.IGNORECASE)
# A letter tells two of one year apart in a list; it is no part of the date.
_YEAR = re.compile(r"(\d+)[a-z]?", re.ASCII)
_SPAN = re.compile(r"(\d{4})\s*[-–—/]+\s*(\d{4}|\d{2})", re.ASCII)
_MONTH_AND_YEAR = re.compile(r"(\d{1,2})[/.](\d{4})", re.ASCII)
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

    What is no month, such as `Spring`, is left aside. So are a letter that tells two of one year
    apart, brackets, and the sign of a copyright.

    Raises:
        ValueError: `year` holds figures that are no year, no day and no span of years.
    """
    bare = _AROUND.sub("", year).strip(" .")
    if _NO_DATE.fullmatch(bare):
        return Issued(NO_DATE)
    if not re.search(r"\d", bare, re.ASCII):
        return Issued(year)
    about = _ABOUT.match(bare)
    found = _figures(bare[about.end() :] if about else bare, month, day)
    return replace(found, circa=found.circa or bool(about))


def _figures(text: str, month: str, day: str) -> Issued:
    """Read a year, a day or a span of years; years that no calendar has are told elsewhere."""
    if re.fullmatch(r"\d{4}-\d{2}(-\d{2})?|\d{4}[~?]", text, re.ASCII) and not _is_span(text):
        return issued(text)
    if single := _YEAR.fullmatch(text):
        return _in_month(single[1], month, day)
    if span := _SPAN.fullmatch(text):
        return _spanning(*span.groups())
    if numbers := _MONTH_AND_YEAR.fullmatch(text):
        return issued(f"{numbers[2]}-{numbers[1]:0>2}")
    return _in_words(text)


def _is_span(text: str) -> bool:
    """Tell whether `2019-20` is two years: there is no month 20."""
    return len(text) == 7 and not 1 <= int(text[5:]) <= 12


def _spanning(first: str, last: str) -> Issued:
    may_be_month = len(last) == 2 and 1 <= int(last) <= 12
    if may_be_month and int(last) <= int(first[2:]):
        return issued(f"{first}-{last}")
    if may_be_month:
        raise ValueError(f"may be a month or two years: {_WANTED}")
    return issued(f"{first}/{first[:-2] * (len(last) == 2)}{last}")


def _in_words(text: str) -> Issued:
    """Read `March 2020`, `2020 Mar 3` or `Spring 2020`."""
    years = re.findall(r"(?<!\d)\d{4}(?!\d)", text, re.ASCII)
    rest = re.sub(r"\d{4}", "", text, count=1)
    names = re.findall("[A-Za-z]{3,}", rest)
    are_months = all(_month(name) or name.lower() in _NAMED_SEASONS for name in names)
    has_one_day = re.fullmatch(r"\D*(?:\d{1,2}\D*)?", rest)
    if len(years) != 1 or not names or not are_months or not has_one_day:
        raise ValueError(f"is no year: {_WANTED}, or in words alone, such as `in press`")
    return _in_month(years[0], rest, "") if len(names) == 1 else Issued(years[0])


def _in_month(year: str, month: str, day: str) -> Issued:
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
