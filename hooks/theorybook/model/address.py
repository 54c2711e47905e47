"""Addresses that the data may hold: of the web, and of this site. Every link is made of them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from theorybook.model.base import Text

# One part of an address between slashes; a dot or two alone would lead elsewhere.
_PART = r"""(?!\.{1,2}(?:/|$|#|\?))[^\s/\\?#:%<>"'&`]+"""
_FRAGMENT = r"""(?:#[^\s#\\<>"'&`]+)?"""
_QUERY = r"""(?:\?[^\s#\\<>"'`]*)?"""


@dataclass(frozen=True)
class Form:
    """What an address looks like.

    Attributes:
        kind: the kind of fault that a text of another form is.
        pattern: the form, in the words that JSON Schema and Python share.
        wanted: what is wanted, in words.
    """

    kind: str
    pattern: str
    wanted: str

    def __call__(self, text: str) -> str:
        """Return the text if it has this form; raises PydanticCustomError otherwise."""
        if re.fullmatch(self.pattern, text) and not has_unseen(text):
            return text
        raise PydanticCustomError(self.kind, f"{self.wanted} is wanted here")

    @property
    def schema(self) -> WithJsonSchema:
        """The form as JSON Schema."""
        return WithJsonSchema({"type": "string", "pattern": self.pattern})


_HOST = r"[^\W_](?:[\w-]*\w)?(?:\.[^\W_](?:[\w-]*\w)?)*\.?"
_WEB_PATTERN = rf"""^https?://{_HOST}(?::[0-9]{{1,5}})?(?:[/?#][^\s\\<>"`]*)?$"""
_WEB = Form(
    "web_address",
    _WEB_PATTERN,
    "an address that starts with https:// or http://, and has a host and no blanks or passwords,",
)
# A fork may lie in a folder of its host; a machine of one's own is found by nobody else.
_NO_SITE = r"(?!.*\.html?$)(?!https?://(?:localhost|127\.|0\.0\.0\.0))"
_SITE = Form(
    "site_address",
    rf"""^{_NO_SITE}https?://{_HOST}(?::[0-9]{{1,5}})?(?:/(?:{_PART}/)*(?:{_PART})?)?$""",
    "the address at which readers find the first page, such as https://example.org/garden/, with "
    "no page, question or second slash behind it,",
)
_EDIT = Form(
    "edit_address",
    r"""^(?!.*/(?:blob|tree|raw)/)https?://[^\s\\<>"`?#]+/docs/$""",
    "the address at which docs/ can be edited, with `/edit/` in it where a page of files has "
    "`/blob/`, and `docs/` at its end,",
)
_DOI_OR_WEB = Form(
    "doi_or_web_address",
    rf"""(?:^10\.[0-9]{{4,9}}/[^\s"]+$|{_WEB_PATTERN})""",
    "a DOI such as 10.1000/182, or an address that starts with https:// or http://,",
)
_LINK = Form(
    "site_link",
    f"^(?:{_PART}/)*(?:{_PART})?{_QUERY}{_FRAGMENT}$",
    "an address of this site, such as `theories/`, with nothing before it,",
)
_PAGE = Form(
    "site_page",
    f"^(?:{_PART}/)+$",
    "the address of a page of this site, with a slash at its end and none at its start,",
)
_SPOT = Form(
    "site_page",
    f"^(?:{_PART}/)+{_FRAGMENT}$",
    "the address of a page of this site, with a slash at its end and none at its start,",
)

# A place on the web: http or https, and a host.
WebAddress = Annotated[Text, AfterValidator(_WEB), _WEB.schema]
# Where readers find this site, and where its docs/ can be edited.
SiteAddress = Annotated[Text, AfterValidator(_SITE), _SITE.schema]
EditAddress = Annotated[WebAddress, AfterValidator(_EDIT), _EDIT.schema]
# A publication: its DOI, or its place on the web.
DoiOrWebAddress = Annotated[Text, AfterValidator(_DOI_OR_WEB), _DOI_OR_WEB.schema]
# A page or file of this site, counted from its root, with a question or an anchor if need be.
SiteLink = Annotated[Text, AfterValidator(_LINK), _LINK.schema]
# A page of this site.
PageAddress = Annotated[Text, AfterValidator(_PAGE), _PAGE.schema]
# A page of this site, or an anchor on it.
SpotAddress = Annotated[Text, AfterValidator(_SPOT), _SPOT.schema]


def has_unseen(text: str) -> bool:
    """Return whether a text holds a blank, or a character that nobody can see."""
    return any(unicodedata.category(character)[0] in "CZ" for character in text)


def stays_inside(address: str) -> bool:
    """Return whether an address, joined to a folder, is a place in that folder.

    Args:
        address: of a page or file, from the site's root, with an anchor or without; the address
            of the first page is empty.
    """
    path = address.partition("#")[0]
    parts = path.removesuffix("/").split("/") if path else []
    is_plain = not re.search(r"[\\:\x00-\x1f\x7f-\x9f]", path)
    return is_plain and not any(part in ("", ".", "..") for part in parts)
