"""The twin has the same pages with the same words, in Markdown alone."""

from __future__ import annotations

import re
from pathlib import Path

import markdown
import pytest
import yaml
from lxml import html

from benchmark.twin.markdown import MarkdownWriter
from benchmark.twin.pages import built_page, page_addresses
from benchmark.twin.project import FLAT, OUTSIDE, write_twin

ROOT = Path(__file__).resolve().parent.parent.parent
EXTENSIONS = ["attr_list", "def_list", "tables", "pymdownx.details", "pymdownx.superfences"]
SAMPLES = {
    "a paragraph between blocks": "Some <b>words</b> <p>More, <i>all</i> well</p> and the rest",
    "signs of Markdown": "<p>2 * 3 * 4 and [x] or `y`, a_b_c, &lt;b&gt;</p><p># 1</p><p>1. One</p>",
    "lists": "<ul><li>One</li><li><p>Two</p><ol><li>Deep</li><li>Deeper</li></ol></li></ul>",
    "a table": "<table><tr><th>A</th><th>B</th></tr><tr><td>1|2</td><td><p>3</p></td></tr></table>",
    "what folds": "<details><summary>Title <b>here</b></summary><p>In it</p><p>More</p></details>",
    "definitions": "<dl><div><dt>Word</dt><dd><p>What it means</p></dd></div></dl>",
    "a heading in a list": "<ol><li><h3>Head</h3><p>Text</p></li></ol>",
    "links": '<p>See <a href="../x/#y">this <b>page</b></a>.</p>',
}


def words(source: str) -> list[str]:
    return re.findall(r"\w+", html.fromstring(f"<div>{source}</div>").text_content())


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_all_words_come_back_in_order(sample: str) -> None:
    element = html.fromstring(f"<div>{re.sub('><', '> <', sample)}</div>")
    text = MarkdownWriter(lambda href: href).text(element)
    back = markdown.markdown(text, extensions=EXTENSIONS)
    assert words(back) == words(re.sub("><", "> <", sample))
    assert not re.search(r"<[a-z]", text.replace(r"\<", ""))


def test_a_heading_in_a_list_is_no_heading() -> None:
    element = html.fromstring("<div><ol><li><h3>Head</h3><p>Text</p></li></ol></div>")
    assert MarkdownWriter(str).text(element) == "1.  **Head**\n\n    Text"


def test_a_part_that_has_no_words_is_left_out() -> None:
    element = html.fromstring("<div><p>Kept<script>x</script></p><svg><text>y</text></svg></div>")
    assert MarkdownWriter(str).text(element) == "Kept"


def test_every_page_of_the_site_has_a_twin(garden_built: Path, tmp_path: Path) -> None:
    count = write_twin(garden_built, ROOT / "mkdocs.yml", tmp_path)
    addresses = page_addresses(garden_built)
    sources = {file.relative_to(tmp_path / "docs").as_posix() for file in tmp_path.rglob("*.md")}
    assert count == len(addresses)
    assert sources == {f"{address}index.md" for address in addresses}
    assert not any(address.startswith("go/") for address in addresses)


def test_one_form_has_all_pages_in_its_menu_and_the_other_ours(
    garden_built: Path, tmp_path: Path
) -> None:
    write_twin(garden_built, ROOT / "mkdocs.yml", tmp_path)
    flat, outside = (yaml.safe_load((tmp_path / name).read_text()) for name in (FLAT, OUTSIDE))
    assert len(flat["nav"]) == len(page_addresses(garden_built))
    assert {"index.md", "theories/index.md"} <= set(outside["nav"]) < set(flat["nav"])
    assert not any("go/" in page for page in flat["nav"])
    assert flat["plugins"] == ["search"]
    assert "hooks" not in flat


def test_a_page_of_the_site_keeps_its_words(garden_built: Path) -> None:
    for address in ("glossary/", "about/limits/"):
        main = built_page(garden_built, address).main
        back = markdown.markdown(
            MarkdownWriter(lambda href: href).text(main), extensions=EXTENSIONS
        )
        ours = words(html.tostring(main, encoding="unicode"))
        assert len(words(back)) >= 0.95 * len(ours)
