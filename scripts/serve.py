"""Serve the site on 127.0.0.1 and build it again at every edit.

    python scripts/serve.py [PORT]

It is `mkdocs serve --strict` with two differences. MkDocs builds into the folder that it serves,
and after a build that fails it answers nobody until one succeeds. Here each build has a folder of
its own, and the pages of the last good one stay up while an error is being mended. And what is
wrong shows in the browser, too.
"""

import logging
import signal
import socket
import sys
import tempfile
import time
from collections import deque
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from build import NotBuiltError, build, load, show_warnings
from faults import fault
from live_server import LiveServer, page_without_a_site

HOST = "127.0.0.1"
_ASKED = 3  # pages that somebody may be looking at


def main() -> None:
    """Serve until Ctrl-C."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as tidy when told to end
    port = free_port(sys.argv[1] if len(sys.argv) > 1 else "8000")
    show_warnings()
    logging.getLogger("mkdocs.livereload").setLevel(logging.INFO)
    with tempfile.TemporaryDirectory(prefix="site-", ignore_cleanup_errors=True) as work:
        try:
            serve(port, Path(work))
        except NotBuiltError:
            sys.exit("serve: not built, for the reasons above")
        except KeyboardInterrupt:
            say("stopped")


def free_port(text: str) -> int:
    """Return the port that was asked for, or end with the cure where it cannot be had."""
    try:
        port = int(text)
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((HOST, port))
    except (ValueError, OverflowError):
        sys.exit(f"serve: {text} is not a port: make serve PORT=8001")
    except PermissionError:
        sys.exit(f"serve: port {port} is for root only: make serve PORT=8001")
    except OSError:
        sys.exit(f"serve: port {port} is taken: make serve PORT={port + 1}")
    return port


def serve(port: int, work: Path) -> None:
    """Build the site, then serve it and build it again whenever a watched file changes."""
    url = f"http://{HOST}:{port}/"
    shown, spare = work / "a", work / "b"
    # A change may be half done. What of a build can be used again, its pages note here.
    asked: deque[str] = deque(maxlen=_ASKED)
    settings = {"site_url": url, "extra": {"preview": {"asked": asked}}}
    config = load(shown, **settings)
    config.plugins.on_startup(command="serve", dirty=False)
    warned = Warnings()
    logging.getLogger("mkdocs").addHandler(warned)

    def rebuild() -> None:
        nonlocal shown, spare
        warned.lines.clear()
        try:
            built = load(spare, **settings)
            seconds = timed_build(built, url)
        except NotBuiltError:
            say("not built, for the reasons above; the last good pages stay up")
            server.tell("Not shown yet: something has to be mended first", warned.lines)
        except Exception as error:  # a mistake in our own code must not end the server either
            say(fault(error))
            server.tell("Not shown yet: the program failed", [fault(error)])
        else:
            shown, spare = spare, shown
            server.root = str(shown)
            say(f"built in {seconds:.1f} s")
            server.tell("Shown, but to be mended before it is proposed", unsaid(built))

    try:
        server = LiveServer(rebuild, HOST, port, asked, root=str(shown), polling_interval=0.1)
        server.error_handler = lambda code: error_page(shown, code)
        for path in (config.docs_dir, str(config.config_file_path), *config.watch):
            server.watch(path)
        config.plugins.on_serve(server, config=config, builder=rebuild)
        put_page_without_a_site(shown)
        rebuild()
        try:
            server.serve()  # type: ignore[no-untyped-call]
        finally:
            server.shutdown()
    finally:
        config.plugins.on_shutdown()


class Warnings(logging.Handler):
    """Keeps the lines that MkDocs warns with."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a warning, line by line."""
        self.lines += record.getMessage().splitlines()


def unsaid(config: MkDocsConfig) -> list[str]:
    """Return what a preview lets pass, and a check will not."""
    begun = config.extra.get("build")
    notes = begun.edition.site.notes if begun else ()
    return [str(note) for note in notes if not note.code.startswith("N")]


def put_page_without_a_site(folder: Path) -> None:
    """Let there be a page before the first good build, for the browser that waits for it."""
    folder.mkdir()
    (folder / "index.html").write_bytes(page_without_a_site("No good build yet"))


def timed_build(config: MkDocsConfig, url: str) -> float:
    """Build the site, and return how many seconds it took."""
    start = time.monotonic()
    build(config, serve_url=url)
    return time.monotonic() - start


def error_page(folder: Path, code: int) -> bytes | None:
    """Return the site's own page for an HTTP error, where it has one."""
    page = folder / f"{code}.html"
    return page.read_bytes() if page.is_file() else None


def say(message: str) -> None:
    """Print a line at once, wherever the output goes."""
    print(f"serve: {message}", flush=True)


if __name__ == "__main__":
    main()
