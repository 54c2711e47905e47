"""What earlier builds made, by what it was made from: a build makes again only what is new.

All of it is in one file, which can be deleted at any time. A thing is found by a digest of its kind
and of all that it depends on, the code among it, so that what is found is what would be made.
"""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

# What so many builds in a row have not used is dropped.
_AGE = 20
_ROOM = 8_000_000  # bytes that wait to be written
# When a thing was used last stands apart from it: to write that into its row is to write all of it.
_TABLES = (
    "made (key BLOB PRIMARY KEY, value BLOB)",
    "used (key BLOB PRIMARY KEY, build INTEGER) WITHOUT ROWID",
)


class Cache:
    """Finds what was made before, and keeps what is made now for the builds to come.

    Args:
        file: where it is; None for no cache at all.
        code: a digest of what makes things, so that other code finds nothing that this has made.
    """

    def __init__(self, file: Path | None = None, code: str = "") -> None:
        self._file, self._code = file, code
        self._store = _opened(file) if file else None
        self._made: dict[bytes, bytes] = {}
        self._waiting = 0
        self._used: list[bytes] = []

    def text(self, kind: str, made_from: Iterable[str], make: Callable[[], str]) -> str:
        """Return a text, as `data` returns bytes."""
        return self.data(kind, made_from, lambda: make().encode()).decode()

    def data(self, kind: str, made_from: Iterable[str], make: Callable[[], bytes]) -> bytes:
        """Return what was made before of the same, or make it.

        Args:
            kind: what sort of thing it is.
            made_from: all that it depends on but the code.
            make: makes it.
        """
        made_from = tuple(made_from)
        found = self.find(kind, made_from)
        if found is None:
            self.keep(kind, made_from, found := make())
        return found

    def value(self, kind: str, made_from: Iterable[str], make: Callable[[], T]) -> T:
        """Return any value that Python can write down, as `data` returns bytes."""
        if self._store is None:
            return make()
        made_from = tuple(made_from)
        found = self.find(kind, made_from)
        if found is not None:
            known: T = pickle.loads(found)
            return known
        made = make()
        self.keep(kind, made_from, pickle.dumps(made, pickle.HIGHEST_PROTOCOL))
        return made

    def find(self, kind: str, made_from: Iterable[str]) -> bytes | None:
        """Return what was made before of the same, or None."""
        if self._store is None:
            return None
        key = digest(self._code, kind, *made_from)
        found = self._made.get(key) or _found(self._store, key)
        if found is not None:
            self._used.append(key)
        return found

    def keep(self, kind: str, made_from: Iterable[str], made: bytes) -> None:
        """Keep what was made, for this build and the next."""
        if self._store is not None:
            key = digest(self._code, kind, *made_from)
            self._made[key] = made
            self._used.append(key)
            self._waiting += len(made)
            if self._waiting > _ROOM:
                self._write()

    def save(self) -> None:
        """Keep what was made, and drop what has not been used for long. It ends the cache."""
        if self._store is None:
            return
        self._write()
        with suppress(sqlite3.Error), self._store as store:
            build = store.execute("SELECT coalesce(max(build), 0) + 1 FROM used").fetchone()[0]
            used = ((key, build) for key in self._used)
            store.executemany("INSERT OR REPLACE INTO used VALUES (?, ?)", used)
            store.execute("DELETE FROM used WHERE build <= ?", (build - _AGE,))
            store.execute("DELETE FROM made WHERE key NOT IN (SELECT key FROM used)")
        self.close()

    def opened_again(self) -> Cache:
        """Return the same cache, open, for more than one build."""
        return Cache(self._file, self._code)

    def close(self) -> None:
        """End the cache, and keep nothing more."""
        if self._store is not None:
            self._store.close()
        self._store = None

    def _write(self) -> None:
        """Write what waits. A disk that is full or read-only is no reason for a build to fail."""
        assert self._store is not None
        with suppress(sqlite3.Error), self._store as store:
            made = self._made.items()
            store.executemany("INSERT OR REPLACE INTO made (key, value) VALUES (?, ?)", made)
        self._made.clear()
        self._waiting = 0


def digest(*texts: str) -> bytes:
    """Return a digest of texts and of where one ends and the next begins."""
    made = sha256()
    for text in texts:
        data = text.encode()
        made.update(len(data).to_bytes(8) + data)
    return made.digest()


def digest_of_files(files: Iterable[Path]) -> str:
    """Return a digest of what files hold, in the order given."""
    made = sha256()
    for file in files:
        made.update(sha256(file.read_bytes()).digest())
    return made.hexdigest()


def _opened(file: Path) -> sqlite3.Connection | None:
    """Open a cache, anew where it is damaged; None where nothing can be written."""
    for _ in range(2):
        try:
            file.parent.mkdir(exist_ok=True)
            store = sqlite3.connect(file, timeout=60)
            for table in _TABLES:
                store.execute(f"CREATE TABLE IF NOT EXISTS {table}")
            return store
        except sqlite3.OperationalError:
            return None
        except sqlite3.DatabaseError:
            file.unlink()
        except OSError:
            return None
    return None


def _found(store: sqlite3.Connection, key: bytes) -> bytes | None:
    with suppress(sqlite3.Error):
        row = store.execute("SELECT value FROM made WHERE key = ?", (key,)).fetchone()
        return bytes(row[0]) if row else None
    return None
