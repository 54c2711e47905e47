"""Find a Chromium for the tests, and install one where there is none.

    .venv/bin/python scripts/browser.py

As root on a system with apt it is Debian's package, otherwise Playwright's own. The environment
variable CHROMIUM names another one.

A whole Chromium makes windows and menus that nobody sees: it takes three times the work for a page
that `chromium-headless-shell` takes. So this is used before any other, and where apt has it, it is
installed beside another.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
LOG = ROOT / ".venv" / "browser.log"
SHELL = "chromium-headless-shell"
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PLAYWRIGHT = (sys.executable, "-m", "playwright")
APT = (
    *("apt-get", "-o", "DPkg::Lock::Timeout=120"),
    *("-o", "Acquire::http::Timeout=30", "-o", "Acquire::Retries=1"),
)
# Playwright's driver is linked to libatomic and does not bring it.
LIBRARY = "libatomic1"
PACKAGES = ("chromium", LIBRARY)


def main() -> None:
    """Install a browser unless there is one that the tests can drive."""
    try:
        if not ready():
            install()
        elif may_lighten():
            lighten()
    except KeyboardInterrupt:
        sys.exit("browser: stopped")


def ready() -> bool:
    """Tell whether Playwright runs here and has a browser to drive."""
    find.cache_clear()
    return starts(*PLAYWRIGHT) and find() is not None


@cache
def find() -> str | None:
    """Return the path of a Chromium that starts, for Playwright's `executable_path`.

    Call it before Playwright itself is started: it may have to ask Playwright for its own.
    """
    if chosen := os.environ.get("CHROMIUM"):
        if not starts(chosen):
            sys.exit(f"browser: CHROMIUM={chosen} does not start: correct or unset it")
        return chosen
    on_path = (path for name in NAMES if (path := shutil.which(name)))
    return next((path for path in on_path if starts(path)), None) or playwrights_own()


def starts(*command: str) -> bool:
    """Tell whether a program runs at all; on Ubuntu `chromium` may be a stub that asks for snap."""
    try:
        subprocess.run([*command, "--version"], check=True, capture_output=True, timeout=60)
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def playwrights_own() -> str | None:
    """Return the Chromium that Playwright has downloaded, if it has."""
    if not starts(*PLAYWRIGHT):
        return None
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if starts(path) else None


def may_lighten() -> bool:
    """Tell whether a lighter browser could be had than the one there is. It is tried once."""
    found = find() or ""
    return has_apt() and not ("CHROMIUM" in os.environ or LOG.exists() or found.endswith(SHELL))


def lighten() -> None:
    """Install the lighter browser; if that fails, the one that is there will do."""
    LOG.write_bytes(b"")
    all(run(command) for command in from_apt(SHELL))
    ready()


def install() -> None:
    """Try each way to install a browser until one is found, or say in one line what to do."""
    LOG.write_bytes(b"")
    for commands in ways():
        if all(run(command) for command in commands) and ready():
            return
    sys.exit(
        "browser: no Chromium could be installed: check the network, or have root run "
        f"apt install {' '.join(PACKAGES)} (all that was tried: {LOG.relative_to(ROOT)})"
    )


def ways() -> Iterator[list[tuple[str, ...]]]:
    """Yield the commands of each way to install a browser, the one to prefer first."""
    if has_apt():
        yield from_apt(SHELL, LIBRARY)
        yield from_apt(*PACKAGES)
    print("Installing Playwright's chromium", flush=True)
    yield [(*PLAYWRIGHT, "install", "chromium")]


def has_apt() -> bool:
    """Tell whether we may install packages of Debian."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def from_apt(*packages: str) -> list[tuple[str, ...]]:
    """Return the commands that install packages of Debian, and say so."""
    print(f"Installing Debian's {packages[0]}", flush=True)
    return [(*APT, "update"), (*APT, "install", "-y", "--no-install-recommends", *packages)]


def run(command: tuple[str, ...]) -> bool:
    """Run a command into the log and tell whether it succeeded."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with LOG.open("ab") as log:
        done = subprocess.run(
            command, stdout=log, stderr=subprocess.STDOUT, env=environment, check=False
        )
    return done.returncode == 0


if __name__ == "__main__":
    main()
