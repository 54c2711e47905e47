"""The modules that plan a program, run in a browser as a built site has them."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from playwright.sync_api import Page
from tests.support.matching import Given, Json, asked, in_play, matched
from tests.support.plan_modules import module

# What the modules make of a file and of each reader's answers. All goes there and back as one text,
# since a browser that is driven takes long over thousands of values.
_WORKED_OUT = """async ([urls, text]) => {
    const { file, readers } = JSON.parse(text);
    const [data, inplay, match] = await Promise.all(urls.map(url => import(url)));
    const whole = data.dataOf(file);
    const keys = questions => questions.map(({ key }) => key);
    return JSON.stringify(readers.map(({ answers, ...rest }) => {
        const given = { ...rest, answers: new Map(Object.entries(answers)) };
        const { first, more } = inplay.questionsInPlay(given, whole);
        return {
            playing: inplay.inPlay(given, whole).map(({ id }) => id),
            asked: [keys(first), keys(more)],
            stands: match.match(given, whole).map(({ id, state, because, reason }) =>
                [id, state, because.map(({ key, answer }) => [key, answer]), reason]),
        };
    }));
}"""


def worked_out(page: Page, root: str, built: Path, file: Json, readers: list[Given]) -> list[Json]:
    """Return what the modules make of a file, for each reader: what is in play, asked, and stands.

    Args:
        page: any page of the site.
        root: the site's address.
        built: the site's folder.
        file: design.json, or what is written like it.
        readers: what each reader said.
    """
    urls = [root + module(built, name) for name in ("data", "inplay", "match")]
    text = json.dumps({"file": file, "readers": [asdict(reader) for reader in readers]})
    found: list[Json] = json.loads(page.evaluate(_WORKED_OUT, [urls, text]))
    return found


def rule(file: Json, given: Given) -> Json:
    """Return the same by the rule worked out again."""
    return {
        "playing": in_play(file, given),
        "asked": [*map(list, asked(file, given))],
        "stands": [
            [each.id, each.state, [list(pair) for pair in each.because], each.reason]
            for each in matched(file, given)
        ],
    }
