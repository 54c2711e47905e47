"""What lists can be filtered by: what some record has, by its name, and no more."""

from __future__ import annotations

from theorybook.sieves import newest_first, quote_filters, study_filters
from theorybook.site import Site


def test_studies_are_filtered_by_what_they_have(garden_site: Site) -> None:
    filters = {name: options for name, _, options in study_filters(garden_site)}
    assert filters == {
        "group": [("gardeners", "gardeners"), ("neighbors", "neighbors & {{ 7 * 7 }}")],
        "design": [("talk", "talk over a fence"), ("page", "a page, <b>short</b>")],
        # One study names no country.
        "country": [("nowhere", "Nowhere"), ("not-known", "not known")],
        "year": [("2032", "2032"), ("2031", "2031")],
    }


def test_quotations_are_filtered_by_what_they_have(garden_site: Site) -> None:
    filters = {name: options for name, _, options in quote_filters(garden_site)}
    assert [value for value, _ in filters["stands"]] == ["abstract", "title"]
    assert [value for value, _ in filters["speaker"]] == ["researcher", "gardener", "not-stated"]
    assert [value for value, _ in filters["source"]] == ["example2031beds", "example_2032-weeds"]


def test_the_newest_study_comes_first(garden_site: Site) -> None:
    assert [study.key for study in newest_first(garden_site)] == [
        "example_2032-weeds",
        "example2031beds",
    ]
