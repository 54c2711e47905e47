"""A usual month of edits to a copy of our own data, with records that chance chooses.

Nothing of the data is named here: no id, no slug, no word. The same seed makes the same edits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import yaml
from tests.support.projects import run
from tests.support.yaml_core import CoreLoader

Json = dict[str, Any]
# What readers read of a theory or a finding; all else are ids, dates and choices.
_WORDS = frozenset({
    *("text", "short", "what", "would_fill", "looked_in", "adds", "clause", "why"),
    *("who", "first_step", "cost", "if_you_cannot", "warning", "purpose", "care"),
})  # fmt: skip
_LETTERS = "aeiou", "bcdfghjklmnpqrstvwxyz"
_RUN = 9  # words in a new quotation


class Month:
    """A month of edits. Each method is one, and leaves data that hold together."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root = root
        self.random = Random(seed)
        self.numbers = count(1)
        dates = (record["history"][-1]["date"] for record in self.records("theories"))
        self.today = max(dates)

    def path(self, name: str) -> Path:
        """Return where a data file is."""
        return self.root / "data" / f"{name}.yaml"

    def records(self, name: str) -> list[Json]:
        """Return the records of a data file."""
        found: list[Json] = yaml.load(self.path(name).read_text("utf-8"), CoreLoader)[name]
        return found

    def write(self, name: str, records: list[Json]) -> None:
        """Write the records of a data file; the comments at its top stay."""
        head = re.match(r"(#.*\n)*", self.path(name).read_text("utf-8"))
        text = yaml.dump({name: records}, Dumper=_Dumper, allow_unicode=True, sort_keys=False)
        self.path(name).write_text(f"{head[0] if head else ''}{text}", "utf-8")

    def one_of(self, records: list[Json], fits: Callable[[Json], bool] = bool) -> Json:
        """Return one of the records that hold, and that fit."""
        return self.random.choice([r for r in records if "retired" not in r and fits(r)])

    def note(self, record: Json, what: str) -> None:
        """Add a line to a record's history."""
        version = record["history"][-1]["version"] + 1
        record["history"].append({"version": version, "date": self.today, "what": what})

    def retire(self, record: Json, instead: list[str]) -> None:
        """Retire a record."""
        record["retired"] = {"on": self.today, "why": "It no longer holds.", "instead": instead}

    def edit_sentences(self) -> None:
        """Change a sentence of three theories, three terms and three gaps."""
        for name, words in (("theories", "headline"), ("terms", "is_not"), ("gaps", "what")):
            records = self.records(name)
            for _ in range(3):
                record = self.one_of([each for each in records if each.get(words)])
                text = record[words]["text"] if name == "theories" else record[words]
                changed = ended(text, next(self.numbers))
                record[words] = record[words] | {"text": changed} if name == "theories" else changed
                self.note(record, "A word is changed.")
            self.write(name, records)

    def add_a_study(self) -> None:
        """Add a publication and a study with findings, in words that nothing else has."""
        studies = self.records("studies")
        study = deepcopy(self.one_of(studies, lambda each: len(each["findings"]) > 1))
        number = next(self.numbers)
        old, study["key"] = study["key"], f"added{self.today[:4]}month{number}"
        for finding in study["findings"]:
            finding["id"] = finding["id"].replace(old, study["key"])
            finding.pop("quote", None)
        self.write("studies", [*studies, self.anew(study, ciphered)])
        title = ciphered("What the peers of another town said about the first year", number)
        with (self.root / "data" / "references.bib").open("a", encoding="utf-8") as bibliography:
            bibliography.write(
                f"\n@article{{{study['key']},\n  author = {{Added, Ada and Month, Mo}},\n"
                f"  title = {{{title}}},\n  journal = {{Journal of Months}},\n"
                f"  year = {{{self.today[:4]}}}\n}}\n"
            )

    def add_two_theories(self) -> None:
        """Add two theories, in words that nothing else has."""
        theories = self.records("theories")
        for _ in range(2):
            theory = self.copied(self.one_of(theories), theories)
            theory["other_names"] = []
            theories.append(self.anew(theory, ciphered))
        self.write("theories", theories)

    def split_a_theory(self) -> None:
        """Make two theories of one, each with a half of what it rests on."""
        theories = self.records("theories")
        whole = self.one_of(theories, lambda each: len(each["evidence"]) > 3)
        halves = []
        for _ in range(2):
            half = self.anew(self.copied(whole, theories), ended)
            theories.append(half)
            halves.append(half["id"])
        self.retire(whole, halves)
        self.write("theories", theories)

    def copied(self, theory: Json, theories: list[Json]) -> Json:
        """Return a copy of a theory under the next id, with a slug of its own and no past."""
        copy, old = deepcopy(theory), theory["id"]
        copy["id"] = f"T{max(int(each['id'][1:]) for each in theories) + 1:03}"
        copy["slug"] = f"{theory['slug']}-{next(self.numbers)}"
        for item in (*copy["evidence"], *copy["talk"]):
            item["id"] = item["id"].replace(old, copy["id"])
        return copy

    def anew(self, record: Json, words: Callable[[str, int], str]) -> Json:
        """Return a record in other words, at the start of its history."""
        changed: Json = _changed(record, lambda text: words(text, next(self.numbers)))
        changed["history"] = [{"version": 1, "date": self.today, "what": "New."}]
        return changed

    def retire_a_theory(self) -> None:
        """Retire a theory in favor of another."""
        theories = self.records("theories")
        theory = self.one_of(theories)
        others = [each["id"] for each in theories if each is not theory and "retired" not in each]
        self.retire(theory, [self.random.choice(others)])
        self.write("theories", theories)

    def retire_a_study(self) -> None:
        """Retire a study that is not all that a theory rests on."""
        alone = {
            item["study"]
            for theory in self.records("theories")
            for item in theory["evidence"]
            if len({each["study"] for each in theory["evidence"]}) < 3
        }
        studies = self.records("studies")
        self.retire(self.one_of(studies, lambda each: each["key"] not in alone), [])
        self.write("studies", studies)

    def retire_a_term(self) -> None:
        """Retire a term in favor of another of its kind."""
        terms = self.records("terms")
        term = self.one_of(terms)
        others = [t["id"] for t in terms if t["kind"] == term["kind"] and t is not term]
        self.retire(term, [self.random.choice(others)])
        self.write("terms", terms)

    def rename_a_slug(self) -> None:
        """Give a theory another address."""
        theories = self.records("theories")
        theory = self.one_of(theories)
        theory["slug"] = f"renamed-{next(self.numbers)}"
        self.write("theories", theories)

    def add_quotations(self) -> None:
        """Add two quotations from each text that is stored."""
        quotes = self.records("quotes")
        for source in sorted((self.root / "data" / "sources").glob("*.txt")):
            for words in self.passages(source, {quote["exact"] for quote in quotes}):
                model = next(q for q in quotes if q["stands"] == "abstract")
                number = max(int(quote["id"][1:]) for quote in quotes) + 1
                history = [{"version": 1, "date": self.today, "what": "New."}]
                quotes.append(
                    {"id": f"Q{number:03}", "source": source.stem, "stands": "abstract",
                     "exact": words, "speaker": model["speaker"], "about": f"Passage {number}",
                     "history": history}
                )  # fmt: skip
        self.write("quotes", quotes)

    def passages(self, source: Path, known: set[str]) -> list[str]:
        """Return up to two runs of words from a stored text that nobody quoted yet."""
        words = source.read_text("utf-8").partition("\n\n")[2].split()
        runs = {" ".join(words[i : i + _RUN]) for i in range(0, len(words) - _RUN, _RUN)}
        new = sorted(runs - known)
        return self.random.sample(new, min(2, len(new)))

    def rename_the_site(self) -> None:
        """Give the site another name."""
        text, found = re.subn(
            "(?m)^name: .*$", "name: A month later", self.path("site").read_text()
        )
        assert found == 1
        self.path("site").write_text(text, "utf-8")
        done = run(self.root / "scripts" / "cff.py")
        assert done.returncode == 0, done.stderr


