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


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project whose lock names one package, which lies in `wheels/`."""
    return new_project(tmp_path)


def new_project(tmp_path: Path) -> Path:
    """Make such a project in a folder."""
    (tmp_path / "scripts").mkdir()
    shutil.copy(SCRIPT, tmp_path / "scripts")
    (tmp_path / "wheels").mkdir()
    wheel = tmp_path / "wheels" / "seed-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("seed.py", "")
        archive.writestr(
            "seed-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: seed\nVersion: 1.0\n"
        )
        archive.writestr(
            "seed-1.0.dist-info/WHEEL",
            "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        )
        archive.writestr("seed-1.0.dist-info/RECORD", "")
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    (tmp_path / "requirements.txt").write_text(f"seed==1.0 --hash=sha256:{digest}\n")
    (tmp_path / "requirements-dev.txt").write_text("# nothing yet\n")
    return tmp_path


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return such a project with all installed, never to be changed."""
    root = new_project(tmp_path_factory.mktemp("installed"))
    assert run(root).returncode == 0
    return root


def run(project: Path, *arguments: str, **settings: str) -> "subprocess.CompletedProcess[str]":
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


def has_seed(project: Path) -> bool:
    command = [str(project / ".venv" / "bin" / "python"), "-c", "import seed"]
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


def test_it_installs_once_and_adds_what_is_missing(project: Path) -> None:
    first = run(project)
    assert (first.returncode, first.stderr) == (0, "")
    assert has_seed(project)
    assert run(project).stdout == ""
    assert run(project, "dev").stdout == "Installing packages from requirements-dev.txt\n"
    assert run(project, "dev").stdout == ""
    assert run(project).stdout == ""


@pytest.mark.parametrize(
    "happens", [lose_the_record, spoil_the_record, lose_the_python, change_the_lock]
)
def test_what_is_in_doubt_is_made_anew(
    installed: Path, tmp_path: Path, happens: Callable[[Path], None]
) -> None:
    project = Path(shutil.copytree(installed, tmp_path / "project", symlinks=True))
    happens(project)
    (project / ".venv" / "leftover").touch()

    assert run(project).returncode == 0

    assert has_seed(project)
    assert not (project / ".venv" / "leftover").exists()


def test_a_package_that_is_not_the_locked_one_is_refused(project: Path) -> None:
    (project / "requirements.txt").write_text(f"seed==1.0 --hash=sha256:{'0' * 64}\n")
    done = run(project)
    assert done.returncode == 1
    assert done.stderr.startswith("install: pip failed: ERROR: THESE PACKAGES DO NOT MATCH")
    assert done.stderr.count("\n") == 1
    assert not has_seed(project)


def test_no_network_is_said_in_one_line_with_the_cure(project: Path) -> None:
    done = run(project, PIP_INDEX_URL="http://127.0.0.1:9/simple", PIP_RETRIES="0")
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
