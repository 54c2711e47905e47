"""`make serve` follows every edit, and keeps the last good pages up while one is wrong."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import IO
from urllib.request import urlopen

import pytest

import serve
from live_server import told_html


@pytest.fixture
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@contextmanager
def serving(project: Path, port: int) -> Iterator[IO[str]]:
    """Serve a project, and give what the server prints."""
    command = [sys.executable, str(project / "scripts" / "serve.py"), str(port)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        guard = Timer(60, process.kill)  # so that a silent server fails the test, not hangs it
        guard.start()
        assert process.stdout
        try:
            yield process.stdout
        finally:
            guard.cancel()
            process.terminate()


def read_until(output: IO[str], words: str) -> str:
    said = ""
    for line in output:
        said += line
        if words in line:
            return said
    pytest.fail(f"the server ended without saying {words!r}: {said}")


def page(port: int) -> str:
    with urlopen(f"http://127.0.0.1:{port}/", timeout=30) as answer:
        return str(answer.read(), "utf-8")


def test_edits_are_followed_and_errors_survived(project: Path, port: int) -> None:
    words = project / "data" / "words.txt"
    with serving(project, port) as output:
        read_until(output, "Serving on")
        assert "first words" in page(port)

        words.write_text("wrong")
        said = read_until(output, "the last good pages stay up")
        assert "data/words.txt:1:1: X01 this\ndata/words.txt:2:1: X02 that\n" in said
        assert "Traceback" not in said
        assert "first words" in page(port)

        words.write_text("bug")
        read_until(output, "ZeroDivisionError")
        read_until(output, "Reloading browsers")
        assert "first words" in page(port)

        words.write_text("mended words")
        read_until(output, "Reloading browsers")
        assert "mended words" in page(port)


def test_a_mistake_shows_in_the_browser_and_goes_when_mended(project: Path, port: int) -> None:
    words = project / "data" / "words.txt"
    with serving(project, port) as output:
        read_until(output, "Serving on")
        assert "serve-told" not in page(port)
        for wrong in ("wrong", "bug"):
            words.write_text(wrong)
            read_until(output, "Reloading browsers")
            told = page(port)
            assert "first words" in told
            assert 'id="serve-told" role="alert"' in told
            shown = ("data/words.txt:1:1</code> X01 this", "data/words.txt:2:1</code> X02 that")
            for line in shown if wrong == "wrong" else ("ZeroDivisionError",):
                assert told.count(line) == 1
        words.write_text("mended words")
        read_until(output, "Reloading browsers")
        assert "serve-told" not in page(port)


def test_before_a_first_good_build_the_mistake_is_all_there_is(project: Path, port: int) -> None:
    words = project / "data" / "words.txt"
    words.write_text("wrong")
    with serving(project, port) as output:
        said = read_until(output, "Serving on")
        assert "X02 that" in said
        assert "Traceback" not in said
        assert "X02 that" in page(port)
        words.write_text("mended words")
        read_until(output, "Reloading browsers")
        assert "mended words" in page(port)
        assert "serve-told" not in page(port)


def test_what_is_told_is_text_and_never_code() -> None:
    told = told_html("A & B", ["data/x.yaml:3:5: M01 <b>no</b>; fix: write <i>", "<script>"])
    assert "A &amp; B" in told
    assert "data/x.yaml:3:5</code> M01 &lt;b&gt;no&lt;/b&gt;<br>" in told
    assert "</strong> write &lt;i&gt;</li>" in told
    assert "&lt;script&gt;</li>" in told
    assert told_html("A", []) == ""


def test_a_port_that_is_taken_is_said_in_one_line_with_the_cure() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        taken = server.getsockname()[1]
        with pytest.raises(SystemExit) as stop:
            serve.free_port(str(taken))
    assert stop.value.code == f"serve: port {taken} is taken: make serve PORT={taken + 1}"


@pytest.mark.parametrize("text", ["eight", "", "70000", "-1"])
def test_what_is_no_port_is_said_in_one_line_with_the_cure(text: str) -> None:
    with pytest.raises(SystemExit) as stop:
        serve.free_port(text)
    assert stop.value.code == f"serve: {text} is not a port: make serve PORT=8001"


def test_a_free_port_is_taken_as_asked(port: int) -> None:
    assert serve.free_port(str(port)) == port
