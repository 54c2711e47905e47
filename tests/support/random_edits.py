"""Edits of every sort to a copy of the garden, one after the other, as chance has it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any

import yaml

Edit = Callable[["Editor"], None]
# What others show of a record, and a sentence of which says nothing that must be exact.
_TEXTS = {
    "terms": ("definition", "is_not"),
    "glossary": ("definition",),
    "gaps": ("what", "would_fill"),
    "tensions": ("title",),
    "standards": ("what",),
}
_TEMPLATES = ("theory.html", "parts.html", "words.html", "printed.html", "voice.html", "terms.html")


class Editor:
    """Edits a project in ways that its checks allow. The same seed makes the same edits."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root = root
        self.random = Random(seed)
        self.number = 0
        self.added: list[str] = []
        # Nothing is promised yet, so that anything can be renamed, and be gone again.
        empty = '{"records": {}, "addresses": [], "versions": {}}\n'
        (root / "data" / "published.json").write_text(empty, encoding="utf-8")

    def edit(self) -> str:
        """Make an edit, and return what sort it is of."""
        self.number += 1
        edit = self.random.choice(_EDITS)
        edit(self)
        return edit.__name__

    def read(self, name: str) -> dict[str, Any]:
        """Return what a data file holds."""
        text = (self.root / "data" / f"{name}.yaml").read_text(encoding="utf-8")
        data: dict[str, Any] = yaml.load(text, yaml.BaseLoader)
        return data

    def write(self, name: str, data: dict[str, Any]) -> None:
        """Write a data file."""
        text = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False)
        (self.root / "data" / f"{name}.yaml").write_text(text, encoding="utf-8")

    def append(self, file: str, text: str) -> None:
        """Add a text to the end of a file."""
        with (self.root / file).open("a", encoding="utf-8") as opened:
            opened.write(text)

    def one_of(self, records: list[dict[str, Any]]) -> dict[str, Any]:
        """Return a record that is not retired."""
        return self.random.choice([record for record in records if not record.get("retired")])


