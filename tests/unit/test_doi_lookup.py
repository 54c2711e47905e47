"""The registry of DOIs is asked in its own way, and what it does not know is told."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from theorybook.authoring.doi_lookup import LookupFailedError, look_up

CSL = "application/vnd.citationstyles.csl+json"


class _Registry(BaseHTTPRequestHandler):
    """Knows one DOI, as CSL-JSON; one it shows as a page; one breaks it; no other."""

    def do_GET(self) -> None:
        known = {"/10.0000/known(1)%3Ca%3E": 200, "/10.0000/page": 200, "/10.0000/broken": 500}
        self.send_response(known.get(self.path, 404))
        asked = self.headers["Accept"] if "known" in self.path else "text/html"
        self.send_header("Content-Type", asked)
        self.end_headers()
        self.wfile.write('{"title": "Rüben"}'.encode())

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        pass


@pytest.fixture
def registry() -> Iterator[str]:
    """Return the address of a registry on this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Registry) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_what_is_known_comes_as_csl_json(registry: str) -> None:
    # Old DOIs hold signs that no address can.
    assert look_up("10.0000/known(1)<a>", registry) == '{"title": "Rüben"}'


@pytest.mark.parametrize(
    ("doi", "says"),
    [
        ("10.0000/nobody", "nobody registered the DOI 10.0000/nobody"),
        ("10.0000/page", "gave no reference"),
        ("10.0000/broken", "answers 500"),
    ],
)
def test_what_is_not_known_is_told(registry: str, doi: str, says: str) -> None:
    with pytest.raises(LookupFailedError, match=says) as caught:
        look_up(doi, registry)
    assert "paste the reference" in str(caught.value)


def test_without_a_network_it_says_so() -> None:
    with pytest.raises(LookupFailedError, match="cannot be reached from here"):
        look_up("10.0000/known", "http://127.0.0.1:1/")
