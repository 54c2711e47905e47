"""What can be linked stays: the whole list on the real site, and every kind of change on a copy."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from tests.support.built import build_garden
from tests.support.html import Document, documents
from tests.support.projects import copy_garden, files_in, replace_once, run
from tests.support.publishing import commit, git

from theorybook.data.published_list import Published
from theorybook.problems import DataError
from theorybook.published.crawl import addresses
from theorybook.published.promised import BRANCH
from theorybook.site import Site

THEORIES, PUB = "data/theories.yaml", "data/published.json"
OLD, NEW = "theories/weeding-together/", "theories/weeding/"


def test_what_is_online_is_noted_and_nothing_before(root: Path) -> None:
    workflow = (root / ".github" / "workflows" / "deploy.yml").read_text(encoding="utf-8")
    online, noted = workflow.index("actions/deploy-pages"), workflow.index("- run: make promise")
    assert online < noted
    assert "needs: deploy" in workflow[online:noted]
    assert "contents: write" not in workflow[:online]
    assert "git push" not in workflow


def test_notes_what_is_online(copy: Copy, tmp_path: Path) -> None:
    shared = tmp_path / "shared.git"
    git(tmp_path, "init", "-q", "--bare", str(shared))
    git(copy.root, "init", "-qb", "main")
    (copy.root / PUB).write_text(Published().text, encoding="utf-8")
    commit(copy.root)
    who = {f"GIT_{role}_{what}": "nobody@garden.example"
           for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}  # fmt: skip
    for answer in ("noted", "nothing new"):
        done = run(copy.root / "scripts" / "promise.py", str(shared), **who)
        assert done.returncode == 0, done.stderr
        assert done.stdout.startswith(f"promise: {answer}, ")
    listed = Published.parse(git(shared, "show", f"{BRANCH}:{PUB}"))
    assert set(listed.addresses) == set(addresses(copy.root / "site"))
    done = run(copy.root / "scripts" / "promise.py", str(tmp_path / "nowhere.git"), **who)
    assert done.returncode == 1
    assert "promise: git could not note what is online" in done.stderr


def test_every_promise_is_kept(real_site: Path, root: Path, pages: tuple[Document, ...]) -> None:
    published = Published.parse((root / PUB).read_text(encoding="utf-8"))
    ids = {page.url: frozenset(page.ids) for page in pages}
    for whole in published.addresses:
        address, anchor = urldefrag(whole)
        assert address in ids or (real_site / address).is_file(), whole
        assert not anchor or anchor in ids[address], whole
    for old in (address for every in published.records.values() for address in every):
        assert urldefrag(old)[0] in ids, old


def test_a_forward_leads_to_what_is_there(site: Site, pages: tuple[Document, ...]) -> None:
    there = {page.url: frozenset(page.ids) for page in pages}
    forwards = [page for page in pages if page.url.startswith("go/")]
    assert len(forwards) == len(site.go)
    for page in forwards:
        (refresh,) = (m for m in page.all("meta") if m.get("http-equiv") == "refresh")
        (link,) = page.all("a")
        seconds, _, target = (refresh.get("content") or "").partition("; url=")
        assert (seconds, target) == ("0", link.get("href"))
        address, anchor = urldefrag(target.removeprefix("../../"))
        assert not anchor or anchor in there[address], page.url
        assert address in there, page.url


def test_two_builds_are_alike_byte_for_byte(garden_built: Path, tmp_path: Path) -> None:
    build_garden(tmp_path / "elsewhere")
    one, two = files_in(garden_built), files_in(tmp_path / "elsewhere" / "site")
    assert sorted(one) == sorted(two)
    assert [name for name in one if one[name] != two[name]] == []
    assert any(name.startswith("assets/search.") for name in one)


def test_no_file_is_empty(real_site: Path, garden_built: Path) -> None:
    for site in (real_site, garden_built):
        assert [name for name, content in files_in(site).items() if not content] == []


@dataclass(frozen=True)
class Copy:
    """A copy of the garden that was built and published."""

    root: Path

    def build(self) -> subprocess.CompletedProcess[str]:
        """Build it as `make site` does."""
        return run(self.root / "scripts" / "build.py")

    def edit(self, file: str, old: str, new: str) -> None:
        """Replace a text that stands exactly once in a file."""
        replace_once(self.root / file, old, new)

    def pages(self) -> dict[str, Document]:
        """Return the pages of the site as it is now, by their addresses."""
        return {page.url: page for page in documents(self.root / "site")}


@pytest.fixture(scope="session")
def published_garden(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a garden that is built and published, never to be changed."""
    root = copy_garden(tmp_path_factory.mktemp("published") / "garden")
    (root / "docs" / "leaflet.txt").write_text("To download.", encoding="utf-8")
    for script in ("build.py", "publish.py"):
        done = run(root / "scripts" / script)
        assert done.returncode == 0, done.stderr
    return root


@pytest.fixture
def copy(published_garden: Path, tmp_path: Path) -> Copy:
    """Return a copy of it that a test may change."""
    return Copy(Path(shutil.copytree(published_garden, tmp_path / "garden")))


def test_publishing_again_changes_nothing(copy: Copy) -> None:
    before = (copy.root / PUB).read_bytes()
    assert run(copy.root / "scripts" / "publish.py", "--check").returncode == 0
    assert run(copy.root / "scripts" / "publish.py").returncode == 0
    assert (copy.root / PUB).read_bytes() == before


