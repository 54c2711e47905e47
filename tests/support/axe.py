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
ALL = "options => axe.run(options)"
# Axe takes longest over colours, and they are the same wherever an element and all that lies behind
# it have the same style. So it looks at one text of each such style. What only repeats others is
# empty for so long: axe reads the whole page first, which takes long where there is much. The head
# stays as it is: a style sheet that is put back is loaded anew, and not there in time.
STYLES = """async options => {
    const own = ({color, backgroundColor, backgroundImage, opacity, fontSize, fontWeight,
        textDecorationLine, textShadow, fill, position}) => [color, backgroundColor,
        backgroundImage, opacity, fontSize, fontWeight, textDecorationLine, textShadow, fill,
        position].join();
    const styles = new Map(), seen = new Set(), first = new Map(), repeats = [];
    const walk = (element, behind) => {
        const style = `${behind} ${own(getComputedStyle(element))}`;
        styles.set(style, styles.get(style) ?? styles.size);
        const key = styles.get(style);
        const says = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
        const name = `${key} ${element.localName}`;
        const [known, before] = [seen.size + first.size, repeats.length];
        seen.add(name);
        if (says && element.checkVisibility() && !first.has(name)) first.set(name, element);
        for (const child of element.children) walk(child, key);
        if (known === seen.size + first.size) repeats.splice(before, Infinity, element);
    };
    walk(document.body, own(getComputedStyle(document.documentElement)));
    const emptied = repeats.map(element => [element, element.cloneNode(false)]);
    for (const [element, empty] of emptied) element.replaceWith(empty);
    const found = await axe.run({include: [...first.values()]}, options);
    for (const [element, empty] of emptied) empty.replaceWith(element);
    return found;
}"""


def faults_but_colours(page: Page) -> Iterator[str]:
    """Yield what axe, which the page has to have, finds wrong with all but the colours."""
    return _faults(page, ALL, rules={rule: {"enabled": False} for rule in COLOURS})


def colour_faults(page: Page) -> Iterator[str]:
    """Yield what axe, which the page has to have, finds wrong with the colours."""
    return _faults(page, STYLES, runOnly=COLOURS)


def _faults(page: Page, run: str, **options: Any) -> Iterator[str]:
    result = page.evaluate(run, {"resultTypes": ["violations"], **options})
    for violation in result["violations"]:
        for node in violation["nodes"]:
            yield f"{violation['id']} at {node['target']}: {node['failureSummary']}"
