"""What git knows of a project: where its main branch stands, and what a file said there."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

_SECONDS = 60
_MAIN = (
    "refs/remotes/origin/HEAD",
    "refs/remotes/origin/main",
    "refs/remotes/origin/master",
    "refs/heads/main",
    "refs/heads/master",
)


class GitError(Exception):
    """Git could not do what it was asked; the text says what it answered."""


@dataclass(frozen=True)
class Repository:
    """The git repository whose root a project is."""

    root: Path

    @classmethod
    def at(cls, root: Path) -> Repository | None:
        """Return the repository of a project, or nothing where the project is not its root."""
        return cls(root) if (root / ".git").exists() else None

    @cached_property
    def settled(self) -> str | None:
        """The commit of the main branch that this checkout grew from, or the newest that it has.

        It is nothing where there is no main branch, no commit, or no git.
        """
        for name in _MAIN:
            if self._try("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}"):
                return self._try("merge-base", "HEAD", name).strip() or None
        return None

    @cached_property
    def is_whole(self) -> bool:
        """Whether all commits are here. A shallow clone lacks older ones, until it gets them."""
        return self._try("rev-parse", "--is-shallow-repository").strip() == "false"

    def newest(self, *names: str) -> str | None:
        """Return the commit of the first of these references that is there."""
        found = (self._try("rev-parse", "--verify", "--quiet", f"{n}^{{commit}}") for n in names)
        return next((commit.strip() for commit in found if commit), None)

    def text(self, commit: str, file: str) -> str | None:
        """Return what a file said in a commit, or nothing where it was not there."""
        return self._try("show", f"{commit}:{file}") or None

    def ever_added(self, commit: str, file: str) -> str:
        """Return every line that a commit or one before it added to a file."""
        log = ("log", "--format=", "--patch", "--unified=0", commit, "--", file)
        added = (line[1:] for line in self._try(*log).splitlines() if line.startswith("+"))
        return "\n".join(line for line in added if not line.startswith("++ "))

    def _try(self, *arguments: str) -> str:
        """Return what git answers, and nothing where it fails."""
        try:
            return self.run(*arguments)
        except GitError:
            return ""

    def run(self, *arguments: str, given: str = "", **settings: str) -> str:
        """Run git here, and return what it answers.

        Args:
            arguments: the command.
            given: what it reads.
            settings: its environment, beside ours.

        Raises:
            GitError: it failed, took longer than a minute, or is not installed.
        """
        try:
            done = subprocess.run(
                ["git", *arguments],
                cwd=self.root,
                input=given,
                env={**os.environ, "GIT_TERMINAL_PROMPT": "0", **settings},
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                check=False,
                timeout=_SECONDS,
            )
        except (OSError, subprocess.SubprocessError) as error:
            raise GitError(str(error)) from error
        if done.returncode:
            raise GitError(done.stderr.strip())
        return done.stdout
