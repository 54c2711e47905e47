"""Which files of a project were edited since somebody last looked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_FOLDERS = ("data", "docs", "hooks", "overrides")
_FILES = ("mkdocs.yml",)
_MADE = "__pycache__"


class WatchedFiles:
    """The files that a site is made from, as they were when they were last looked at.

    Args:
        root: the project's folder.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._seen = dict(self._states())

    def edited(self) -> frozenset[str]:
        """Return the paths of the files that are new, gone or changed since the last look."""
        before, self._seen = self._seen, dict(self._states())
        return frozenset(
            path
            for path in before.keys() | self._seen.keys()
            if before.get(path) != self._seen.get(path)
        )

    def newest(self) -> float:
        """Return when one of them was saved last, in seconds as `time.time` counts them."""
        return max((time for time, _ in self._seen.values()), default=0) / 1e9

    def _states(self) -> Iterator[tuple[str, tuple[int, int]]]:
        """Yield when each file was saved, in nanoseconds, and its size in bytes."""
        for path in self._paths():
            try:
                state = path.stat()
            except OSError:  # it went away meanwhile
                continue
            yield path.relative_to(self._root).as_posix(), (state.st_mtime_ns, state.st_size)

    def _paths(self) -> Iterator[Path]:
        yield from (self._root / name for name in _FILES)
        for name in _FOLDERS:
            for path in (self._root / name).rglob("*"):
                if _MADE not in path.parts and path.is_file():
                    yield path
