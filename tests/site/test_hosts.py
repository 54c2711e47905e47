"""The ready files for other hosts say the same, and what they say is right for the site."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml
from tests.support.hosts import (
    CARD_SENDS,
    kept_for_a_year,
    rules,
    sent_with,
    shown_within_others,
    text_of,
)
from tests.support.projects import ROOT

# What a name looks like that has a part of its content's hash in it.
HASHED = re.compile(r"\.[0-9a-f]{8,}\.")
ALIKE = ("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy",
         "Permissions-Policy")  # fmt: skip


POLICY = "Content-Security-Policy"


def said(file: str, name: str) -> list[str]:
    """Return what stands in quotation marks behind a name in a ready file."""
    return re.findall(rf'{name}"([^"]+)"', text_of(file))


def policies(file: str) -> list[str]:
    """Return the policy for all pages, and the one for cards."""
    found = said(file, rf"{POLICY} ") or said(file, r"(?:default|~\^/embed/) +")
    return [policy for policy in found if policy.startswith("default-src")]


@pytest.mark.parametrize("file", ["nginx.conf", "Caddyfile"])
def test_cards_alone_may_be_shown_within_pages_of_others(file: str) -> None:
    pages, cards = policies(file)
    assert pages.endswith("frame-ancestors 'self'")
    assert cards == CARD_SENDS[POLICY]


def test_where_rules_have_no_exceptions_each_page_but_a_card_has_one(garden_built: Path) -> None:
    cards = {f"/embed/{folder.name}/" for folder in (garden_built / "embed").iterdir()}
    assert cards
    assert shown_within_others(garden_built) == cards
    assert "frame-ancestors" not in sent_with("/")[POLICY]


@pytest.mark.parametrize("file", ["nginx.conf", "Caddyfile"])
@pytest.mark.parametrize("name", ALIKE)
def test_each_host_sends_the_same(file: str, name: str) -> None:
    value = next(iter(policies(file) if name == POLICY else said(file, rf"{name} ")))
    assert value.removesuffix("; frame-ancestors 'self'") == sent_with("/")[name]


def test_a_year_is_for_names_that_change_with_what_they_name(garden_built: Path) -> None:
    for file in garden_built.rglob("*"):
        if file.is_file():
            kept = kept_for_a_year(f"/{file.relative_to(garden_built).as_posix()}")
            assert len(set(kept.values())) == 1, (file, kept)
            assert HASHED.search(file.name) or not any(kept.values()), file


def test_what_each_page_loads_is_kept_for_a_year(garden_built: Path) -> None:
    home = (garden_built / "index.html").read_text(encoding="utf-8")
    loaded = [f"/{name}" for name in re.findall(r'"(assets/[^"]+\.(?:js|css))"', home)]
    loaded += [f"/assets/{file.name}" for file in garden_built.glob("assets/search.*")]
    assert {name.partition(".")[0] for name in loaded} >= {"/assets/js/site", "/assets/search"}
    assert [name for name in loaded if not all(kept_for_a_year(name).values())] == []


def test_data_can_be_read_from_anywhere_and_pages_are_for_the_site() -> None:
    assert sent_with("/data/v1/all.json")["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in sent_with("/theories/")
    assert re.search(r'~\^/data/v1/\s+"\*";', text_of("nginx.conf"))
    assert "@data path /data/v1/*" in text_of("Caddyfile")


def test_what_is_missing_gets_the_page_for_it(garden_built: Path) -> None:
    assert (garden_built / "404.html").is_file()
    assert "error_page 403 404 =404 /404.html;" in text_of("nginx.conf")
    assert "rewrite * /404.html" in text_of("Caddyfile")
    assert "--error-document 404.html" in text_of("s3.sh")


def test_nginx_lists_no_folder_and_balances_its_brackets() -> None:
    text = re.sub(r'#.*|"[^"]*"', "", text_of("nginx.conf"))
    assert "autoindex off;" in text
    assert text.count("{") == text.count("}") > 0


def test_netlify_builds_as_we_do_and_sends_the_headers() -> None:
    settings = tomllib.loads(text_of("netlify.toml"))
    assert settings["build"]["command"] == "make site && cp deploy/_headers site/"
    assert settings["build"]["publish"] == "site"


def test_gitlab_judges_a_change_and_puts_the_main_branch_online() -> None:
    settings = yaml.safe_load(text_of("gitlab-ci.yml"))
    assert settings["variables"]["GIT_DEPTH"] == "0"
    assert settings["check"]["script"] == ["make check", "make site"]
    assert settings["pages"]["artifacts"]["paths"] == ["public"]
    assert "mv site public" in settings["pages"]["script"]


def test_each_command_that_a_host_runs_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    for name in ("netlify.toml", "gitlab-ci.yml", "s3.sh"):
        assert set(re.findall(r"\bmake ([a-z]+)", text_of(name))) <= targets
    assert len(rules()) > 1