def test_what_is_new_has_to_be_noted(copy: Copy) -> None:
    (copy.root / "site" / "second.txt").write_text("New.", encoding="utf-8")
    done = run(copy.root / "scripts" / "publish.py", "--check")
    assert done.returncode == 1
    assert "1 entries are not noted yet; run `make publish`" in done.stderr


def test_a_renamed_theory_is_found_under_both_addresses(copy: Copy) -> None:
    copy.edit(THEORIES, "slug: weeding-together", "slug: weeding")
    with (copy.root / "docs" / "about" / "limits.md").open("a", encoding="utf-8") as page:
        page.write(f"\nMore: [together](../{OLD}index.md#T002-E1).\n")
    done = copy.build()
    assert done.returncode == 0, done.stderr
    pages = copy.pages()
    assert "Weeds and eyes" in pages[NEW].html
    forward = pages[OLD]
    lasting = {a for a in addresses(copy.root / "site") if a.startswith(f"{NEW}#")}
    assert {f"{NEW}#{id_}" for id_ in forward.ids} == lasting
    assert 'content="0; url=../weeding/"' in forward.html
    assert pages["go/T002/"].all("a")[0].get("href") == "../../theories/weeding/"
    old = OLD.rpartition("theories/")[2]
    assert [url for url, page in pages.items() if f"/{old}" in page.html] == []
    assert f'href="../../{NEW}#T002-E1"' in pages["about/limits/"].html


RETIRED = "  status: published\n  retired:\n    on: 2032-02-01\n    why: Watched nobody.\n" \
          "    instead: [T001]\n  reviewed: 2032-01-04"  # fmt: skip


def test_a_retired_theory_keeps_its_page_and_leaves_the_rest(copy: Copy) -> None:
    copy.edit(THEORIES, "  status: published\n  reviewed: 2032-01-04", RETIRED)
    done = copy.build()
    assert done.returncode == 0, done.stderr
    assert "N01 this names `T002`" in done.stdout
    pages = copy.pages()
    page = pages[OLD].text
    notice = page.index("Retired on 1 February 2032. Watched nobody.")
    assert notice < page.index("The theory, step by step") < page.index("People hum while they")
    for address in ("theories/", "map/", "map/gaps/", "theories/sharing-tools/"):
        assert "weeding-together" not in pages[address].html, address
    # The garden asks for both on its home page; the second is retired.
    assert "theories/sharing-tools/" in pages[""].html
    assert "theories/digging-alone/" not in pages[""].html


def test_a_theory_with_a_new_version_says_so(copy: Copy) -> None:
    copy.edit(THEORIES, "People hum while they weed.", "People sing while they weed.")
    done = copy.build()
    assert done.returncode == 1
    assert "H02 the theory `T002` says something else than its version 1 did" in done.stderr
    assert "add a line to its `history`" in done.stderr
    what = "    what: Invented a day later.\n"
    line = "  - {version: 2, date: 2032-03-01, what: They sing now.}\n"
    copy.edit(THEORIES, what, what + line)
    assert copy.build().returncode == 0
    page = copy.pages()[OLD].text
    assert "Version 2" in page
    assert "They sing now." in page


def test_under_make_serve_a_change_may_be_half_done(copy: Copy) -> None:
    copy.edit(THEORIES, "People hum while they weed.", "People sing while they weed.")
    with pytest.raises(DataError):
        Site.load(copy.root)
    site = Site.load(copy.root, preview=True)
    assert [note.code for note in site.notes if not note.code.startswith("N")] == ["H02"]
    assert site.theory("T002").signs[0].text == "People sing while they weed."
    copy.edit(THEORIES, "about: neighbor", "about: nobody")
    with pytest.raises(DataError, match="R04"):
        Site.load(copy.root, preview=True)


def test_records_that_were_published_cannot_be_deleted(copy: Copy) -> None:
    path = copy.root / THEORIES
    text = path.read_text(encoding="utf-8").replace("- id: T002\n", "- id: T003\n", 1)
    path.write_text(text.replace("id: T001-E2", "id: T001-E9", 1), encoding="utf-8")
    assert_kept(
        copy,
        "the theory `T002` was published and is gone",
        "the piece of evidence `T001-E2` was published",
    )


def test_parts_and_files_that_were_published_cannot_be_deleted(copy: Copy) -> None:
    limits = copy.root / "docs" / "about" / "limits.md"
    text = limits.read_text(encoding="utf-8")
    limits.write_text(text.replace("# ", "# Other ", 1), encoding="utf-8")
    (copy.root / "docs" / "leaflet.txt").unlink()
    assert_kept(
        copy,
        "nothing on /about/limits/ has that anchor",
        "`/leaflet.txt` was published and is gone",
    )


def test_pages_that_were_published_cannot_be_deleted(copy: Copy) -> None:
    (copy.root / "docs" / "about" / "privacy.md").unlink()
    config = copy.root / "mkdocs.yml"
    lines = config.read_text(encoding="utf-8").splitlines(keepends=True)
    config.write_text("".join(line for line in lines if "privacy" not in line), encoding="utf-8")
    copy.edit("overrides/main.html", '"about/privacy/", ', "")
    assert_kept(copy, "`/about/privacy/` was published and is gone")


def assert_kept(copy: Copy, *told: str) -> None:
    """Assert that a copy is refused, each reason with its cure, and that its last site stays."""
    before = files_in(copy.root / "site")
    done = copy.build()
    assert done.returncode == 1
    for says in told:
        (line,) = (line for line in done.stderr.splitlines() if says in line)
        assert re.search("fix: (put|if they are one, write)", line)
    assert files_in(copy.root / "site") == before
