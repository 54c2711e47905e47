"""What `make bench` measures with: made-up theories, documents alike, bytes counted, a table."""

from __future__ import annotations

import json
import math
import urllib.request
from html.parser import HTMLParser
from pathlib import Path

from benchmarks.search.browse import Answers
from benchmarks.search.documents import write_documents
from benchmarks.search.made_up import theories
from benchmarks.search.questions import QUESTIONS, questions_about
from benchmarks.search.server import serving
from benchmarks.search.table import Figures, Written, amount, table

from theorybook.model.base import prose_in
from theorybook.model.theory import Theory
from theorybook.site import Site
from theorybook.words.reading import sentences

COUNT = 30


def test_the_same_seed_makes_the_same_theories(garden_site: Site) -> None:
    first = list(theories(garden_site, COUNT, seed=1))
    assert first == list(theories(garden_site, COUNT, seed=1))
    assert first != list(theories(garden_site, COUNT, seed=2))


def test_a_larger_set_begins_with_the_smaller_one(garden_site: Site) -> None:
    larger = list(theories(garden_site, COUNT + 5))
    assert larger[:COUNT] == list(theories(garden_site, COUNT))


def test_as_many_theories_as_asked_for_the_real_ones_first(garden_site: Site) -> None:
    real = garden_site.theories
    assert tuple(theories(garden_site, len(real) - 1)) == real[:-1]
    made = list(theories(garden_site, COUNT))
    assert len(made) == COUNT > len(real)
    assert tuple(made[: len(real)]) == real
    assert len({theory.slug for theory in made}) == COUNT
    assert {theory.id for theory in real}.isdisjoint(t.id for t in made[len(real) :])


def test_made_up_theories_pass_the_model(garden_site: Site) -> None:
    for theory in theories(garden_site, COUNT):
        assert Theory.model_validate(theory.model_dump(mode="json", round_trip=True)) == theory


def test_made_up_theories_say_nothing_new(garden_site: Site) -> None:
    lists = ("theories", "studies", "terms", "glossary", "tensions", "gaps")
    records = [record for name in lists for record in getattr(garden_site, name)]
    real = {s for record in records for _, text in prose_in(record) for s in sentences(text)}
    made = list(theories(garden_site, COUNT))[len(garden_site.theories) :]
    drawn = [text for theory in made for _, text in prose_in(theory)]
    assert {sentence for text in drawn for sentence in sentences(text)} <= real
    texts = {text for theory in garden_site.theories for _, text in prose_in(theory)}
    assert len(texts.intersection(drawn)) < len(set(drawn))


class _Words(HTMLParser):
    """Collects what a search can read of a page: its text, and the facts for Pagefind."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.feed(html)

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.text += f" {dict(attrs).get('data-value') or ''} "

    def handle_data(self, data: str) -> None:
        self.text += data


def test_both_kinds_of_document_hold_the_page_and_its_other_names(
    garden_site: Site, tmp_path: Path
) -> None:
    made = list(theories(garden_site, len(garden_site.theories) + 1))
    write_documents(garden_site, made, tmp_path)
    for theory in made:
        page = json.loads((tmp_path / "pages" / f"{theory.slug}.json").read_text(encoding="utf-8"))
        document = (tmp_path / "pagefind" / page["url"] / "index.html").read_text(encoding="utf-8")
        assert page["title"] == theory.headline.text
        for said in (_Words(page["content"]).text, _Words(document).text):
            assert [name for name in theory.other_names if name not in said] == []
            assert theory.signs[0].text in said


def test_every_question_is_answered_by_a_real_theory(root: Path) -> None:
    real = [theory.slug for theory in Site.load(root).theories]
    assert 20 <= len(QUESTIONS) <= 30
    assert frozenset().union(*QUESTIONS.values()) <= set(real)
    assert questions_about(real) == QUESTIONS
    few = questions_about(real[:1])
    assert few
    assert all(real[0] in right for right in few.values())


def test_the_server_counts_what_it_sends_and_compresses_as_a_host_would(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("the page that asks", encoding="utf-8")
    (tmp_path / "index.json").write_text("[]" * 5000, encoding="utf-8")
    (tmp_path / "part.pf_index").write_bytes(b"as it is" * 10)
    with serving(tmp_path) as served:
        sizes = {
            name: len(urllib.request.urlopen(served.address + name, timeout=10).read())
            for name in ("", "index.json", "part.pf_index")
        }
    assert 0 < sizes["index.json"] < 1000
    assert sizes["part.pf_index"] == 80
    assert served.sent == sizes["index.json"] + 80
    assert served.plain == 10_080


def test_figures_become_a_markdown_table() -> None:
    some, none = Answers(198_400, 262_000, 21), Answers(23_700_000, 112_000_000, None)
    quick, slow = Written(12.3, 20.04, 410_000_000), Written(61, 60, 1_234_000_000)
    in_time = Figures(1000, "pagefind", some, 6.34, 30, quick)
    never = Figures(5000, "theme", none, math.inf, 30, slow)
    head, rule, *lines = table([in_time, never]).splitlines()
    assert head.startswith("| Theories | Search | Fetched | Uncompressed | First result |")
    assert rule == "| " + " | ".join(["---"] * head.count(" | ")) + " | --- |"
    assert lines == [
        "| 1,000 | pagefind | 198 kB | 262 kB | 6.3 s | 21 of 30 | 12.3 s | 20.0 s | 410 MB |",
        "| 5,000 | theme | 23.7 MB | 112 MB | none in 120 s | no answer "
        "| 61.0 s | 60.0 s | 1.23 GB |",
    ]


def test_amounts_have_three_figures_at_most() -> None:
    assert [amount(size) for size in (999, 1000, 123_456, 999_600, 45_600_000)] == [
        "999 B",
        "1 kB",
        "123 kB",
        "1 MB",
        "45.6 MB",
    ]
