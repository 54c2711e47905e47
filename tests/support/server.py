"""A small server for a built site, on a free port of this machine."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any


class _Handler(SimpleHTTPRequestHandler):
    def __init__(
        self,
        *arguments: Any,
        prefix: str,
        log: list[str],
        sent_with: Callable[[str], Mapping[str, str]],
        directory: str,
    ) -> None:
        self.prefix = prefix
        self.log = log
        self.sent_with = sent_with
        super().__init__(*arguments, directory=directory)

    def translate_path(self, path: str) -> str:
        inside = path.startswith(self.prefix)
        return super().translate_path("/" + path.removeprefix(self.prefix) if inside else "/none")

    def send_error(self, code: int, *arguments: Any) -> None:
        """Answer with the site's own page for what is missing, as hosts of static sites do."""
        page = Path(self.directory, "404.html")
        if code != 404 or not page.is_file():
            super().send_error(code, *arguments)
            return
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(page.stat().st_size))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(page.read_bytes())

    def end_headers(self) -> None:
        """Send what the host is told to send with a path."""
        for name, value in self.sent_with("/" + self.path.removeprefix(self.prefix)).items():
            self.send_header(name, value)
        super().end_headers()

    def parse_request(self) -> bool:
        """Note what was asked, and from where: all that a host could keep."""
        is_sound = super().parse_request()
        if is_sound:
            came = self.headers.get("Referer")
            self.log.append(f"{self.path} Referer: {came}" if came else self.path)
        return is_sound

    def log_message(self, format: str, *arguments: Any) -> None:  # noqa: A002
        pass


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that went on before it had all of a file."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serving(
    folder: Path,
    prefix: str = "/",
    log: list[str] | None = None,
    sent_with: Callable[[str], Mapping[str, str]] = lambda _: {},
) -> Iterator[str]:
    """Serve a folder, and give its address, which ends with the prefix.

    Each request is noted in `log`, with the page it came from if the browser told. `sent_with`
    tells which headers go with a path, counted from the prefix.
    """
    noted = log if log is not None else []
    handler = partial(
        _Handler, prefix=prefix, log=noted, sent_with=sent_with, directory=str(folder)
    )
    with _Server(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{prefix}"
        finally:
            server.shutdown()
