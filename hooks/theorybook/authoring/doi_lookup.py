"""What the registry of DOIs says of one, asked for over the network."""

from __future__ import annotations

from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

REGISTRY = "https://doi.org/"
_CSL = "application/vnd.citationstyles.csl+json"
_SECONDS = 20
_LARGEST = 5_000_000  # bytes
_PASTE = "paste the reference as BibTeX, RIS or CSL-JSON instead"


class LookupFailedError(Exception):
    """Nothing was found; the message says why, and what to do."""


def look_up(doi: str, registry: str = REGISTRY) -> str:
    """Return what is known of a DOI, as CSL-JSON.

    Args:
        doi: the DOI alone, such as `10.1000/1`.
        registry: the address before it.

    Raises:
        LookupFailedError: there is no network, the registry does not know it, or the answer is of
            no use.
    """
    address = registry + quote(doi, safe="/:()._-")
    request = Request(address, headers={"Accept": _CSL, "User-Agent": "make reference"})
    try:
        with urlopen(request, timeout=_SECONDS) as answer:
            content: bytes = answer.read(_LARGEST + 1)
            if len(content) > _LARGEST or "json" not in answer.headers.get_content_type():
                raise LookupFailedError(f"{address} gave no reference; {_PASTE}")
            return content.decode("utf-8")
    except HTTPError as error:
        if error.code == 404:
            message = f"nobody registered the DOI {doi}; look for a slip in it, or {_PASTE}"
            raise LookupFailedError(message) from error
        raise LookupFailedError(f"{address} answers {error.code}; {_PASTE}") from error
    except (URLError, OSError, UnicodeDecodeError) as error:
        message = f"{registry} cannot be reached from here; {_PASTE}"
        raise LookupFailedError(message) from error
