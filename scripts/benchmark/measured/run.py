"""One run of a program: its time, its processor time, and how much memory it took at most."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

_KILOBYTE = 1 if sys.platform == "darwin" else 1024  # in which the system counts memory
_BETWEEN_LOOKS = 0.2  # seconds


class FailedRunError(Exception):
    """A program that is measured ended with an error; its last words are the message."""


@dataclass(frozen=True)
class Run:
    """What a run took, its child processes included.

    Attributes:
        wall: seconds from start to end.
        cpu: seconds of the processors.
        memory: bytes at most at one time; what processes share counts once.
        is_whole: whether it ended by itself, and not at its limit.
    """

    wall: float
    cpu: float
    memory: int
    is_whole: bool = True


def run(*command: str | Path, limit: float | None = None, env: dict[str, str] | None = None) -> Run:
    """Run a Python program and measure it.

    Args:
        command: its file and arguments, or `-m` and a module.
        limit: seconds after which it is ended.
        env: settings beside those of this process.

    Raises:
        FailedRunError: it failed.
    """
    start = time.monotonic()
    with subprocess.Popen(
        [sys.executable, *command],
        env={**os.environ, **(env or {})},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        watch = _MemoryWatch(process.pid, start + limit if limit else None)
        watch.start()
        said = process.stderr.read() if process.stderr else b""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        watch.stop()
    wall = time.monotonic() - start
    if process.returncode and not watch.has_ended_it:
        raise FailedRunError(said.decode(errors="replace")[-2000:])
    # What the system tells of the peak begins with the process that started this one.
    peak = watch.peak or usage.ru_maxrss * _KILOBYTE
    return Run(wall, usage.ru_utime + usage.ru_stime, peak, not watch.has_ended_it)


class _MemoryWatch(Thread):
    """Looks at the memory of a group of processes, as nobody sums up that of several.

    Of one process alone the system keeps the peak. It also ends the group at a limit.
    """

    def __init__(self, group: int, deadline: float | None) -> None:
        super().__init__(daemon=True)
        self.peak = 0
        self.has_ended_it = False
        self._group = group
        self._deadline = deadline
        self._over = Event()

    def stop(self) -> None:
        """Look no more."""
        self._over.set()
        self.join()

    def run(self) -> None:
        """Look until the group ends."""
        while not self._over.wait(_BETWEEN_LOOKS):
            members = _members(self._group)
            self.peak = max(
                self.peak,
                sum(_memory_of(each, "smaps_rollup", "Pss:") for each in members),
                *(_memory_of(each, "status", "VmHWM:") for each in members),
            )
            if self._deadline and time.monotonic() > self._deadline:
                self.has_ended_it = True
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(self._group, signal.SIGKILL)


def _members(group: int) -> list[Path]:
    """Return the processes of a group, where the system lists them."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            after_name = (process / "stat").read_text().rpartition(")")[2].split()
            if int(after_name[2]) == group:
                found.append(process)
    return found


def _memory_of(process: Path, file: str, name: str) -> int:
    """Return the bytes that a process has: now, with its share of what it shares, or at most."""
    with contextlib.suppress(OSError):
        for line in (process / file).read_text().splitlines():
            if line.startswith(name):
                return int(line.split()[1]) * 1024
    return 0
