"""The edit link of a page opens what it was made from, at its own line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.support.built import EDIT
from tests.support.html import Document, document

from theorybook.site import Site


def edit_link(page: Document) -> str:
    """Return where a page is edited, from the project's root on."""
    href = page.one("a", rel="edit").get("href") or ""
    assert href.startswith(EDIT), href
    return href.removeprefix(EDIT)


def records(site: Site) -> Iterator[tuple[str, str]]:
    """Yield the id and address of each record that has a page of its own."""
    for name, address in site.addresses.items():
        kind, id_ = name
        if kind in ("theory", "term", "study"):
            yield id_, address


def test_a_record_is_edited_at_its_own_line(site: Site, root: Path, real_site: Path) -> None:
    for id_, address in records(site):
        file, _, line = edit_link(document(real_site, address)).partition("#L")
        text = (root / file).read_text(encoding="utf-8").split("\n")[int(line) - 1]
        assert text.strip("- ") in (f"id: {id_}", f"key: {id_}"), address


def test_a_page_written_by_hand_is_edited_in_its_file(root: Path, real_site: Path) -> None:
    files = [p.relative_to(root / "docs") for p in (root / "docs").rglob("*.md")]
    assert files
    for file in files:
        address = f"{file.with_suffix('').as_posix()}/".removesuffix("index/")
        assert edit_link(document(real_site, address)) == f"docs/{file.as_posix()}"


def test_pages_made_from_many_records_have_no_edit_link(real_site: Path) -> None:
    for address in ("", "quotes/", "theories/", "search/"):
        assert [a for a in document(real_site, address).all("a") if a.get("rel") == "edit"] == []
