"""What a plan can be taken as, made in a browser by the modules of a built site."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page
from tests.support.made_plan import Json, answers, data, stands
from tests.support.plan_modules import module

_ROOT = "https://site.example/sub/"
_NAMES = ("document", "model", "drawing", "picture", "markdown", "csv", "ics", "paragraph", "docx")
_TAKEN = """async ([urls, answers, data, stands, speaker, paper, pictures]) => {
    const modules = await Promise.all(urls.map(url => import(url)));
    const { planDocument, logicModel, inWords, drawing, png, markdown, csv, ics, paragraphs,
        LENGTHS, docx, highestPicture } = Object.assign({}, ...modules);
    const mapped = key => [key, new Map(Object.entries(answers[key]))];
    const maps = ["answers", "lines", "versions"].map(mapped);
    const plan = planDocument({ ...answers, ...Object.fromEntries(maps) }, data, stands, speaker);
    const model = logicModel(plan, data);
    const sheets = drawing(model, highestPicture(paper, 1000));
    const asDots = async sheet => ({ ...sheet, png: await png(sheet) });
    const drawn = pictures ? await Promise.all(sheets.map(asDots)) : [];
    const file = docx(plan, model, drawn, paper);
    return {
        plan, model, sheets, words: inWords(model), picture: drawing(model)[0],
        markdown: markdown(plan, model), csv: csv(plan), ics: ics(plan),
        texts: Object.fromEntries(LENGTHS.map(length => [length, paragraphs(plan, length)])),
        docx: btoa(Array.from(file, byte => String.fromCharCode(byte)).join("")),
    };
}"""


@dataclass(frozen=True)
class Taken:
    """A plan in all its forms."""

    plan: Json
    model: Json
    words: list[str]
    picture: Json
    sheets: list[Json]
    markdown: str
    csv: str
    ics: str | None
    texts: dict[str, list[str]]
    docx: bytes

    def section(self, id_: str) -> Json:
        """Return a section of the plan, such as `actions`."""
        (found,) = (each for each in self.plan["sections"] if each["id"] == id_)
        assert isinstance(found, dict)
        return found

    def keys(self, id_: str, which: str = "lines") -> list[str]:
        """Return the keys of the lines of a section, or of its others."""
        return [line["key"] for line in self.section(id_)[which]]

    def line(self, key: str) -> Json:
        """Return a line of the plan."""
        lines = (line for section in self.plan["sections"] for line in section["lines"])
        found = next(line for line in lines if line["key"] == key)
        assert isinstance(found, dict)
        return found

    def plan_says(self, text: str) -> int:
        """Count how often the plan and its model say a text, in all that they hold."""
        about = [fact["text"] for fact in self.plan["about"]]
        lines = [line for section in self.plan["sections"] for line in section["lines"]]
        said = [self.plan["title"], *about, self.model["title"]]
        said += [line[name] for line in lines for name in ("text", "owner")]
        said += [
            item["text"] for row in self.model["rows"] for cell in row["cells"] for item in cell
        ]
        return "\n".join(said).count(text)


Take = Callable[..., Taken]


@pytest.fixture(scope="session")
def take(module_page: Page, garden_address: str, garden_built: Path) -> Take:
    """Return what makes a plan in all its forms, from what a reader said."""
    urls = [garden_address + module(garden_built, name) for name in _NAMES]

    def taken(
        said: Json | None = None,
        site: Json | None = None,
        standing: list[Json] | None = None,
        name: str = "The Garden",
        paper: str = "A4",
        pictures: bool = False,
    ) -> Taken:
        speaker = {"name": name, "root": _ROOT}
        given: list[Any] = [urls, said or answers(), site or data(), standing or stands()]
        found = module_page.evaluate(_TAKEN, [*given, speaker, paper, pictures])
        return Taken(**found | {"docx": b64decode(found["docx"])})

    return taken
