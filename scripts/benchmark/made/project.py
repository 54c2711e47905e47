"""A whole project of any size: our code and pages, and data made of ours."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any, cast

import yaml

from benchmark.made.bibliography import copied_entries, entry_texts
from benchmark.made.copies import COPIED, Copies
from benchmark.made.published import published_with_copies
from benchmark.made.records import RecordCopier, texts
from benchmark.made.wording import Wording
from theorybook.data.folder import Folder, read_folder
from theorybook.kinds import kind_of
from theorybook.model.settings import Settings
from theorybook.problems import DataError
from theorybook.record_id import RecordId

BUILT_FROM = ("data", "docs", "hooks", "overrides", "scripts")
_LEFT_OUT = shutil.ignore_patterns("__pycache__")


def copy_project(source: Path, target: Path) -> None:
    """Copy what a site is built from into a folder that is not there yet."""
    for name in BUILT_FROM:
        shutil.copytree(source / name, target / name, ignore=_LEFT_OUT)
    shutil.copy(source / "mkdocs.yml", target)


def make_project(source: Path, target: Path, size: int, seed: int = 1) -> None:
    """Make a project with data of a size.

    Args:
        source: the project whose data are copied, with other words and under other ids.
        target: the new folder.
        size: how many theories it shows; not fewer than those of the source.
        seed: the same one makes the same bytes.

    Raises:
        DataError: the data of the source have mistakes.
    """
    ours = _read(source)
    copies = Copies(ours, size, Random(seed))
    bibliography = (source / "data" / "references.bib").read_text(encoding="utf-8")
    wording = Wording(
        [*_texts(ours), *entry_texts(bibliography)], [*_words_that_are_explained(ours)], seed
    )
    copy_project(source, target)
    _write_copies(ours, target / "data", copies, wording)
    _write_bibliography(target / "data", bibliography, copies, wording)
    _write_sources(ours, target / "data", copies, wording)
    _write_settings(ours, target / "data", copies)
    published = published_with_copies(ours, _read(target), copies)
    (target / "data" / "published.json").write_text(published.text, encoding="utf-8")


def _read(project: Path) -> Folder:
    folder = read_folder(project / "data")
    if folder.problems:
        raise DataError(list(folder.problems))
    return folder


def _texts(folder: Folder) -> Iterator[str]:
    for model in COPIED:
        many = kind_of(model).many
        for item in cast("dict[str, Any]", folder.files[many].marked.data)[many]:
            yield from (text for _, text in texts(model, item))
    yield from (source.text for source in folder.sources.values())


def _words_that_are_explained(folder: Folder) -> Iterator[str]:
    for entry in folder.records.glossary:
        yield from (entry.name, *entry.forms)


def _write_copies(ours: Folder, data: Path, copies: Copies, wording: Wording) -> None:
    copiers = {model: RecordCopier(ours, model, copies, wording) for model in COPIED}
    for model, copier in copiers.items():
        made = [copy for n in range(1, copies.rounds + 1) for copy in copier.copies(n)]
        if made:
            _append(data / kind_of(model).filename, _as_yaml(made))


def _write_bibliography(data: Path, text: str, copies: Copies, wording: Wording) -> None:
    for number in range(1, copies.rounds + 1):
        for entry in copied_entries(text, number, copies, wording):
            _append(data / "references.bib", f"\n{entry}\n")


def _write_sources(ours: Folder, data: Path, copies: Copies, wording: Wording) -> None:
    for key, source in ours.sources.items():
        study = RecordId("study", key)
        head = "".join(f"{name}: {value}\n" for name, value in source.head)
        for number in range(1, copies.rounds + 1):
            if copies.has(number, study):
                file = data / "sources" / f"{copies.named(number, study)}.txt"
                file.write_text(f"{head}\n{wording.exchanged(number, source.text)}\n", "utf-8")


def _write_settings(ours: Folder, data: Path, copies: Copies) -> None:
    """Add the copies of projects, and those of terms to the themes that theirs belong to."""
    settings = deepcopy(cast("dict[str, Any]", ours.files["site"].marked.data))
    for number in range(1, copies.rounds + 1):
        for project in ours.settings.projects:
            if copies.has(number, id_ := RecordId("project", project.id)):
                name = f"{project.name} {number + 1}"
                settings["projects"].append({"id": copies.named(number, id_), "name": name})
        _extend_themes(ours.settings, settings, number, copies)
    (data / "site.yaml").write_text(_as_yaml(settings), encoding="utf-8")


def _extend_themes(ours: Settings, settings: dict[str, Any], number: int, copies: Copies) -> None:
    for theme, written in zip(ours.themes, settings["themes"], strict=True):
        for id_ in theme.terms:
            term = RecordId("term", id_)
            if copies.has(number, term):
                written["terms"].append(copies.named(number, term))


def _append(file: Path, text: str) -> None:
    with file.open("a", encoding="utf-8") as opened:
        opened.write(text)


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Writes each thing where it stands: the data know no aliases."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


def _as_yaml(data: Any) -> str:
    return str(yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000))
