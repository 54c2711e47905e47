"""Addresses in the data: of the web with http or https, or of this site; nothing else is a link."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, get_args

import jsonschema
import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from theorybook.data.datafiles import DATA_FILES
from theorybook.data.model_paths import model_in
from theorybook.model.address import (
    DoiOrWebAddress,
    EditAddress,
    Form,
    PageAddress,
    SiteAddress,
    SiteLink,
    SpotAddress,
    WebAddress,
    stays_inside,
)

if TYPE_CHECKING:
    from tests.conftest import Project

NOWHERE = [
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "ftp://host.example/",
    "//host.example/",
    "/etc/passwd",
    "https://",
    "https:host.example",
    "https://user:word@host.example/",
    "https://host.example@other.example/",
    "https://host.example\\@other.example/",
    "https://host.example/a b",
    'https://host.example/"onclick="x',
    "https://host.example/\u202egpj.exe",
    "https://host.example/\u0000",
    "https://host.example:port/",
    "\\\\host\\share",
    "C:/windows/",
    "../../etc/",
    "a/../../b/",
    "a//b/",
    "./",
    "..",
    "%2e%2e/a/",
]
WEB = [
    "https://host.example",
    "http://host.example/",
    "https://host.example:8080/a/b.html?c=d&e=f#g",
    "https://münchen.example/straße/(1)",
    "http://192.0.2.1/",
]
PAGES = ["about/", "about/old-page/", "theories/a_b.c/", "über/"]
LINKS = [*PAGES, "data/v1/theories.json", "studies/?depth=full text".replace(" ", "+"), "map/#x"]
# What may be an address of the web, and not that of a site, or of where to edit its docs/.
NO_SITE = [
    *LINKS,
    "https://host.example/?a=1",
    "https://host.example//",
    "https://host.example/#a",
    "https://host.example/index.html",
    "http://localhost:8000/",
    "http://127.0.0.1",
]
NO_EDIT = [
    "https://forge.example/a/b/blob/main/docs/",
    "https://forge.example/a/b/edit/main/",
    "https://forge.example/a/b/edit/main/docs",
    "https://forge.example/a?b=docs/",
]

FORMS: dict[str, Any] = {
    "web": WebAddress,
    "site": SiteAddress,
    "edit": EditAddress,
    "doi or web": DoiOrWebAddress,
    "link": SiteLink,
    "page": PageAddress,
    "spot": SpotAddress,
}


def takes(form: str, text: str) -> bool:
    """Return whether a type takes a text, after a look at its JSON Schema."""
    adapter = TypeAdapter[Any](FORMS[form])
    try:
        adapter.validate_python(text)
    except ValidationError:
        return False
    jsonschema.validate(text, adapter.json_schema())
    return True


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("text", NOWHERE)
def test_what_leads_elsewhere_is_no_address(form: str, text: str) -> None:
    assert not takes(form, text)


@pytest.mark.parametrize(
    ("form", "good", "bad"),
    [
        ("web", WEB, [*LINKS, "10.1000/182"]),
        ("site", ["https://host.example", "https://a.b.example:8080/c/d_e"], NO_SITE),
        ("edit", ["https://forge.example/a/-/edit/main/docs/"], NO_EDIT),
        ("doi or web", [*WEB, "10.1000/182"], [*PAGES, "10.1/x"]),
        ("link", LINKS, WEB),
        ("page", PAGES, [*WEB, *LINKS[len(PAGES) :], "about"]),
        ("spot", [*PAGES, "about/#part"], [*WEB, "about", "about#part", "#part"]),
    ],
)
def test_each_kind_takes_its_own(form: str, good: list[str], bad: list[str]) -> None:
    assert [text for text in good if not takes(form, text)] == []
    assert [text for text in bad if takes(form, text)] == []


@pytest.mark.parametrize("address", ["", "a/", "a/b.json", "#a", "a/#b:c", "a b/"])
def test_what_stays_inside(address: str) -> None:
    assert stays_inside(address)


@pytest.mark.parametrize(
    "address", ["/a", "../a", "a/../b", "a//b", "C:/a", "a\\b", ".", "a/./b", "a\nb", "//a"]
)
def test_what_does_not_stay_inside(address: str) -> None:
    assert not stays_inside(address)


def fields(model: type[BaseModel]) -> Iterator[tuple[str, Any]]:
    """Yield every field of a model and of the models inside it: name and field."""
    for name, field in model.model_fields.items():
        yield name, field
        inner = model_in(field.annotation)
        if inner is not None:
            yield from fields(inner)


def is_address(field: Any) -> bool:
    """Return whether a field is of a type made here."""
    given = [*field.metadata, *_inside(field.annotation)]
    return any(isinstance(getattr(item, "func", None), Form) for item in given)


def _inside(annotation: Any) -> Iterator[Any]:
    for inner in get_args(annotation):
        yield from getattr(inner, "__metadata__", ())
        yield from _inside(inner)


def test_every_field_that_holds_an_address_has_its_type() -> None:
    found = {name for file in DATA_FILES for name, field in fields(file.model) if is_address(field)}
    assert found == {
        "page", "was", "now", "content_licence_url", "licence_url", "read_at", "where", "address",
        "edit_address",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("site.yaml", "https://creativecommons.org/publicdomain/zero/1.0/", "javascript:alert(1)"),
        ("site.yaml", "page: theories/", "page: javascript:alert(1)"),
    ],
)
def test_the_check_says_where_and_what_is_wanted(
    project: Project, file: str, old: str, new: str
) -> None:
    project.edit(f"data/{file}", old, new)
    (problem,) = project.problems()
    assert problem.code == "M03"
    assert project.text_at(problem.place).startswith("javascript:")
    assert "`javascript:alert(1)`: an" in problem.message
