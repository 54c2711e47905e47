"""The tests find a Chromium, or install one, or say in one line what to do."""

import os
from functools import cache
from pathlib import Path

import pytest

import browser


@pytest.fixture(autouse=True)
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Show the finder a machine without any browser."""
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(browser, "ROOT", tmp_path)
    monkeypatch.setattr(browser, "LOG", tmp_path / "browser.log")
    monkeypatch.setattr(browser, "playwrights_own", lambda: None)
    monkeypatch.setattr(browser, "find", cache(browser.find.__wrapped__))


@pytest.fixture
def bin_folder(tmp_path: Path) -> Path:
    return tmp_path / "bin"


def program(path: Path, script: str = "exit 0") -> str:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return str(path)


def test_the_named_browser_comes_first(
    bin_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(bin_folder / "chromium")
    monkeypatch.setenv("CHROMIUM", program(tmp_path / "mine"))
    assert browser.find() == str(tmp_path / "mine")


def test_a_named_browser_that_does_not_start_is_said_in_one_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    with pytest.raises(SystemExit) as stop:
        browser.find()
    said = "browser: CHROMIUM=/nowhere/chromium does not start: correct or unset it"
    assert stop.value.code == said


def test_a_stub_that_does_not_start_is_passed_over(bin_folder: Path) -> None:
    program(bin_folder / "chromium-browser", "echo 'snap install chromium'; exit 1")
    chrome = program(bin_folder / "google-chrome")
    assert browser.find() == chrome


def test_playwrights_own_comes_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "playwrights_own", lambda: "/cache/chrome")
    assert browser.find() == "/cache/chrome"


def test_the_one_without_windows_comes_before_the_others(bin_folder: Path) -> None:
    program(bin_folder / "chromium")
    shell = program(bin_folder / "chromium-headless-shell")
    assert browser.find() == shell


def with_shell(bin_folder: Path, also: str = "") -> None:
    """Give the machine an apt-get that has the browser without windows, and notes each call."""
    program(bin_folder / "working")
    install = f"install -y --no-install-recommends chromium-headless-shell{also}"
    program(
        bin_folder / "apt-get",
        f"""cd {bin_folder}
        echo "$*" >> asked
        case "$*" in
            *" update") : > lists ;;
            *" {install}") test -e lists && /bin/cp working chromium-headless-shell ;;
            *) exit 100 ;;
        esac""",
    )


def test_root_gets_the_one_without_windows(
    bin_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    with_shell(bin_folder, " libatomic1")
    browser.main()
    assert browser.find() == str(bin_folder / "chromium-headless-shell")


@pytest.fixture
def whole(bin_folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Show the finder a machine with a whole Chromium, and Playwright."""
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    python = program(bin_folder / "python")
    monkeypatch.setattr(browser, "PLAYWRIGHT", (python, "-m", "playwright"))
    return program(bin_folder / "chromium")


@pytest.mark.usefixtures("whole")
def test_root_gets_the_one_without_windows_beside_a_whole_one(bin_folder: Path) -> None:
    with_shell(bin_folder)
    browser.main()
    assert browser.find() == str(bin_folder / "chromium-headless-shell")


def test_a_whole_one_will_do_and_another_is_asked_for_once(bin_folder: Path, whole: str) -> None:
    program(bin_folder / "apt-get", f'echo "$*" >> {bin_folder}/asked; exit 100')
    browser.main()
    browser.main()
    assert browser.find() == whole
    assert (bin_folder / "asked").read_text().count("\n") == 1


def test_nobody_but_root_is_given_another(
    bin_folder: Path, whole: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with_shell(bin_folder)
    browser.main()
    assert browser.find() == whole
    assert not (bin_folder / "asked").exists()


def test_root_gets_debians(bin_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    program(bin_folder / "working")
    program(
        bin_folder / "apt-get",
        f"""cd {bin_folder}
        case "$*" in
            *" update") : > lists ;;
            *" install -y --no-install-recommends chromium libatomic1")
                test -e lists && /bin/cp working chromium ;;
            *) exit 100 ;;
        esac""",
    )
    browser.main()
    assert browser.find() == str(bin_folder / "chromium")


def test_others_get_playwrights(bin_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    program(bin_folder / "apt-get", "exit 1")
    python = program(
        bin_folder / "python",
        f"""cd {bin_folder}
        case "$*" in
            "-m playwright --version") ;;
            "-m playwright install chromium") /bin/cp working chromium ;;
            *) exit 1 ;;
        esac""",
    )
    program(bin_folder / "working")
    monkeypatch.setattr(browser, "PLAYWRIGHT", (python, "-m", "playwright"))
    browser.main()
    assert browser.find() == str(bin_folder / "chromium")


def test_where_none_can_be_had_one_line_says_what_to_do(
    bin_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    broken = program(bin_folder / "python", "exit 1")
    monkeypatch.setattr(browser, "PLAYWRIGHT", (broken,))
    program(bin_folder / "apt-get", "echo no network; exit 100")
    with pytest.raises(SystemExit) as stop:
        browser.main()
    assert stop.value.code == (
        "browser: no Chromium could be installed: check the network, or have root run "
        "apt install chromium libatomic1 (all that was tried: browser.log)"
    )
    assert (bin_folder.parent / "browser.log").read_text() == "no network\n" * 2