class _Dumper(yaml.CSafeDumper):
    """Writes what the loader reads, everything out where it stands."""

    yaml_implicit_resolvers: Json = {  # noqa: RUF012  # as its base has it
        first: [*forms] for first, forms in CoreLoader.yaml_implicit_resolvers.items()
    }

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


# Other readers of YAML take these for yes or no.
_Dumper.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("(yes|no|on|off)$"), [*"yno"])


def _changed(value: Any, change: Callable[[str], str], key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _changed(inner, change, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [_changed(inner, change, key) for inner in value]
    return change(value) if key in _WORDS and isinstance(value, str) else value


def ended(text: str, number: int) -> str:
    """Return a text each sentence of which ends with a word that nothing else has."""
    letters = "".join("aeiouklmnp"[int(digit)] for digit in str(number))
    return re.sub(r"[\w’'-]+(?=[^\w\s]*[.?!][^\w\s]*(?:\s|$)|\W*$)", f"s{letters}", text)


def ciphered(text: str, number: int) -> str:
    """Return a text with each letter changed for another: as long, and as hard to read."""
    steps = str.maketrans({
        letter: new
        for small in _LETTERS
        for letters in (small, small.upper())
        for shift in [1 + number % (len(small) - 1)]
        for letter, new in zip(letters, letters[shift:] + letters[:shift], strict=True)
    })  # fmt: skip
    return text.translate(steps)


_EDITS = (
    Month.edit_sentences,
    Month.add_a_study,
    Month.add_two_theories,
    Month.add_quotations,
    Month.split_a_theory,
    Month.retire_a_theory,
    Month.retire_a_study,
    Month.retire_a_term,
    Month.rename_a_slug,
    Month.rename_the_site,
)


def month(root: Path, seed: int) -> Iterator[str]:
    """Make a month of edits; yield what each is, as it is made."""
    edited = Month(root, seed)
    for edit in _EDITS:
        edit(edited)
        yield edit.__name__
