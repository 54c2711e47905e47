"""What axe finds wrong with a page in a browser: with its colours, and with all else.

Axe comes to the page when it is asked first.
"""

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
BUT_COLOURS = {**BRIEFLY, "rules": {rule: {"enabled": False} for rule in COLOURS}}
ONLY_COLOURS = {**BRIEFLY, "runOnly": COLOURS}
# Axe reads the whole page before it looks for anything, and what is built alike, but for its words
# and addresses, has the same faults. So of siblings that are, it sees the first two: two, since the
# space between them is a part of it, and lists may be striped.
_SHORTENED = """const shortened = () => {
    const differs = /^(id|for|href|src|title|alt|name|value|content|datetime|data-.*)$/;
    const says = /^aria-(label|labelledby|describedby|controls|owns)$/;
    const stays = "option, script, style";
    const given = ({name, value}) =>
        differs.test(name) || says.test(name) ? name + !value.trim() : `${name}=${value}`;
    const taken = [];
    const build = element => {
        const text = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
        const counts = new Map(), inside = [];
        for (const child of [...element.children]) {
            const built = build(child), count = (counts.get(built) ?? 0) + 1;
            counts.set(built, count);
            if (count < 3) inside.push(built);
            else if (!child.contains(document.activeElement) && !child.matches(stays))
                taken.push([child, element, child.nextSibling]);
        }
        const attributes = [...element.attributes].map(given).sort();
        return `${element.localName}${text} ${attributes}(${inside})`;
    };
    build(document.body);
    for (const [child] of taken) child.remove();
    return () => taken.reverse().forEach(
        ([child, parent, next]) => parent.insertBefore(child, next));
};"""
# Axe takes longest over colours, and they are the same wherever an element and all that lies behind
# it have the same style. So it looks at one text of each such style. What only repeats others is
# empty for so long. The head stays as it is: a style sheet that is put back is loaded anew, and not
# there in time.
_STYLES = """const stylesBut = seen => {
    const own = ({color, backgroundColor, backgroundImage, opacity, fontSize, fontWeight,
        textDecorationLine, textShadow, fill, position}) => [color, backgroundColor,
        backgroundImage, opacity, fontSize, fontWeight, textDecorationLine, textShadow, fill,
        position].join();
    const hashed = text => {
        let [one, other] = [0, 1];
        for (let i = 0; i < text.length; i++) {
            one = Math.imul(one ^ text.charCodeAt(i), 0x9e3779b1);
            other = Math.imul(other ^ text.charCodeAt(i), 0x85ebca77);
        }
        return `${one}${other}`;
    };
    const first = new Map(), repeats = [];
    const walk = (element, behind) => {
        const style = hashed(`${behind} ${own(getComputedStyle(element))}`);
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
    const rests = element => first.size && !element.contains(document.activeElement);
    const emptied = repeats.filter(rests).map(element => [element, element.cloneNode(false)]);
    for (const [element, empty] of emptied) element.replaceWith(empty);
    return [[...first.values()], () => {
        for (const [element, empty] of emptied) empty.replaceWith(element);
    }];
};"""
_RUN = f"""async ([rules, colours, known]) => {{
    {_SHORTENED}
    {_STYLES}
    const found = [], seen = new Set(known), whole = shortened();
    if (rules) found.push(...(await axe.run(rules)).violations);
    if (colours) {{
        const [include, full] = stylesBut(seen);
        if (include.length) found.push(...(await axe.run({{include}}, colours)).violations);
        full();
    }}
    whole();
    return {{violations: found, seen: [...seen]}};
}}"""


def axe_faults(page: Page, known: set[str] | None = None) -> Iterator[str]:
    """Yield what axe finds wrong with a page.

    Args:
        page: the page, in a scheme.
        known: the styles whose colours were looked at on other pages in this scheme, and need no
            second look; those of this page are added.
    """
    return _found(page, BUT_COLOURS, ONLY_COLOURS, known)


def faults_but_colours(page: Page) -> Iterator[str]:
    """Yield what axe finds wrong with all but the colours."""
    return _found(page, BUT_COLOURS, None, None)


def colour_faults(page: Page, known: set[str] | None = None) -> Iterator[str]:
    """Yield what axe finds wrong with the colours alone; all else is as for `axe_faults`."""
    return _found(page, None, ONLY_COLOURS, known)


def dark_faults(page: Page) -> Iterator[str]:
    """Yield what axe finds wrong with the colours of a light page once it is dark."""
    page.emulate_media(color_scheme="dark")
    yield from colour_faults(page)


def _found(page: Page, rules: object, colours: object, known: set[str] | None) -> Iterator[str]:
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE.read_text(encoding="utf-8"))
    seen = set() if known is None else known
    result: dict[str, Any] = page.evaluate(_RUN, [rules, colours, [*seen]])
    seen |= {*result["seen"]}
    for violation in result["violations"]:
        for node in violation["nodes"]:
            yield f"{violation['id']} at {node['target']}: {node['failureSummary']}"
