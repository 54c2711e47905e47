"""`make serve` shows an edit to anything the site is made from, and outlives mistakes."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import IO
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from tests.support.projects import copy_garden, replace_once
from tests.support.publishing import publish

PARTS = ("conditions", "actions", "risks", "signs", "unknowns", "would_change", "talk")
THEORY = "theories/weeding-together/"
NAME = "Weeds and eyes"
# What differs from build to build on a page that says the same.
OF_THE_BUILD = re.compile(
    r"search\.\w+\.index|livereload\([\d, ]+\)|<aside id=.serve-told.*?</aside>", re.DOTALL
)
TEMPLATES = "hooks/theorybook/templates/"
SHEET = "the style sheet, whose name follows its content"


@dataclass(frozen=True)
class Server:
    """A running server: its address, and what it prints."""

    address: str
    output: IO[str]

    def page(self, url: str) -> str:
        if url == SHEET:
            (url,) = re.findall(r'href="(assets/css/site\.[^"]+)"', self.page(""))
        try:
            with urlopen(self.address + url, timeout=30) as answer:
                return str(answer.read(), "utf-8")
        except HTTPError:  # another build took its place since the page was read
            return ""

    def wait_for(self, words: str, url: str) -> None:
        """Read what the server prints until a page shows the words."""
        said = ""
        while words not in self.page(url):
            line = self.output.readline()
            said += line
            assert line, f"the server ended: {said}"

    def wait_until_said(self, words: str) -> str:
        """Read what the server prints until it says the words; return all of it."""
        said = ""
        while words not in said:
            line = self.output.readline()
            said += line
            assert line, f"the server ended: {said}"
        return said


@contextmanager
def serving(project: Path) -> Iterator[Server]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, str(project / "scripts" / "serve.py"), str(port)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        guard = Timer(120, process.kill)  # so that a silent server fails the test, not hangs it
        guard.start()
        assert process.stdout
        try:
            yield Server(f"http://127.0.0.1:{port}/", process.stdout)
        finally:
            guard.cancel()
            process.terminate()


@pytest.fixture
def garden(tmp_path: Path) -> Path:
    return copy_garden(tmp_path / "garden")


def draft_of(theories: str, parts: tuple[str, ...]) -> str:
    """Return a copy of the first theory as a draft with an id of its own, and with empty parts."""
    theory = theories[theories.index("- id: T001\n") : theories.index("- id: T002\n")]
    draft = theory.replace("T001", "T099").replace("slug: sharing-tools", "slug: only-begun")
    draft = draft.replace("status: published", "status: draft")
    for part in parts:
        draft, count = re.subn(rf"^  {part}:\n(?:  [- ] .*\n|\n)+", f"  {part}: []\n", draft,
                               flags=re.MULTILINE)  # fmt: skip
        assert count == 1, part
    return draft


def test_a_draft_shows_in_the_preview_however_little_is_in_it(garden: Path) -> None:
    data = garden / "data" / "theories.yaml"
    with serving(garden) as server:
        server.wait_until_said("Serving on")
        theories = data.read_text(encoding="utf-8")
        draft = draft_of(theories, PARTS)
        data.write_text(theories.rstrip("\n") + "\n" + draft, encoding="utf-8")
        server.wait_for("<strong>A draft.</strong>", "theories/only-begun/")
        assert "Draft, in this preview alone." in server.page("theories/")
        assert "<strong>A draft.</strong>" not in server.page("theories/sharing-tools/")


def test_a_mistake_is_told_while_the_last_good_pages_stay(garden: Path) -> None:
    data = garden / "data" / "theories.yaml"
    with serving(garden) as server:
        server.wait_until_said("Serving on")
        before = server.page(THEORY)
        replace_once(data, f"short: {NAME}", f"shrot: {NAME}")
        said = server.wait_until_said("the last good pages stay up")
        line = data.read_text(encoding="utf-8").split("\n").index(f"  shrot: {NAME}") + 1
        assert f"data/theories.yaml:{line}:3: M01 " in said
        assert_told(said)
        assert NAME in server.page("theories/sharing-tools/")
        replace_once(data, f"shrot: {NAME}", f"short: {NAME}")
        text = data.read_text(encoding="utf-8")
        at = text.index("cites: [example_2032-weeds]", text.index("- id: T002"))
        data.write_text(f"{text[:at]}cites: [nowhere-F1]{text[at + 27 :]}", encoding="utf-8")
        said = server.wait_until_said("`nowhere-F1`")
        assert_told(said + server.wait_until_said("the last good pages stay up"))
        told = server.page(THEORY)
        assert '<aside id="serve-told" role="alert"' in told
        assert OF_THE_BUILD.sub("", told) == OF_THE_BUILD.sub("", before)
        data.write_text(text.replace(f"short: {NAME}", "short: Mended"), encoding="utf-8")
        server.wait_for("Mended", "theories/sharing-tools/")


def assert_told(said: str) -> None:
    """Assert that a mistake is told by its code alone, with its cure."""
    assert "; fix: " in said
    assert "Traceback" not in said
    assert "Error " not in said


# A file, what stands in it, what is written there, and a page that shows it.
EDITS = (
    ("docs/about/limits.md", "# Limits of", "# Edited limits of", "about/limits/"),
    ("docs/assets/css/site.css", "/* The look of the site.", "/* Edited", SHEET),
    (f"{TEMPLATES}theory.html", "The words this rests on", "Edited words", THEORY),
    ("overrides/main.html", "Skip to the content", "Edited skip", "about/limits/"),
)


def test_what_can_be_shown_alone_is_shown_before_the_rest(garden: Path) -> None:
    with serving(garden) as server:
        server.wait_until_said("Serving on")
        for file, old, new, url in EDITS:
            words = new.removeprefix("# ")
            assert words not in server.page(url)
            replace_once(garden / file, old, new)
            said = server.wait_until_said("the rest follows")
            assert f"/{url}" in said or "/assets/css/site." in said
            first = server.page(url)
            assert words in first
            server.wait_until_said("serve: built in")
            server.wait_for(words, url)
            assert OF_THE_BUILD.sub("", server.page(url)) == OF_THE_BUILD.sub("", first)
        # What touches every page waits for the build.
        home = "Two invented theories"
        replace_once(garden / "data" / "site.yaml", home, "Three invented theories")
        assert "the rest follows" not in server.wait_until_said("serve: ")
        server.wait_for("Three invented theories", "")
        replace_once(garden / "data" / "theories.yaml", f"short: {NAME}", f"short: {NAME} edited")
        server.wait_for(f"{NAME} edited", "theories/sharing-tools/")


def test_an_edited_record_is_shown_before_the_rest_and_as_every_build_shows_it(
    garden: Path,
) -> None:
    """So it is without a line in its history, which is told."""
    publish(garden)
    data = garden / "data" / "theories.yaml"
    with serving(garden) as server:
        server.wait_until_said("Serving on")
        replace_once(data, "People hum while", "People sing while")
        assert f"/{THEORY}; the rest follows" in server.wait_until_said("the rest follows")
        first = server.page(THEORY)
        assert "People sing while" in first
        assert "People hum while" in server.page("data/v1/theories.json")
        said = server.wait_until_said("serve: built in")
        assert "note: data/theories.yaml:" in said
        assert "H02 the theory `T002` says something else" in said
        server.wait_for("People sing while", "data/v1/theories.json")
        server.wait_for("Shown, but to be mended before it is proposed", "about/limits/")
        assert OF_THE_BUILD.sub("", server.page(THEORY)) == OF_THE_BUILD.sub("", first)