class _Dumper(yaml.SafeDumper):
    """Writes everything out where it stands."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


def change_a_sentence(editor: Editor) -> None:
    data = editor.read("theories")
    theory = editor.one_of(data["theories"])
    theory["for_whom"]["text"] = f"People in plot {editor.number} of {theory['id']}."
    editor.write("theories", data)


def change_a_text(editor: Editor) -> None:
    name = editor.random.choice([*_TEXTS])
    data = editor.read(name)
    record = editor.one_of([r for r in data[name] if any(r.get(field) for field in _TEXTS[name])])
    field = editor.random.choice([each for each in _TEXTS[name] if record.get(each)])
    record[field] = f"{record[field].rstrip('.')} {editor.number}."
    editor.write(name, data)


def change_a_finding(editor: Editor) -> None:
    data = editor.read("studies")
    finding = editor.random.choice(editor.one_of(data["studies"])["findings"])
    finding["text"] = f"{finding['text'].rstrip('.')} {editor.number}."
    editor.write("studies", data)


def rename_a_theory(editor: Editor) -> None:
    data = editor.read("theories")
    theory = editor.one_of(data["theories"])
    theory["slug"], theory["short"] = f"moved-{editor.number}", f"Moved {editor.number}"
    editor.write("theories", data)


def rename_a_term(editor: Editor) -> None:
    data = editor.read("terms")
    term = editor.one_of(data["terms"])
    term["name"] = f"{term['name'].rstrip('0123456789 ')} {editor.number}"
    editor.write("terms", data)


def add_a_gap(editor: Editor) -> None:
    data = editor.read("gaps")
    gap = deepcopy(editor.one_of(data["gaps"]))
    gap["id"] = f"G{editor.number + 100}"
    gap["what"], gap["would_fill"] = f"Gap {editor.number}.", f"Study {editor.number}."
    data["gaps"].append(gap)
    editor.write("gaps", data)


def add_a_word(editor: Editor) -> None:
    data = editor.read("glossary")
    word = editor.random.choice(["weed", "people", "gardeners", "tools", "beds", "hands"])
    entry = {
        "id": f"word-{editor.number}",
        "name": f"{word} {editor.number}",
        "definition": f"A word, number {editor.number}.",
        "history": [{"version": 1, "date": "2032-01-01", "what": "First version."}],
    }
    known = {name for each in data["glossary"] for name in (each["name"], *each.get("forms", ()))}
    if word not in known:
        entry["forms"] = [word]
    data["glossary"].append(entry)
    editor.write("glossary", data)


def retire_a_gap(editor: Editor) -> None:
    data = editor.read("gaps")
    in_force = [gap for gap in data["gaps"] if not gap.get("retired")]
    if len(in_force) > 1:
        gone = editor.random.choice(in_force)
        gone["retired"] = {"on": "2032-03-01", "why": f"Edit {editor.number} filled it."}
        editor.write("gaps", data)


def add_a_study(editor: Editor) -> None:
    key = f"added{editor.number}"
    editor.append(
        "data/references.bib",
        f"\n@article{{{key}, author = {{Digger, Doris and Added, Nr{editor.number}}}, "
        f"title = {{Study number {editor.number} of added ground}}, journal = {{Soil}}, "
        f"year = {{2031}}}}\n",
    )
    data = editor.read("studies")
    study = deepcopy(data["studies"][0])
    study["key"] = key
    for finding in study["findings"]:
        finding["id"] = finding["id"].replace(data["studies"][0]["key"], key)
        finding["text"] = f"{finding['text'].rstrip('.')} in study {editor.number}."
        finding.pop("quote", None)
        finding.pop("retired", None)
    data["studies"].append(study)
    editor.write("studies", data)
    editor.added.append(key)


def delete_a_study(editor: Editor) -> None:
    if not editor.added:
        return
    key = editor.added.pop()
    data = editor.read("studies")
    data["studies"] = [study for study in data["studies"] if study["key"] != key]
    editor.write("studies", data)
    file = editor.root / "data" / "references.bib"
    entries = file.read_text(encoding="utf-8").split("\n@")
    kept = [entry for entry in entries if not entry.startswith(f"article{{{key},")]
    file.write_text("\n@".join(kept), encoding="utf-8")


def change_a_reference(editor: Editor) -> None:
    file = editor.root / "data" / "references.bib"
    text = file.read_text(encoding="utf-8")
    at = editor.random.choice([found.end() for found in re.finditer(r"title\s*= \{", text)])
    file.write_text(f"{text[:at]}Edition {editor.number} of {text[at:]}", encoding="utf-8")


def change_a_template(editor: Editor) -> None:
    name = editor.random.choice(_TEMPLATES)
    editor.append(f"hooks/theorybook/templates/{name}", f"{{# edit {editor.number} #}}\n<!-- -->\n")


def change_the_frame(editor: Editor) -> None:
    editor.append("overrides/main.html", f"{{# edit {editor.number} #}}\n")


def change_the_style(editor: Editor) -> None:
    editor.append("docs/assets/css/site.css", f"\n.edit-{editor.number} {{ color: red; }}\n")


def change_a_script(editor: Editor) -> None:
    editor.append("docs/assets/js/site.js", f"\n// edit {editor.number}\n")


def change_a_page(editor: Editor) -> None:
    editor.append("docs/about/limits.md", f"\nWeeding, edit {editor.number}.\n")


def change_a_lead(editor: Editor) -> None:
    data = editor.read("site")
    page = editor.random.choice(data["pages"])
    page["lead"] = f"{page['lead'].rstrip('.')} {editor.number}."
    editor.write("site", data)


_EDITS: tuple[Edit, ...] = (
    change_a_sentence,
    change_a_text,
    change_a_finding,
    rename_a_theory,
    rename_a_term,
    add_a_gap,
    add_a_word,
    retire_a_gap,
    add_a_study,
    delete_a_study,
    change_a_reference,
    change_a_template,
    change_the_frame,
    change_the_style,
    change_a_script,
    change_a_page,
    change_a_lead,
)


def edits(root: Path, seed: int, count: int) -> Iterator[str]:
    """Make so many edits, one after the other; yield what sort each is of."""
    editor = Editor(root, seed)
    for _ in range(count):
        yield editor.edit()
