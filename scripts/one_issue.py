"""Keep one issue on GitHub for what a check finds: open it, bring it up to date, or close it.

    .venv/bin/python scripts/one_issue.py "Title" report.md

It calls `gh`, which has to be there and to know whose repository it is. An empty report closes the
issue of that title. However often it runs, there is never a second one.
"""

import json
import subprocess
import sys
from pathlib import Path

# GitHub takes little more, in characters.
_LONGEST = 65_000


def main() -> None:
    """Make the open issue of a title say what stands in a file."""
    title, file = sys.argv[1:]
    body = Path(file).read_text(encoding="utf-8").strip()[:_LONGEST]
    known = issue(title)
    if body and known:
        done = gh("issue", "edit", known, "--body-file", "-", text=body)
    elif body:
        done = gh("issue", "create", "--title", title, "--body-file", "-", text=body)
    elif known:
        done = gh("issue", "close", known, "--comment", "Nothing of this is left.")
    else:
        done = "nothing to tell"
    print(f"issue: {done.strip()}")


def issue(title: str) -> str:
    """Return the number of the open issue that has a title; empty if there is none."""
    search = ("--state", "open", "--limit", "1000", "--json", "number,title")
    found = json.loads(gh("issue", "list", *search))
    return next((str(each["number"]) for each in found if each["title"] == title), "")


def gh(*arguments: str, text: str = "") -> str:
    """Run `gh`, and return what it prints; end the script with what it says if it fails."""
    try:
        done = subprocess.run(
            ["gh", *arguments], input=text, capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        sys.exit("issue: there is no `gh` here; see https://cli.github.com")
    if done.returncode:
        sys.exit(f"issue: {done.stderr.strip()}")
    return done.stdout


if __name__ == "__main__":
    main()
