"""Ask whether the addresses of other sites still answer. It needs a network.

.venv/bin/python scripts/links.py > links.md

What is dead or has moved is printed as Markdown, for an issue. Nothing is printed if all is well.
What could not be reached is not the same as dead: it alone calls for no issue.
"""

import sys
from collections.abc import Iterable, Mapping

from build import load
from core import ROOT
from faults import faults_told
from theorybook.outside_links import outside_links
from theorybook.problems import DataError, Place
from theorybook.site import Site
from web_check import Answer, State, WebCheck

_WORDS = {
    State.DEAD: "Dead. Find where it went, or say that it is gone",
    State.MOVED: "Moved for good. Write the new address, once you have looked at it",
    State.NOT_REACHED: "Not reachable. Open these by hand; many sites send programs away",
}


def main() -> None:
    """Print what has to be mended, and tell on the terminal how it went."""
    try:
        site = Site.load(ROOT)
    except DataError as error:
        print(error, file=sys.stderr)
        sys.exit("links: mend these mistakes first; nothing was asked")
    places = outside_links(site, ROOT)
    answers = []
    for answer in WebCheck(agent()).ask_all(places):
        answers.append(answer)
        print(f"{answer.state}: {answer.address} {answer.why}".strip(), file=sys.stderr)
    if answers and len(_those(answers, State.NOT_REACHED)) == len(answers):
        sys.exit("links: nothing could be reached; is there a network?")
    print(report(answers, places), end="")
    counts = ", ".join(f"{state} {len(_those(answers, state))}" for state in State)
    print(f"links: {len(answers)} addresses: {counts}", file=sys.stderr)


def agent() -> str:
    """Return what the check calls itself: the site's name and address."""
    config = load(ROOT / "site")
    name = (config.site_name or "").encode("ascii", "ignore").decode()
    return f"Mozilla/5.0 (compatible; {name} link check; +{config.site_url})"


def report(answers: Iterable[Answer], places: Mapping[str, Place]) -> str:
    """Return what has to be mended as Markdown; nothing if no address is dead or has moved."""
    answers = [*answers]
    if not any(_those(answers, state) for state in (State.DEAD, State.MOVED)):
        return ""
    parts = (
        "\n".join([f"## {words}", "", *(_line(each, places) for each in found), ""])
        for state, words in _WORDS.items()
        if (found := _those(answers, state))
    )
    return "\n".join(parts)


def _those(answers: Iterable[Answer], state: State) -> list[Answer]:
    return [answer for answer in answers if answer.state is state]


def _line(answer: Answer, places: Mapping[str, Place]) -> str:
    now = f": <{answer.now}>" if answer.now else ""
    return f"- [ ] <{answer.address}> {answer.why}{now} (`{places[answer.address]}`)"


if __name__ == "__main__":
    with faults_told("links"):
        main()
