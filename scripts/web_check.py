"""Asks other sites whether an address still answers, slowly and politely."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from email.message import Message
from enum import StrEnum
from http import HTTPStatus
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

_GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
_FOR_GOOD = (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT)
_FOR_NOW = (HTTPStatus.FOUND, HTTPStatus.SEE_OTHER, HTTPStatus.TEMPORARY_REDIRECT)
_MOST_HOPS = 10
_TRIES = 3
# A resolver of DOIs leads on to a publisher. That it does so is all that there is to know: what
# publishers answer to programs says nothing of their pages.
_RESOLVERS = ("doi.org", "dx.doi.org")


class State(StrEnum):
    """What became of an address."""

    SOUND = "sound"
    MOVED = "moved"
    DEAD = "dead"
    NOT_REACHED = "not reachable"


@dataclass(frozen=True)
class Answer:
    """What became of an address, and why we think so; where it is now, if it moved."""

    address: str
    state: State
    why: str = ""
    now: str = ""


class _NoRedirect(HTTPRedirectHandler):
    """Leaves it to the caller to go where an answer leads."""

    def redirect_request(self, *_: object) -> None:
        return None


class WebCheck:
    """Asks for addresses, one at a time.

    Args:
        agent: what it calls itself, so that who runs a site can see who asks.
        timeout: seconds to wait for one answer.
        pause: waits so many seconds, between two questions to a host and before a new try.
        resolvers: hosts that only need to lead on.
    """

    def __init__(
        self,
        agent: str,
        timeout: float = 20,
        pause: Callable[[float], None] = time.sleep,
        resolvers: Iterable[str] = _RESOLVERS,
    ) -> None:
        self._agent = agent
        self._timeout = timeout
        self._pause = pause
        self._resolvers = frozenset(resolvers)
        self._opener = build_opener(_NoRedirect)
        self._last_host = ""

    def ask_all(self, addresses: Iterable[str]) -> Iterator[Answer]:
        """Yield what became of each address, host by host.

        What could not be reached is tried again later, when all others have been asked.
        """
        left = sorted(addresses, key=lambda each: (urlsplit(each).netloc, each))
        for attempt in range(1, _TRIES + 1):
            missed = []
            for answer in map(self.ask, left):
                if answer.state is State.NOT_REACHED and attempt < _TRIES:
                    missed.append(answer.address)
                else:
                    yield answer
            left = missed
            if left:
                self._pause(30)

    def ask(self, address: str) -> Answer:
        """Return what became of an address, asked once."""
        here, home, only_for_good = address, address, True
        for _ in range(_MOST_HOPS):
            try:
                status, leads_to = self._status(here)
            except (OSError, HTTPException, ValueError) as error:
                return Answer(address, State.NOT_REACHED, _reason(error))
            if status in (*_FOR_GOOD, *_FOR_NOW) and leads_to:
                if urlsplit(here).netloc in self._resolvers:
                    return Answer(address, State.SOUND)
                here = urljoin(here, leads_to)
                only_for_good = only_for_good and status in _FOR_GOOD
                home = here if only_for_good else home
            else:
                return _judged(address, status, home)
        return Answer(address, State.NOT_REACHED, f"it leads on more than {_MOST_HOPS} times")

    def _status(self, address: str) -> tuple[int, str]:
        """Return the status of an address, and where it leads; some hosts answer only to GET."""
        status, headers = self._asked(address, "HEAD")
        if status >= HTTPStatus.BAD_REQUEST:
            status, headers = self._asked(address, "GET")
        return status, headers.get("Location", "")

    def _asked(self, address: str, method: str) -> tuple[int, Message]:
        if not address.startswith(("http://", "https://")):
            raise ValueError("it leads to something that is no web page")
        host = urlsplit(address).netloc
        if host == self._last_host:
            self._pause(1)
        self._last_host = host
        request = Request(address, method=method, headers={"User-Agent": self._agent})
        try:
            with self._opener.open(request, timeout=self._timeout) as answer:
                return answer.status, answer.headers
        except HTTPError as error:
            with error:
                return error.code, error.headers


def _judged(address: str, status: int, home: str) -> Answer:
    """Judge an address by its last answer, and by where it leads for good."""
    if status in _GONE:
        return Answer(address, State.DEAD, f"answers {status}")
    if status >= HTTPStatus.BAD_REQUEST:
        return Answer(address, State.NOT_REACHED, f"answers {status}")
    if home.partition("#")[0] != address.partition("#")[0]:
        return Answer(address, State.MOVED, "leads on for good", home)
    return Answer(address, State.SOUND)


def _reason(error: Exception) -> str:
    why = str(getattr(error, "reason", "")) or str(error) or type(error).__name__
    return " ".join(why.split())
