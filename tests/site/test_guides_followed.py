"""The guides, followed: from a reference to a study and a theory on the built site.

The commands, and the reference itself, are taken from the guides as they stand.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.support.filling import fill
from tests.support.projects import ROOT, copy_garden, replace_once

GUIDES = ROOT / "docs" / "maintain"
KEY, FINDING = "example2025slugs", "example2025slugs-F1"
STUDY = [
    ("What kind of study", "talk"),
    ("Who it is about", "gardeners"),
    ("Where it was done", "nowhere"),
    ("What kind of study", "Talks over a fence."),
    ("from the study", "from the study"),
    ("program or service", "A garden by the brook."),
    ("from the study", "from the study"),
    ("Who it is about", "People with beds by the brook."),
    ("from the study", "from the study"),
    ("Who took part", "Six gardeners."),
    ("from the study", "from the study"),
    ("took part", "It does not say whether neighbors took part."),
    ("our reading", "our reading"),
    ("not stated", "not stated"),
    ("How it was done", "Talks."),
    ("from the study", "from the study"),
    ("How close", "abstract"),
    ("What exactly we read", "We read the abstract."),
    ("result", "result"),
    ("What it reports", "Those who shared a spade bore the slugs better."),
    ("Id of the term", "shared-tools"),
    ("stated", "arguable"),
    ("Where we looked", "The abstract."),
    ("What is not known", "How many slugs there were."),
    ("What would fill", "A count of slugs."),
]
EVIDENCE = [
    ("supports", "goes against"),
    ("What the study says", "Shared spades went with calm."),
    ("Why this counts", "Nobody felt watched there."),
]
UNKNOWN = [("What is not known", "This is not known{}."), ("What would fill", "More talks{}.")]
THEORY = [
    ("one plain sentence", "When spades are shared, people may bear slugs better."),
    ("two to six words", "Spades and slugs"),
    ("A name", "Shared tools as comfort"),
    ("Who it is about", "gardener"),
    ("Who it is about", "People who grow greens."),
    *((asks, said.format(f" of step {step}")) for step in range(4) for asks, said in UNKNOWN),
    ("If this", "If spades are shared, slugs may hurt less, perhaps since people laugh."),
    ("supports", "supports"),
    ("What the study says", "Those who shared were calmer."),
    ("Why this counts", "It is about slugs."),
    ("as a question", "Is there a spade for two?"),
    ("What to do first", "Buy one spade."),
    ("What to do", "Share a spade."),
    ("Who does it", "Whoever has one."),
    ("first step", "Ask a neighbor."),
    ("What it takes", "A spade."),
    ("smaller version", "Share a bucket."),
    ("What can go wrong", "Both want it at once."),
    ("early warning", "A list hangs at the shed."),
    ("Signs", "Two people dig one bed."),
    ("like your place", "Your slugs may be other slugs."),
    ("Where we looked", "The abstract."),
    *((asks, said.format(" of slugs")) for asks, said in UNKNOWN),
    ("change our mind", "A garden where sharing made slugs worse."),
    ("Questions to talk about", "Who lends you a spade?"),
    ("Why ask it", "To hear of lending."),
    ("watch for", "Nobody has to lend."),
]


def commands(guide: str) -> Iterator[list[str]]:
    """Yield the commands of a guide, in order, each as its parts."""
    text = (GUIDES / f"{guide}.md").read_text(encoding="utf-8")
    for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL):
        for command in block.replace("\\\n", "").strip().split("\n"):
            yield re.findall(r'(?:[^\s"]|"[^"]*")+', command)


def command(guide: str, start: str) -> list[str]:
    """Return the first command of a guide that starts so."""
    return next(parts for parts in commands(guide) if " ".join(parts).startswith(start))


def make(garden: Path, parts: list[str], given: str = "") -> str:
    """Run a command of a guide in a project; return what it prints. No package is installed."""
    program, *targets = [part.replace('"', "") for part in parts]
    assert program == "make"
    done = subprocess.run(
        ["make", "--no-print-directory", "-o", "runtime", f"RUN={sys.executable}", *targets],
        cwd=garden, input=given, capture_output=True, text=True, check=False,
        env={name: value for name, value in os.environ.items() if not name.startswith("MAKE")},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the garden in which somebody followed the guides."""
    garden = copy_garden(tmp_path_factory.mktemp("guides") / "garden")
    shutil.copy(ROOT / "Makefile", garden)
    data = garden / "data"
    guide = (GUIDES / "add-a-study.md").read_text(encoding="utf-8")
    (reference,) = re.findall(r"```bibtex\n(.*?)```", guide, re.DOTALL)
    said = make(garden, command("add-a-study", "make reference"), reference)
    # What it prints last is the next command of the guide.
    assert said.splitlines()[-1] == "next: " + " ".join(command("add-a-study", "make new"))
    make(garden, command("add-a-study", "make new KIND=study"))
    fill(data / "studies.yaml", STUDY)
    make(garden, command("add-a-study", "make new KIND=evidence"))
    fill(data / "theories.yaml", EVIDENCE)
    weeds = "    date: 2032-01-04\n    what: Invented a day later.\n"
    line = "  - {version: 2, date: 2032-01-05, what: A study goes against it.}\n"
    replace_once(data / "theories.yaml", weeds, weeds + line)
    make(garden, command("write-a-theory", "make new KIND=theory"))
    assert " blanks to fill" in make(garden, command("write-a-theory", "make check"))
    fill(data / "theories.yaml", THEORY)
    replace_once(data / "theories.yaml", "status: draft", "status: published")
    assert "all is well" in make(garden, command("write-a-theory", "make check"))
    make(garden, ["make", "site"])
    return garden / "site"


def test_the_study_is_on_the_site(followed: Path) -> None:
    html = (followed / "studies" / KEY / "index.html").read_text(encoding="utf-8")
    assert "Those who shared a spade bore the slugs better." in html
    assert "Slugs and how people bear them" in html


def test_the_theory_is_on_the_site(followed: Path) -> None:
    html = (followed / "theories" / "bearing-slugs" / "index.html").read_text(encoding="utf-8")
    assert "When spades are shared, people may bear slugs better." in html
    assert "___" not in html
    assert "bearing-slugs/" in (followed / "theories" / "index.html").read_text(encoding="utf-8")


def test_the_evidence_is_told_where_it_goes_against(followed: Path) -> None:
    html = (followed / "theories" / "weeding-together" / "index.html").read_text(encoding="utf-8")
    assert "Shared spades went with calm." in html


@pytest.mark.parametrize("guide", sorted(path.stem for path in GUIDES.glob("*.md")))
def test_every_command_of_a_guide_is_one_that_make_knows(guide: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    known = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    text = (GUIDES / f"{guide}.md").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:^|`)make ([a-z-]+)", text, re.MULTILINE))
    assert named <= known
