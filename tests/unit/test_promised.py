"""Nothing is promised before it is online: branches, merges, forks and protected branches."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.support.publishing import commit, git, publish, said

from theorybook.data.published_list import Published
from theorybook.published.noting import note_online
from theorybook.published.promised import BRANCH, FILE
from theorybook.published.repository import GitError, Repository
from theorybook.record_id import RecordId
from theorybook.redirects import lost_addresses, redirects
from theorybook.site import Site

if TYPE_CHECKING:
    from tests.conftest import Project

GLOSSARY = "data/glossary.yaml"
NEW = "- id: {id}\n  name: {id}\n  definition: A thing of the garden.\n  history:\n" \
      "  - {{version: 1, date: 2032-01-04, what: New.}}\n"  # fmt: skip


@dataclass(frozen=True)
class Forge:
    """A repository that people share, and the checkout that the deployment makes."""

    shared: Path
    work: Project

    def clone(self, name: str) -> Path:
        """Return a fresh clone."""
        git(self.shared.parent, "clone", "-q", str(self.shared), name)
        return self.shared.parent / name

    def deploy(self, name: str) -> bool:
        """Do what the workflow does: check out, load, go online, note. Return if there was news."""
        root = self.clone(name)
        git(root, "checkout", "-q", "--detach")
        return note_online(as_nobody(root), said(root), "origin")

    def push(self) -> None:
        """Commit all in the work tree, and push its branch."""
        commit(self.work.root)
        git(self.work.root, "push", "-q", "origin", "HEAD")


class Nobody(Repository):
    """A repository with an author, whatever the settings of the machine."""

    def run(self, *arguments: str, given: str = "", **settings: str) -> str:
        """Run git as nobody."""
        who = {f"GIT_{role}_{what}": "nobody@garden.example"
               for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}  # fmt: skip
        return super().run(*arguments, given=given, **who, **settings)


def as_nobody(root: Path) -> Repository:
    """Return a repository that can commit."""
    return Nobody(root)


@pytest.fixture
def forge(project: Project, tmp_path: Path) -> Forge:
    """Return a garden whose main branch is shared and online; its list is empty in the files."""
    (project.root / FILE).write_text(Published().text, encoding="utf-8")
    shared = tmp_path / "shared.git"
    git(tmp_path, "init", "-q", "--bare", "-b", "main", str(shared))
    git(project.root, "init", "-qb", "main")
    git(project.root, "remote", "add", "origin", str(shared))
    forge = Forge(shared, project)
    forge.push()
    git(project.root, "fetch", "-q")
    assert forge.deploy("first")
    git(project.root, "fetch", "-q")
    return forge


def add(project: Project, id: str) -> None:
    """Add a word to the glossary, and use it."""
    path = project.root / GLOSSARY
    path.write_text(path.read_text(encoding="utf-8") + NEW.format(id=id), encoding="utf-8")


def drop(project: Project, id: str) -> None:
    """Take the word out again."""
    project.edit(GLOSSARY, NEW.format(id=id), "")


def codes(project: Project) -> list[str]:
    """Return the code of every problem."""
    return [problem.code for problem in project.problems()]


def test_what_went_online_is_promised_though_no_file_says_so(forge: Forge) -> None:
    assert Published.parse((forge.work.root / FILE).read_text(encoding="utf-8")) == Published()
    forge.work.edit(GLOSSARY, "- id: compost\n", "- id: heap\n")
    assert "P01" in codes(forge.work)


def test_main_is_never_pushed_to(forge: Forge) -> None:
    before = git(forge.shared, "rev-parse", "main")
    add(forge.work, "rake")
    forge.push()
    ours = git(forge.shared, "rev-parse", "main")
    assert forge.deploy("again")
    assert git(forge.shared, "rev-parse", "main") == ours != before
    assert git(forge.shared, "ls-tree", "-r", "--name-only", BRANCH).split() == [FILE]


def test_a_branch_drops_and_renames_its_own_records_freely(forge: Forge) -> None:
    git(forge.work.root, "checkout", "-qb", "idea")
    add(forge.work, "rake")
    commit(forge.work.root)
    assert codes(forge.work) == []
    drop(forge.work, "rake")
    add(forge.work, "spade")
    commit(forge.work.root)
    assert codes(forge.work) == []


def test_a_branch_on_which_somebody_published_is_as_free(forge: Forge) -> None:
    git(forge.work.root, "checkout", "-qb", "idea")
    add(forge.work, "rake")
    publish(forge.work.root, ["glossary/#rake", "about/rakes/"])
    commit(forge.work.root)
    assert codes(forge.work) == []
    drop(forge.work, "rake")
    (problem,) = forge.work.problems()
    assert problem.code == "P05"
    assert "`rake` is on the list, was never online" in problem.message
    assert problem.fix.startswith("take the list as it is on the main branch: `git checkout")
    git(forge.work.root, "checkout", "-q", "origin/main", "--", FILE)
    assert codes(forge.work) == []
    commit(forge.work.root)
    assert codes(forge.work) == []


def test_an_address_that_was_never_online_is_told_with_its_cure(forge: Forge) -> None:
    git(forge.work.root, "checkout", "-qb", "idea")
    publish(forge.work.root, ["about/rakes/"])
    site = Site.load(forge.work.root)
    there = {address.partition("#")[0]: None for address in site.addresses.values()}
    there |= {redirect.address: None for redirect in redirects(site)}
    (problem,) = lost_addresses(site, there)
    assert problem.code == "P05"
    assert "`/about/rakes/` is on the list, was never online" in problem.message


def test_a_sentence_may_change_again_and_again_before_it_is_online(forge: Forge) -> None:
    git(forge.work.root, "checkout", "-qb", "idea")
    add(forge.work, "rake")
    publish(forge.work.root)
    commit(forge.work.root)
    forge.work.edit(GLOSSARY, "A thing of the garden.", "A tool of the garden.")
    assert codes(forge.work) == []


def test_a_branch_cannot_drop_what_went_online_meanwhile(forge: Forge) -> None:
    add(forge.work, "rake")
    forge.push()
    git(forge.work.root, "checkout", "-qb", "idea")
    drop(forge.work, "rake")
    assert codes(forge.work) == []
    assert forge.deploy("second")
    git(forge.work.root, "fetch", "-q")
    assert codes(forge.work) == ["P01"]


def test_two_merges_in_a_row_keep_both(forge: Forge) -> None:
    add(forge.work, "rake")
    forge.push()
    add(forge.work, "spade")
    forge.push()
    # The first run was waiting for the second: both end, in either order.
    assert forge.deploy("run-one")
    assert not forge.deploy("run-two")
    git(forge.work.root, "fetch", "-q")
    listed = Site.load(forge.work.root).published.records
    assert {RecordId("glossary", "rake"), RecordId("glossary", "spade")} <= set(listed)


def test_to_note_again_is_safe(forge: Forge) -> None:
    before = git(forge.shared, "rev-parse", BRANCH)
    assert not forge.deploy("again")
    assert git(forge.shared, "rev-parse", BRANCH) == before


def test_where_two_note_at_once_neither_is_lost(forge: Forge) -> None:
    slow, fast = forge.clone("slow"), forge.clone("fast")
    raced: list[bool] = []

    class Slow(Nobody):
        def run(self, *arguments: str, given: str = "", **settings: str) -> str:
            if arguments[0] == "push" and not raced:
                raced.append(note_online(as_nobody(fast), Published(addresses=("b/",)), "origin"))
            return super().run(*arguments, given=given, **settings)

    assert note_online(Slow(slow), Published(addresses=("a/",)), "origin")
    assert raced == [True]
    listed = Published.parse(git(forge.shared, "show", f"{BRANCH}:{FILE}")).addresses
    assert {"a/", "b/"} <= set(listed)


def refuse(shared: Path, name: str) -> None:
    """Let a repository refuse every push to a branch."""
    hook = shared / "hooks" / "update"
    hook.write_text(f'#!/bin/sh\ntest "$1" != refs/heads/{name} || {{ echo no >&2; exit 1; }}\n')
    hook.chmod(0o755)


def test_a_protected_main_branch_is_no_hindrance(forge: Forge) -> None:
    add(forge.work, "rake")
    forge.push()
    refuse(forge.shared, "main")
    assert forge.deploy("again")


def test_where_nothing_can_be_pushed_it_says_so(forge: Forge) -> None:
    refuse(forge.shared, BRANCH)
    root = forge.clone("again")
    with pytest.raises(GitError, match="no"):
        note_online(as_nobody(root), Published(addresses=("a/",)), "origin")
    assert BRANCH in git(forge.shared, "branch", "--list", BRANCH)


def test_a_fork_without_our_branch_starts_from_the_file(forge: Forge, tmp_path: Path) -> None:
    fork = tmp_path / "fork"
    git(tmp_path, "clone", "-q", "--single-branch", str(forge.shared), str(fork))
    assert Site.load(fork).published == Published()
    shutil.rmtree(fork / ".git")
    assert Site.load(fork).published == Published()


def test_a_list_on_the_branch_that_cannot_be_read_is_passed_over(forge: Forge) -> None:
    root = forge.clone("broken")
    git(root, "checkout", "-q", BRANCH)
    (root / FILE).write_text("{", encoding="utf-8")
    commit(root)
    git(root, "push", "-q", "origin", BRANCH)
    git(forge.work.root, "fetch", "-q")
    assert Site.load(forge.work.root).published == Published()
