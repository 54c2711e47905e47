"""Scripts by others are what their packages have, letter by letter, with their licenses."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from tests.support.gift_elsewhere import PARSER

# The digest of each file as it stands in the package on npm (esm/browser.js of fflate 0.8.3).
DIGESTS = {
    "fflate.js": "b7ca4450b19559a1d50eb381adcee94b82449674be4cd17789d9beba7e6122a1",
}


def test_each_script_is_unchanged(root: Path) -> None:
    files = (root / "docs" / "assets" / "js" / "vendor").iterdir()
    assert {file.name: sha256(file.read_bytes()).hexdigest() for file in files} == DIGESTS


def test_each_has_its_license_and_a_line_in_the_readme(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    for name in (name.removesuffix(".js") for name in DIGESTS):
        license_ = root / "docs" / "assets" / "licenses" / f"{name}.txt"
        assert "Permission is hereby granted" in license_.read_text(encoding="utf-8")
        assert f"| {name} " in readme


def test_the_parser_that_reads_our_quizzes_is_unchanged(root: Path) -> None:
    assert sha256(PARSER.read_bytes()).hexdigest() == (
        "e0314c031e88df5c8e85b3f1f6987014eafe21b75f1485979270710b027f7443"
    )
    license_ = (PARSER.parent / "LICENSE").read_text(encoding="utf-8")
    assert "Permission is hereby granted" in license_
    assert "| gift-pegjs " in (root / "README.md").read_text(encoding="utf-8")
