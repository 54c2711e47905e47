"""`make` brings its own packages, and says in one line what stops it."""

import ast
import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import install

SCRIPT = Path(install.__file__)
Done = subprocess.CompletedProcess[str]


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Done]:
    """Return a project that installed what its lock names, and what was said of it.

    One lock names `seed`, the other, for developers, `tool`; both lie in `wheels/`.
    """
    root = tmp_path_factory.mktemp("installed")
    (root / "scripts").mkdir()
    shutil.copy(SCRIPT, root / "scripts")
    (root / "wheels").mkdir()
    for lock, name in (("requirements.txt", "seed"), ("requirements-dev.txt", "tool")):
        digest = hashlib.sha256(wheel(root / "wheels", name).read_bytes()).hexdigest()
        (root / lock).write_text(f"{name}==1.0 --hash=sha256:{digest}\n")
    return root, run(root)


def wheel(folder: Path, name: str) -> Path:
    """Put a package into a folder that has an empty module of its name."""
    path, about = folder / f"{name}-1.0-py3-none-any.whl", f"{name}-1.0.dist-info"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{name}.py", "")
        names = f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n"
        archive.writestr(f"{about}/METADATA", names)
        archive.writestr(
            f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        archive.writestr(f"{about}/RECORD", "")
    return path


@pytest.fixture
def project(first: tuple[Path, Done], tmp_path: Path) -> Path:
    """Return a copy of that project, to be changed. Its `.venv` is of use where it stands."""
    return Path(shutil.copytree(first[0], tmp_path / "project", symlinks=True))


def run(project: Path, *arguments: str, **settings: str) -> Done:
    """Run the script as `make` does, with a pip that sees `wheels/` alone."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PIP_")}
    settings = settings or {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(project / "wheels")}
    return subprocess.run(
        [sys.executable, project / "scripts" / "install.py", *arguments],
        env={**environment, "PIP_CONFIG_FILE": os.devnull, **settings},
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
    )


def has(project: Path, name: str) -> bool:
    command = [str(project / ".venv" / "bin" / "python"), "-c", f"import {name}"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def lose_the_record(project: Path) -> None:
    (project / ".venv" / "installed").unlink()


def spoil_the_record(project: Path) -> None:
    (project / ".venv" / "installed").write_text("what an older version wrote", encoding="utf-8")


def lose_the_python(project: Path) -> None:
    python = project / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to("/nowhere/python3")


def change_the_lock(project: Path) -> None:
    with (project / "requirements.txt").open("a") as lock:
        lock.write("# newer\n")


def test_it_installs_once_and_adds_what_is_missing(first: tuple[Path, Done], project: Path) -> None:
    _, done = first
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Making .venv\nInstalling packages from requirements.txt\n"
    assert (has(project, "seed"), has(project, "tool")) == (True, False)
    assert run(project).stdout == ""
    assert run(project, "dev").stdout == "Installing packages from requirements-dev.txt\n"
    assert has(project, "tool")
    assert run(project, "dev").stdout == ""
    assert run(project).stdout == ""


@pytest.mark.parametrize(
    "happens", [lose_the_record, spoil_the_record, lose_the_python, change_the_lock]
)
def test_what_is_in_doubt_is_made_anew(
    project: Path, monkeypatch: pytest.MonkeyPatch, happens: Callable[[Path], None]
) -> None:
    happens(project)
    made: list[str] = []
    for name in ("VENV", "PYTHON", "RECORD", "LOG", "ROOT"):
        path = getattr(install, name).relative_to(install.ROOT)
        monkeypatch.setattr(install, name, project / path)
    # To make a `.venv` takes seconds, so only the next test does.
    monkeypatch.setattr(install, "make_venv", lambda: made.append(".venv"))
    monkeypatch.setattr(install, "install", made.extend)
    monkeypatch.setattr(sys, "argv", ["install.py"])
    install.main()
    assert made == [".venv", "requirements.txt"]


def test_of_what_is_made_anew_nothing_is_kept(project: Path) -> None:
    lose_the_python(project)
    (project / ".venv" / "leftover").touch()
    assert run(project).returncode == 0
    assert has(project, "seed")
    assert not (project / ".venv" / "leftover").exists()


def test_a_package_that_is_not_the_locked_one_is_refused(project: Path) -> None:
    (project / "requirements-dev.txt").write_text(f"tool==1.0 --hash=sha256:{'0' * 64}\n")
    done = run(project, "dev")
    assert done.returncode == 1
    assert done.stderr.startswith("install: pip failed: ERROR: THESE PACKAGES DO NOT MATCH")
    assert done.stderr.count("\n") == 1
    assert not has(project, "tool")


def test_no_network_is_said_in_one_line_with_the_cure(project: Path) -> None:
    done = run(project, "dev", PIP_INDEX_URL="http://127.0.0.1:9/simple", PIP_RETRIES="0")
    assert done.returncode == 1
    assert done.stderr == (
        "install: the package index cannot be reached: check the network, then run it again "
        "(all that pip said: .venv/install.log)\n"
    )
    assert (project / ".venv" / "install.log").read_text()


def test_an_old_python_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(install, "OLDEST", (99, 0))
    with pytest.raises(SystemExit, match=r"Python 99\.0 or newer is needed .*make PYTHON=") as stop:
        install.main()
    assert "\n" not in str(stop.value)


def test_an_old_python_can_read_as_far_as_that() -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 7))


@pytest.mark.parametrize("missing", ["venv", "ensurepip"])
def test_no_venv_module_is_said_in_one_line_with_the_cure(
    monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    monkeypatch.setattr(install, "find_spec", lambda name: None if name == missing else True)
    with pytest.raises(SystemExit, match="apt install python3-venv") as stop:
        install.main()
    assert "\n" not in str(stop.value)
