"""Note what went online on a branch of its own, which no person writes and no rule guards.

The main branch may be protected, and people merge into it while a site goes online. A branch that
holds the list alone can always grow: nothing else is on it, and two lists are joined by entry.
"""

from __future__ import annotations

from pathlib import PurePosixPath

from theorybook.data.published_list import Published
from theorybook.published.promised import BRANCH, FILE
from theorybook.published.repository import GitError, Repository

_TRIES = 5
_REF = f"refs/heads/{BRANCH}"


def note_online(repository: Repository, online: Published, remote: str) -> bool:
    """Add all that is online to the list on the branch of a remote repository.

    It is safe to do so twice, and while somebody else does the same.

    Args:
        repository: the project, as it went online.
        online: the list with all that the site promises.
        remote: the name or the address of the repository that keeps the branch.

    Returns:
        Whether there was anything new.

    Raises:
        GitError: the branch could not be read or written.
    """
    for tries_left in reversed(range(_TRIES)):
        newest = _newest(repository, remote)
        known = Published.parse(repository.run("show", f"{newest}:{FILE}")) if newest else None
        all_ = known.joined(online) if known else online
        if all_ == known:
            return False
        commit = _commit(repository, all_.text, newest)
        try:
            repository.run("push", "--quiet", remote, f"{commit}:{_REF}")
        except GitError:  # somebody may have been faster: look again
            if not tries_left:
                raise
        else:
            return True
    raise AssertionError("the last try returns or raises")


def _newest(repository: Repository, remote: str) -> str | None:
    """Return the newest commit of the branch, fetched; nothing where there is no branch yet."""
    if not repository.run("ls-remote", remote, _REF):
        return None
    repository.run("fetch", "--quiet", "--no-tags", remote, _REF)
    return repository.run("rev-parse", "FETCH_HEAD").strip()


def _commit(repository: Repository, text: str, parent: str | None) -> str:
    """Write a commit that holds the list alone; the files of the checkout stay as they are."""
    kept = repository.run("hash-object", "-w", "--stdin", given=text).strip()
    line = f"100644 blob {kept}"
    for part in reversed(PurePosixPath(FILE).parts):
        tree = repository.run("mktree", given=f"{line}\t{part}\n").strip()
        line = f"040000 tree {tree}"
    after = ("-p", parent) if parent else ()
    return repository.run("commit-tree", tree, *after, "-m", "Note what is online").strip()
