"""What axe finds wrong with a page in a browser: with its colours, and with all else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import axe_playwright_python
from playwright.sync_api import Page

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
COLOURS = ["color-contrast", "link-in-text-block"]
BRIEFLY = {"resultTypes": ["violations"]}
ALL = "options => axe.run(options)"
# Axe takes longest over colours, and they are the same wherever an element and all that lies behind
# it have the same style. So it looks at one text of each such style. What only repeats others is
# empty for so long: axe reads the whole page first, which takes long where there is much. The head
# stays as it is: a style sheet that is put back is loaded anew, and not there in time.
STYLES = """async ([options, known]) => {
    const own = ({color, backgroundColor, backgroundImage, opacity, fontSize, fontWeight,
        textDecorationLine, textShadow, fill, position}) => [color, backgroundColor,
        backgroundImage, opacity, fontSize, fontWeight, textDecorationLine, textShadow, fill,
        position].join();
    const shortened = text => {
        let [one, other] = [0, 1];
        for (let i = 0; i < text.length; i++) {
            one = Math.imul(one ^ text.charCodeAt(i), 0x9e3779b1);
            other = Math.imul(other ^ text.charCodeAt(i), 0x85ebca77);
        }
        return `${one}${other}`;
    };
    const seen = new Set(known), first = new Map(), repeats = [];
    const walk = (element, behind) => {
        const style = shortened(`${behind} ${own(getComputedStyle(element))}`);
        const says = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())
            && element.checkVisibility();
        const name = `${style} ${says ? element.localName : ""}`;
        const before = [seen.size, repeats.length];
        if (says && !seen.has(name)) first.set(name, element);
        seen.add(name);
        for (const child of element.children) walk(child, style);
        if (before[0] === seen.size) repeats.splice(before[1], Infinity, element);
    };
    walk(document.body, own(getComputedStyle(document.documentElement)));
    if (!first.size) return {violations: [], seen: [...seen]};
    const emptied = repeats.map(element => [element, element.cloneNode(false)]);
    for (const [element, empty] of emptied) element.replaceWith(empty);
    const found = await axe.run({include: [...first.values()]}, options);
    for (const [element, empty] of emptied) empty.replaceWith(element);
    return {violations: found.violations, seen: [...seen]};
}"""


def faults_but_colours(page: Page) -> Iterator[str]:
    """Yield what axe, which the page has to have, finds wrong with all but the colours."""
    rules = {rule: {"enabled": False} for rule in COLOURS}
    return _said(page.evaluate(ALL, {**BRIEFLY, "rules": rules}))


def colour_faults(page: Page, known: set[str] | None = None) -> Iterator[str]:
    """Yield what axe, which the page has to have, finds wrong with the colours.

    Args:
        page: the page, in a scheme.
        known: the styles that were looked at on other pages in this scheme, and need no second
            look; those of this page are added.
    """
    seen = set() if known is None else known
    found = page.evaluate(STYLES, [{**BRIEFLY, "runOnly": COLOURS}, [*seen]])
    seen |= {*found["seen"]}
    return _said(found)


def _said(result: dict[str, Any]) -> Iterator[str]:
    for violation in result["violations"]:
        for node in violation["nodes"]:
            yield f"{violation['id']} at {node['target']}: {node['failureSummary']}"
