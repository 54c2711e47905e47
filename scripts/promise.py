"""Note what went online, on the branch `published` of a git repository. See maintain/promises.md.

.venv/bin/python scripts/promise.py [the repository's address, by default `origin`]
"""

import sys

from core import ROOT
from faults import faults_told
from publish import all_promised, loaded, size
from theorybook.published.noting import note_online
from theorybook.published.repository import GitError, Repository


def main() -> None:
    """Push the list where something on it is new."""
    repository = Repository.at(ROOT)
    if repository is None:
        sys.exit("promise: this is not the root of a git repository; nothing was noted")
    remote = (sys.argv[1:] or ["origin"])[0]
    online = all_promised(loaded())
    try:
        new = note_online(repository, online, remote)
    except GitError as error:
        why = str(error).replace(remote, "the repository")
        sys.exit(f"promise: git could not note what is online ({why}); run it again")
    print(f"promise: {'noted' if new else 'nothing new'}, {size(online)} entries")


if __name__ == "__main__":
    with faults_told("promise"):
        main()
