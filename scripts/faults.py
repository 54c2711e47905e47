"""A fault that nobody thought of, told in one line. For the whole story: TRACEBACK=1 make ..."""

import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@contextmanager
def faults_told(script: str) -> Iterator[None]:
    """End a script with one line where something fails that no check foresaw."""
    try:
        yield
    except BrokenPipeError:  # nobody reads on, as with `make check | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(f"{script}: stopped")
    except Exception as error:
        sys.exit(f"{script}: {fault(error)}")


def fault(error: Exception) -> str:
    """Return what failed, where in the program, and what to do; with TRACEBACK=1, all of it."""
    if os.environ.get("TRACEBACK"):
        return "".join(traceback.format_exception(error))
    what = " ".join(f"{type(error).__name__}: {error}".split())[:300]
    return (
        f"{_place(error)}: the program failed ({what}); fix: take back the last change to the "
        "data or pages; if that does not help, report this line, and what TRACEBACK=1 shows"
    )


def _place(error: Exception) -> str:
    """Return the last place in our own files that the fault came through."""
    places = [
        f"{Path(frame.filename).relative_to(ROOT)}:{frame.lineno}:1"
        for frame in traceback.extract_tb(error.__traceback__)
        if ROOT in Path(frame.filename).parents and ".venv" not in Path(frame.filename).parts
    ]
    return places[-1] if places else "scripts:1:1"
