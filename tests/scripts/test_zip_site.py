"""The zip file is the same for the same site, and has all of it."""

from __future__ import annotations

import os
from pathlib import Path
from zipfile import ZipFile

import pytest

from zip_site import zip_folder


def a_site(folder: Path) -> Path:
    (folder / "site" / "theories").mkdir(parents=True)
    (folder / "site" / "index.html").write_text("home")
    (folder / "site" / "theories" / "ü.html").write_bytes(b"\x00\xff")
    return folder / "site"


def test_it_holds_every_file_below_one_folder(tmp_path: Path) -> None:
    assert zip_folder(a_site(tmp_path), tmp_path / "a.zip") == 2
    with ZipFile(tmp_path / "a.zip") as packed:
        assert packed.testzip() is None
        assert packed.namelist() == ["site/index.html", "site/theories/ü.html"]
        assert packed.read("site/theories/ü.html") == b"\x00\xff"


def test_when_and_in_which_order_files_were_written_changes_nothing(tmp_path: Path) -> None:
    one, other = a_site(tmp_path / "one"), a_site(tmp_path / "other")
    os.utime(other / "index.html", (1, 1))
    (other / "index.html").chmod(0o600)
    zip_folder(one, tmp_path / "a.zip")
    zip_folder(other, tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    found = [*other.rglob("*")]
    with pytest.MonkeyPatch.context() as patch:
        for order in (sorted(found), sorted(found, reverse=True)):
            patch.setattr(Path, "rglob", lambda *_, order=order: iter(order))
            zip_folder(other, tmp_path / "b.zip")
            assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    (other / "index.html").write_text("Home")
    zip_folder(other, tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() != (tmp_path / "b.zip").read_bytes()
