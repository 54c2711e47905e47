"""Add a record to the data, with blanks to be filled.

    .venv/bin/python scripts/new.py [KIND] [FIELD=ANSWER ...]

Without a kind, or without answers, it asks for them in a terminal. The id of what a new finding or
piece of evidence belongs to is `of`.
"""

import sys
from collections.abc import Iterator, Mapping

from core import ROOT
from faults import faults_told
from theorybook import clock
from theorybook.authoring.addable import (
    Addable,
    NotAddedError,
    kind_called,
    owner_of,
    record_kinds,
)
from theorybook.authoring.editor_schemas import write_editor_schemas
from theorybook.authoring.new_record import NewRecord, new_part, new_record
from theorybook.authoring.questions import Question, questions
from theorybook.data.blanks import BLANK
from theorybook.data.datafiles import read_text
from theorybook.data.folder import Folder, read_folder
from theorybook.data.whole_file import write_whole
from theorybook.kinds import PartKind
from theorybook.problems import DataError

OWNER = Question("of", "The id of the record that it belongs to.", ())


def main() -> None:
    """Add the record, or say why not; then nothing is written."""
    try:
        name, answers = given(sys.argv[1:])
        kind = kind_called(name or asked_kind())
        made = added(kind, read_folder(ROOT / "data"), answers)
    except NotAddedError as error:
        sys.exit(f"new: {error}; nothing was written")
    except DataError as error:
        print(error, file=sys.stderr)
        sys.exit("new: mend this first; nothing was written")
    write_whole(ROOT / made.place.file, made.text)
    write_editor_schemas(ROOT, read_folder(ROOT / "data"))
    print(f"{made.place.file}:{made.place.line}: added {made.id}")
    print(f"next: write what each `{BLANK}` asks for; make check tells which are left")


def given(arguments: list[str]) -> tuple[str, dict[str, str]]:
    """Return the kind and the answers that the command line has."""
    name = next((argument for argument in arguments[:1] if "=" not in argument), "")
    pairs = (argument.partition("=") for argument in arguments)
    answers = {field.strip().lower(): answer.strip() for field, sign, answer in pairs if sign}
    return name, {field: answer for field, answer in answers.items() if answer}


def asked_kind() -> str:
    """Ask what to add."""
    return answer_to(Question("kind", "What to add.", tuple(k.name for k in record_kinds())))


def added(kind: Addable, folder: Folder, answers: dict[str, str]) -> NewRecord:
    """Ask for what is not known yet, and return the file with the record."""
    text = read_text(ROOT / "data", owner_of(kind).filename)
    asked = [*([OWNER] if isinstance(kind, PartKind) else []), *questions(kind, folder)]
    known = {**answers, **dict(answered(asked, answers))}
    if isinstance(kind, PartKind):
        return new_part(kind, folder, text, known.pop("of", ""), known, clock.today())
    return new_record(kind, folder, text, known, clock.today())


def answered(asked: list[Question], known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the answers of somebody at a terminal, where nothing was given; blanks stay blanks."""
    if known or not sys.stdin.isatty():
        return
    print(f"Leave out what you do not know: it becomes a blank, `{BLANK}`.")
    for question in asked:
        if answer := answer_to(question):
            yield question.field, answer


def answer_to(question: Question) -> str:
    """Ask one question; there is no answer where nobody is at a terminal."""
    if not sys.stdin.isatty():
        return ""
    ways = f" One of: {', '.join(question.choices)}." if question.choices else ""
    print(f"\n{question.says}{ways}")
    try:
        return input(f"{question.field}: ").strip()
    except EOFError:
        return ""


if __name__ == "__main__":
    with faults_told("new"):
        main()
