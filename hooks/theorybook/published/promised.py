"""What readers were promised: what the main branch lists, and what went online from there.

A branch promises nothing. It may add, rename and drop records of its own until it is merged,
also when somebody ran `make publish` on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from theorybook.cache import Cache
from theorybook.data.datafiles import DATA_FILES
from theorybook.data.folder import Folder
from theorybook.data.published_list import Published
from theorybook.problems import Place, Problem
from theorybook.published.repository import Repository

# The branch that only the deployment writes. It holds the list of what went online, and no more.
BRANCH = "published"
FILE = "data/published.json"
NOT_LISTED = (
    "take the list as it is on the main branch: `git checkout origin/main -- data/published.json`; "
    "what is new is promised once it is online"
)
_MOST_NAMED = 3
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')


def promised(root: Path, listed: Published) -> Published:
    """Return all that readers were promised.

    Args:
        root: the project. Where it is the root of a git repository, git remembers what the main
            branch lists, and what the deployment noted.
        listed: what data/published.json lists in this checkout. Without git, or without a main
            branch, that is all that is known.
    """
    repository = Repository.at(root)
    if repository is None:
        return listed
    main = repository.settled and repository.text(repository.settled, FILE)
    kept = (main and main != _text(root) and _parsed(main)) or listed
    online = repository.newest(f"refs/remotes/origin/{BRANCH}", f"refs/heads/{BRANCH}")
    more = online and _parsed(repository.text(online, FILE) or "")
    return kept.joined(more) if more else kept


def never_online(listed: Published, folder: Folder) -> Iterator[Problem]:
    """Yield the records that a branch lists, that are not in it, and that nobody was promised.

    Args:
        listed: what data/published.json lists in this checkout.
        folder: the data, with all that was promised.
    """
    if listed is folder.published or folder.lacks(*(file.filename for file in DATA_FILES)):
        return
    there = {*folder.places, *folder.addresses}
    for id_ in listed.records:
        if id_ not in there and id_ not in folder.published.records and id_.kind != "reference":
            message = f"the {id_.kind} `{id_.id}` is on the list, was never online, and is gone"
            yield Problem(Place(FILE), "P05", message, NOT_LISTED)


def _parsed(text: str) -> Published | None:
    try:
        return Published.parse(text)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def forgotten(root: Path, cache: Cache) -> Iterator[Problem]:
    """Yield that the list lacks what the main branch of a project ever listed, if it does.

    Args:
        root: the project.
        cache: finds what git told of a commit, for which it takes long.
    """
    repository = Repository.at(root)
    if not repository or not repository.settled or not (root / FILE).is_file():
        return
    text = _text(root)
    if _parsed(text) is None:  # which reading the folder has told
        return
    gone = _gone(repository, repository.settled, text, cache)
    if gone:  # all has one cause: somebody wrote into the list
        shown = ", ".join(f"`{entry}`" for entry in gone[:_MOST_NAMED])
        more = f" and {len(gone) - _MOST_NAMED} more" if len(gone) > _MOST_NAMED else ""
        verbs = ("was", "is") if len(gone) == 1 else ("were", "are")
        message = f"{shown}{more} {verbs[0]} published once and {verbs[1]} gone from the list"
        fix = "take data/published.json back from git; it is only ever written by `make publish`"
        yield Problem(Place(FILE), "P04", message, fix)


def _gone(repository: Repository, commit: str, now: str, cache: Cache) -> list[str]:
    """Return every entry that was on the list in a commit or before it, and is not on it now."""

    def gone() -> list[str]:
        ever = set(_STRING.findall(repository.ever_added(commit, FILE)))
        return sorted(ever - set(_STRING.findall(now)))

    # A shallow clone may have more of the past the next time.
    return cache.value("gone", (commit, now), gone) if repository.is_whole else gone()


def _text(root: Path) -> str:
    try:
        return (root / FILE).read_text(encoding="utf-8", errors="replace")
    except OSError:  # which reading the folder has told
        return ""
