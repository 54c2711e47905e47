"""Editors know every id that is there, and offer new records from the same templates as `make`."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.conftest import GARDEN, ROOT, Project

from theorybook.authoring.editor_schemas import FOLDER, write_editor_schemas
from theorybook.authoring.snippets import snippets_text
from theorybook.data.folder import read_folder
from theorybook.data.marked_yaml import parse


@pytest.fixture
def schemas(project: Project) -> dict[str, Any]:
    """Return the schemas that an editor uses for the garden, by the names of data files."""
    write_editor_schemas(project.root, read_folder(project.root / "data"))
    return {
        file.name.partition(".")[0]: json.loads(file.read_text(encoding="utf-8"))
        for file in (project.root / FOLDER).iterdir()
    }


def errors(schema: dict[str, Any], file: Path, old: str = "", new: str = "") -> list[str]:
    """Return what an editor underlines in a file, after a change: the paths."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    data = parse(text.replace(old, new, 1), file.name).data
    found = Draft202012Validator(schema).iter_errors(_with_numbers(data))
    return [".".join(map(str, error.absolute_path)) for error in found]


def _with_numbers(data: Any) -> Any:
    """Return data as an editor reads them, which takes figures for numbers."""
    if isinstance(data, dict):
        flags = {"yes": True, "no": False} if data.keys() & {"corrected", "wanted"} else {}
        return {n: flags.get(v, v) if v in ("yes", "no") else _with_numbers(v)
                for n, v in data.items()}  # fmt: skip
    if isinstance(data, list):
        return [_with_numbers(value) for value in data]
    if isinstance(data, str) and re.fullmatch(r"\d+", data):
        return int(data)
    return {"true": True, "false": False}.get(data, data) if isinstance(data, str) else data


@pytest.mark.parametrize("name", ["studies", "theories", "quotes", "terms", "tensions", "answers"])
def test_a_sound_file_is_not_underlined(schemas: dict[str, Any], name: str) -> None:
    assert errors(schemas[name], GARDEN / "data" / f"{name}.yaml") == []


@pytest.mark.parametrize(
    ("name", "old", "new", "path"),
    [
        ("theories", "finding: example2031beds-F2", "finding: example2031beds-F9", "finding"),
        ("theories", "term: feeling-trusted", "term: feeling-trust", "term"),
        ("theories", "cites: [example2031beds]", "cites: [example2031]", "cites.0"),
        ("theories", "about: gardener", "about: gardner", "about"),
        ("theories", "theory: T002", "theory: T222", "theory"),
        ("studies", "design: talk", "design: talks", "design"),
        ("studies", "- key: example2031beds", "- key: example2031bed", "key"),
        ("studies", "quote: Q002", "quote: Q0022", "quote"),
        ("quotes", "speaker: not-stated", "speaker: nobody", "speaker"),
        ("quotes", "  exact:", "  exakt:", "quotes."),
    ],
)
def test_a_slip_is_underlined_where_it_is(
    schemas: dict[str, Any], name: str, old: str, new: str, path: str
) -> None:
    found = errors(schemas[name], GARDEN / "data" / f"{name}.yaml", old, new)
    assert found
    assert all(path in each for each in found)


def test_an_id_is_offered_with_what_it_stands_for(schemas: dict[str, Any]) -> None:
    terms = schemas["theories"]["$defs"]["ids-of-term"]
    told = dict(zip(terms["enum"], terms["enumDescriptions"], strict=True))
    assert "Blisters" in told["blisters"]
    sources = schemas["theories"]["$defs"]["ids-of-source"]["enum"]
    assert {"example2031beds", "example2031beds-F1", "Q001"} <= set(sources)


def test_what_is_new_is_offered_though_other_things_are_wrong(project: Project) -> None:
    project.edit("data/terms.yaml", "- id: blisters\n", "- id: sore-hands\n")
    project.edit("data/quotes.yaml", "- id: Q001\n", "- id: Q001\n  colour: red\n")
    write_editor_schemas(project.root, read_folder(project.root / "data"))
    text = (project.root / FOLDER / "theories.schema.json").read_text(encoding="utf-8")
    terms = json.loads(text)["$defs"]["ids-of-term"]["enum"]
    assert "sore-hands" in terms
    assert "blisters" not in terms


def test_what_is_current_is_not_written_again(project: Project) -> None:
    for _ in range(2):
        write_editor_schemas(project.root, read_folder(project.root / "data"))
        path = project.root / FOLDER / "terms.schema.json"
        path.chmod(0o400)
    assert path.stat().st_mode & 0o777 == 0o400


def test_the_snippets_are_those_of_the_model() -> None:
    path = ROOT / ".vscode" / "records.code-snippets"
    assert path.read_text(encoding="utf-8") == snippets_text(), "run make schema"


def test_a_snippet_stops_at_each_blank_in_turn() -> None:
    snippets = json.loads(snippets_text())
    for snippet in snippets.values():
        body = "\n".join(snippet["body"])
        stops = [int(number) for number in re.findall(r"\$\{(\d+)[:|]", body)]
        assert stops == list(range(1, len(stops) + 1))
        assert "___" not in body
    assert {"new theory", "new study", "new quotation", "new finding"} <= snippets.keys()
    assert any("|supports,goes against," in line for line in snippets["new theory"]["body"])


@pytest.mark.parametrize("file", [".vscode/settings.json", ".devcontainer/devcontainer.json"])
def test_settings_of_editors_are_json(file: str) -> None:
    json.loads((ROOT / file).read_text(encoding="utf-8"))


def test_a_devcontainer_has_the_extensions_that_we_advise() -> None:
    container = json.loads((ROOT / ".devcontainer/devcontainer.json").read_text(encoding="utf-8"))
    advised = json.loads((ROOT / ".vscode/extensions.json").read_text(encoding="utf-8"))
    assert container["customizations"]["vscode"]["extensions"] == advised["recommendations"]
