"""Make `.venv` and install the packages that the hashed lock files name.

    python3 scripts/install.py        what builds the site (requirements.txt)
    python3 scripts/install.py dev    and what the tests need (requirements-dev.txt)

It runs with the system's own Python and needs no other package. `.venv/installed` records the
locks that `.venv` holds. Where that record is missing or differs from the lock (an interrupted
run, a newer lock, a Python that has gone), the folder is made anew: no state is repaired.
"""

import fcntl
import hashlib
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

# Annotations are quoted so that an old Python gets as far as being told that it is too old.
ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
RECORD = VENV / "installed"
LOG = VENV / "install.log"
OLDEST = (3, 11)
# How pip says so: with the reason, or, having given up, that a package has no version at all.
UNREACHABLE = r"Connection\w*Error|ConnectTimeout|ReadTimeout|ProxyError|SSLError|versions: none"


def main() -> None:
    """Install what the command line asks for, unless it is there already."""
    stop_unless_python_can()
    wanted = locks(["requirements.txt"] + ["requirements-dev.txt"] * ("dev" in sys.argv[1:]))
    with Path(__file__).open() as script:  # two runs at once: the second waits, and finds all done
        fcntl.flock(script, fcntl.LOCK_EX)
        held = installed()
        if wanted.items() <= held.items():
            return
        if not held or any(wanted.get(name, digest) != digest for name, digest in held.items()):
            held = {}
            make_venv()
        missing = [name for name in wanted if name not in held]
        RECORD.unlink(missing_ok=True)
        install(missing)
        lines = [f"{name} {digest}\n" for name, digest in {**held, **wanted}.items()]
        RECORD.write_text("".join(lines), encoding="utf-8")


def stop_unless_python_can() -> None:
    """Say what to do where this Python is too old or cannot make a virtual environment."""
    if sys.version_info < OLDEST:
        stop(
            "Python {}.{} or newer is needed and this is {}.{}: install one and name it, "
            "for example: make PYTHON=python3.12 ...".format(*OLDEST, *sys.version_info[:2])
        )
    if not (find_spec("venv") and find_spec("ensurepip")):
        stop("this Python has no venv module: on Debian or Ubuntu, apt install python3-venv")


def locks(names: "list[str]") -> "dict[str, str]":
    """Return the hash of each lock file's content."""
    return {name: hashlib.sha256((ROOT / name).read_bytes()).hexdigest() for name in names}


def installed() -> "dict[str, str]":
    """Return the locks that `.venv` holds; none where that is in doubt."""
    try:
        subprocess.run([PYTHON, "-c", "import pip"], check=True, capture_output=True)
        lines = RECORD.read_text(encoding="utf-8").splitlines()
        return dict(line.split() for line in lines)
    except (OSError, ValueError, subprocess.CalledProcessError):
        return {}


def make_venv() -> None:
    """Make an empty `.venv`, in the place of any that is there."""
    print("Making .venv", flush=True)
    made = run([sys.executable, "-m", "venv", "--clear", str(VENV)])
    if made.returncode:
        stop("could not make .venv: " + complaint(made.stdout))


def install(names: "list[str]") -> None:
    """Install lock files with pip, every package checked against its hash."""
    files = [part for name in names for part in ("-r", str(ROOT / name))]
    print("Installing packages from", " and ".join(names), flush=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    # The lock is complete, so nothing is left to resolve; Python compiles what it imports.
    done = run([*pip, "--no-compile", "--no-deps", "--require-hashes", *files])
    LOG.write_text(done.stdout, encoding="utf-8")
    if done.returncode:
        reason = (
            "the package index cannot be reached: check the network, then run it again"
            if re.search(UNREACHABLE, done.stdout)
            else "pip failed: " + complaint(done.stdout)
        )
        stop("{} (all that pip said: {})".format(reason, LOG.relative_to(ROOT)))


def run(command: "list[str]") -> "subprocess.CompletedProcess[str]":
    """Run a command and keep all that it prints."""
    return subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )


def complaint(text: str) -> str:
    """Return the line that says best what is wrong."""
    lines = text.strip().splitlines() or ["no reason given"]
    errors = [line for line in lines if line.startswith(("ERROR", "Error"))]
    return (errors or lines)[-1]


def stop(message: str) -> None:
    """End with one line for the reader, and none for the programmer."""
    sys.exit("install: " + message)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        stop("stopped; the next run starts afresh")
    except OSError as error:
        stop("{}: {}".format(error.filename, error.strerror))
