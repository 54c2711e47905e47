"""Add a publication to data/references.bib.

    .venv/bin/python scripts/reference.py [FILE | DOI] [--key KEY] [--alike]

It reads BibTeX, RIS or CSL-JSON from the file, or what is pasted if there is none. Of a DOI it asks
the registry, over the network. With --alike, a title that is nearly there already may be added.
"""

import argparse
import sys
from pathlib import Path

from core import ROOT
from faults import faults_told
from theorybook.authoring.doi_lookup import LookupFailedError, look_up
from theorybook.authoring.editor_schemas import write_editor_schemas
from theorybook.authoring.new_references import entry_text, waits_as, with_references
from theorybook.authoring.pasted import pasted_doi, read_pasted
from theorybook.data.datafiles import read_text
from theorybook.data.folder import read_folder
from theorybook.data.whole_file import write_whole
from theorybook.model.gap import Waiting
from theorybook.problems import DataError

BIBLIOGRAPHY = "references.bib"
PASTE = "Paste BibTeX, RIS, CSL-JSON or a DOI. End with an empty line and Ctrl-D."


def main() -> None:
    """Add what was given, or say why not; then nothing is written."""
    asked = arguments()
    try:
        text, name = given(asked.what)
        if doi := pasted_doi(text):
            text, name = look_up(doi), f"the registry's answer on {doi}"
        waiting = those_that_wait()
        grown = with_references(
            read_text(ROOT / "data", BIBLIOGRAPHY),
            f"data/{BIBLIOGRAPHY}",
            read_pasted(text, name),
            waiting=waiting,
            key=asked.key,
            allow_alike=asked.alike,
        )
    except LookupFailedError as error:
        sys.exit(f"reference: {error}")
    except DataError as error:
        print(error, file=sys.stderr)
        hint = "" if asked.alike or not is_alike(error) else " (ALIKE=yes adds it all the same)"
        sys.exit(f"reference: nothing was written{hint}")
    write_whole(ROOT / "data" / BIBLIOGRAPHY, grown.text)
    for reference in grown.added:
        print(f"{reference.place.file}:{reference.place.line}: added\n\n{entry_text(reference)}")
        if waits := waits_as(reference, waiting):
            print(f"it waited as {waits.id}: take that out of data/waiting.yaml\n")
    for reference in grown.added:
        print(f"next: make new KIND=study KEY={reference.key}")
    write_editor_schemas(ROOT, read_folder(ROOT / "data"))


def arguments() -> argparse.Namespace:
    """Return what was asked for."""
    parser = argparse.ArgumentParser(prog="reference", description=__doc__)
    parser.add_argument("what", nargs="?", default="")
    parser.add_argument("--key", default="")
    parser.add_argument("--alike", action="store_true")
    return parser.parse_args()


def given(what: str) -> tuple[str, str]:
    """Return the text that was given, and what to call it in messages."""
    if what and (Path(what).is_file() or not pasted_doi(what)):
        path = Path(what).resolve()
        return read_text(path.parent, path.name), what
    if what:
        return what, "DOI"
    if sys.stdin.isatty():
        print(PASTE, file=sys.stderr)
    return sys.stdin.read(), "pasted"


def those_that_wait() -> tuple[Waiting, ...]:
    """Return the publications that wait, as far as they can be read."""
    checked = read_folder(ROOT / "data").files.get("waiting")
    return checked.record.waiting if checked and checked.record else ()


def is_alike(error: DataError) -> bool:
    """Whether a title that is nearly there is all that is wrong."""
    return all(problem.code == "N02" for problem in error.problems)


if __name__ == "__main__":
    with faults_told("reference"):
        main()
