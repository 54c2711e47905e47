"""A server on this machine that compresses as a host would, and counts what it sends."""

from __future__ import annotations

import gzip
import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

# Pagefind's own files are compressed already, and have no type of these.
_COMPRESSED = frozenset({"text/html", "text/javascript", "application/json"})


@dataclass
class Served:
    """A served folder: its address, and bytes sent and before compression since they were set.

    The page that asks is left out: it belongs to the trial.
    """

    address: str
    sent: int = 0
    plain: int = 0


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, served: Served, directory: str) -> None:
        self.served = served
        super().__init__(*arguments, directory=directory)

    def do_GET(self) -> None:
        """Send a file, or the page of a folder."""
        path = Path(self.translate_path(self.path))
        is_page = path.is_dir()
        try:
            body, plain, kind, encoding = _file(path / "index.html" if is_page else path)
        except OSError:
            self.send_error(404)
            return
        if not is_page:
            self.served.sent += len(body)
            self.served.plain += plain
        self.send_response(200)
        for name, value in (("Type", kind), ("Length", str(len(body))), ("Encoding", encoding)):
            self.send_header(f"Content-{name}", value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: Any) -> None:  # noqa: A002
        pass


@cache
def _file(path: Path) -> tuple[bytes, int, str, str]:
    """Return a file as it is sent, its size before that, its type and its encoding."""
    content = path.read_bytes()
    kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
    if kind in _COMPRESSED:
        return gzip.compress(content, 6), len(content), kind, "gzip"
    return content, len(content), kind, "identity"


@contextmanager
def serving(folder: Path) -> Iterator[Served]:
    """Serve a folder while its files stay as they are."""
    served = Served("")
    handler = partial(_Handler, served=served, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        served.address = f"http://127.0.0.1:{server.server_port}/"
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield served
        finally:
            server.shutdown()
            _file.cache_clear()
