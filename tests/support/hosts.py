"""What the ready files in deploy/ tell a host to send with each file of the site."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

DEPLOY = Path(__file__).resolve().parent.parent.parent / "deploy"
Headers = dict[str, str]
# What nginx and Caddy send with a card.
CARD_SENDS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; "
    "form-action 'none'; base-uri 'none'; frame-ancestors *"
}


def text_of(name: str) -> str:
    """Return a ready file."""
    return (DEPLOY / name).read_text(encoding="utf-8")


@cache
def rules() -> list[tuple[str, Headers]]:
    """Return the rules of `_headers`: a pattern of paths, and what is sent for them."""
    found: list[tuple[str, Headers]] = []
    for line in text_of("_headers").splitlines():
        if line.startswith("/"):
            found.append((line, {}))
        elif line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            found[-1][1][name] = value
    return found


def sent_with(path: str) -> Headers:
    """Return the headers that `_headers` asks for with a path, such as `/theories/`."""
    together: Headers = {}
    for pattern, headers in rules():
        if fnmatchcase(path, pattern):
            twice = together.keys() & headers.keys()
            assert not twice, "of two rules, one host joins what they say, and another takes one"
            together |= headers
    return together


def shown_within_others(built: Path) -> set[str]:
    """Return the pages of a built site that `_headers` lets others show within pages of theirs."""
    folders = (page.relative_to(built).parent.as_posix() for page in built.rglob("index.html"))
    pages = {"/" if folder == "." else f"/{folder}/" for folder in folders}
    return {
        page
        for page in pages | {"/404.html", "/index.html"}
        if sent_with(page).get("X-Frame-Options") != "SAMEORIGIN"
    }


def kept_for_a_year(path: str) -> dict[str, bool]:
    """Return whether each ready file says that a browser may keep a path for a year."""
    (named,) = re.findall(r"^\t@named path (.+)$", text_of("Caddyfile"), re.MULTILINE)
    in_nginx = re.findall(r'^ +~(\S+) +".*immutable";$', text_of("nginx.conf"), re.MULTILINE)
    first, rest = text_of("s3.sh").split("\naws s3 sync ")[1:]
    return {
        "_headers": "immutable" in sent_with(path).get("Cache-Control", ""),
        "Caddyfile": any(fnmatchcase(path, pattern) for pattern in named.split()),
        "nginx.conf": any(re.search(pattern, path) for pattern in in_nginx),
        "s3.sh, included": _named(path, "include", first),
        "s3.sh, excluded": _named(path, "exclude", rest),
    }


def _named(path: str, option: str, command: str) -> bool:
    patterns = re.findall(f'--{option} "([^"]+)"', command)
    return any(fnmatchcase(path.removeprefix("/"), pattern) for pattern in patterns)
