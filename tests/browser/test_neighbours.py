"""The picture of linked theories: its boxes are links, and it says what the list says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.support.browsing import Open
from tests.support.laying_out import laid_out
from tests.support.neighbours import (
    BOXES,
    CARDS,
    PHONE,
    PICTURE,
    SIZES,
    relations,
)

from theorybook.model.theory import Theory
from theorybook.site import Site

# What the picture and the list say of each neighbour: its id, its name, and how they are linked.
DRAWN = """rows => rows.map(row => {
    const said = role => [...row.querySelectorAll(role)].map(t => t.textContent).join(' ');
    return [said('.linked__id'), said('.linked__name'), said('.linked__relation')];
})"""
LISTED = """cards => cards.map(card => {
    const hows = [...card.querySelectorAll('.linked__how strong')].map(how => how.textContent);
    return [card.querySelector('.badge').textContent, card.querySelector('h3 a').textContent,
            [...new Set(hows)].join(', and ')];
})"""


# What each reason in the list says, under whose id it stands, and whether it can be seen.
REASONS = """cards => cards.flatMap(card => [...card.querySelectorAll('.linked__why')].map(why =>
    [card.querySelector('.badge').textContent, why.checkVisibility() ? why.innerText : '']))"""
# A link to the part opens it, as tests/content/test_fragments.py asks.
SAID = f"""() => {{
    document.querySelector("#linked").closest("details").open = true;
    const all = selector => [...document.querySelectorAll(selector)];
    const cards = all("{CARDS}");
    return {{
        drawn: ({DRAWN})(all("{PICTURE} .linked__row")), listed: ({LISTED})(cards),
        reasons: ({REASONS})(cards),
        sizes: ["unset", "system-ui"].map(face => {{
            document.querySelector("{PICTURE}").style.fontFamily = face;
            return ({SIZES})(document.querySelector("{PICTURE}"));
        }}),
        hrefs: all("{BOXES}").map(box => box.getAttribute("href")),
        width: document.scrollingElement.scrollWidth,
    }};
}}"""


def test_picture_list_and_data_agree_with_every_reason_and_fit_a_phone(
    open_page: Open, address: str, real_site: Path, site: Site
) -> None:
    urls = [f"theories/{theory.slug}/" for theory in site.theories]
    page = open_page(viewport=PHONE, java_script_enabled=False)
    texts = [(address + url, (real_site / url / "index.html").read_text("utf-8")) for url in urls]
    for theory, said in zip(site.theories, laid_out(page, texts, SAID), strict=True):
        assert_picture(said, site, theory)
        assert_reasons(said["reasons"], site, theory)
        for sizes in said["sizes"]:
            assert sizes["words"] >= 14, theory.id
            assert sizes["heights"] >= 44, theory.id
            assert (sizes["outside"], sizes["over"]) == ([], 0), theory.id
        assert said["width"] <= PHONE["width"], theory.id


def assert_picture(said: dict[str, Any], site: Site, theory: Theory) -> None:
    """Assert that the picture says what the list and the data say."""
    wanted = relations(site)[theory.id]
    drawn = said["drawn"]
    assert drawn == said["listed"], theory.id
    assert {(id_, name, frozenset(relation.split(", and "))) for id_, name, relation in drawn} == {
        (id_, site.theory(id_).short, frozenset(said)) for id_, said in wanted.items()
    }
    assert len(drawn) == len(wanted)
    assert said["hrefs"] == [f"../{site.theory(id_).slug}/" for id_, _, _ in drawn]


def assert_reasons(reasons: list[tuple[str, str]], site: Site, theory: Theory) -> None:
    """Assert that the list gives every reason of a theory and of those that link to it."""
    own = {(link.theory, link.why.text, False) for link in theory.links}
    theirs = {
        (other.id, link.why.text, True)
        for other in site.theories
        for link in other.links
        if link.theory == theory.id
    }
    for id_, text, is_theirs in own | theirs:
        (reason,) = [words for name, words in reasons if name == id_ and text in words]
        assert (f"The page of {id_} says:" in reason) == is_theirs
