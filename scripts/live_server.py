"""The server of `make serve`: it shows in the browser what the terminal says is wrong."""

import html
import re
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import Any

from mkdocs.livereload import LiveReloadServer

_PLACE = re.compile(r"(?P<place>[^\s:]+(?::\d+){1,2}): (?P<what>.*?)(?:; fix: (?P<fix>.*))?")
_LOOK = (
    "position:fixed;inset:auto 0 0 0;z-index:9999;max-height:60vh;overflow:auto;box-sizing:"
    "border-box;padding:12px 16px;background:#fff8e1;color:#1a1a1a;border-top:6px solid #b3261e;"
    "font:16px/1.45 system-ui,sans-serif;text-align:left"
)
_WHOLE_PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
    '<meta name="viewport" content="width=device-width"></head><body></body></html>'
)


class LiveServer(LiveReloadServer):
    """Serves a folder, reloads browsers when it changes, and tells on each page what is wrong.

    Args:
        builder: is called after each change.
        host: where it listens.
        port: where it listens there.
        asked: takes the address of each page that is asked for, newest last.
        settings: of MkDocs' own server.
    """

    def __init__(
        self,
        builder: Callable[[], None],
        host: str,
        port: int,
        asked: deque[str],
        **settings: Any,
    ) -> None:
        super().__init__(builder, host, port, **settings)
        # Whatever is saved at once, one look at the files finds together as a rule.
        self.build_delay = 0.02
        self._asked = asked
        self._told = ""

    def _serve_request(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes] | None:
        path = environ["PATH_INFO"]
        if path.endswith("/"):
            address = path.removeprefix("/")
            with suppress(ValueError):
                self._asked.remove(address)
            self._asked.append(address)
        answer: Iterable[bytes] | None = super()._serve_request(environ, start_response)
        return answer

    def tell(self, title: str, lines: Sequence[str]) -> None:
        """Show these lines on every page from now on, and no others; no lines show nothing.

        Args:
            title: what they are, in a few words.
            lines: each as `file:line:column: what is wrong; fix: what to do`, or any other text.
        """
        told = told_html(title, lines)
        if told != self._told:
            self._told = told
            self._reload_browsers()

    def _reload_browsers(self) -> None:
        with self._epoch_cond:
            self._visible_epoch = self._wanted_epoch = round(time.monotonic() * 1000)
            self._epoch_cond.notify_all()

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """Add what is wrong to a page, where MkDocs adds what reloads it."""
        whole: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        at = whole.rindex(b"<script>")
        return whole[:at] + self._told.encode() + whole[at:]


def told_html(title: str, lines: Sequence[str]) -> str:
    """Return lines about what is wrong as a box at the foot of a page; nothing for no lines."""
    if not lines:
        return ""
    items = "".join(f'<li style="margin:8px 0">{_item(line)}</li>' for line in lines)
    return (
        f'<aside id="serve-told" role="alert" style="{_LOOK}"><details open>'
        f'<summary style="font-weight:700">{html.escape(title)}</summary>'
        f'<ol style="margin:8px 0 0;padding-left:24px">{items}</ol></details></aside>'
    )


def _item(line: str) -> str:
    found = _PLACE.fullmatch(line)
    if found is None:
        return html.escape(line)
    place, what, fix = (html.escape(part or "") for part in found.group("place", "what", "fix"))
    cure = f"<br><strong>To mend it:</strong> {fix}" if fix else ""
    return f'<code style="font-weight:700">{place}</code> {what}{cure}'


def page_without_a_site(title: str) -> bytes:
    """Return a page to show while there is no good build yet; the server adds what is wrong."""
    return _WHOLE_PAGE.format(title=html.escape(title)).encode()
