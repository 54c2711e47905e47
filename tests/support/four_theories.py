"""The garden with four theories, for what two are too few for. It is checked by nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Route
from tests.support.built import SUBPATH
from tests.support.made import rendered

from theorybook.model.study import Study
from theorybook.model.theory import Theory
from theorybook.records import Records
from theorybook.retirement import in_force
from theorybook.site import Site

LISTED_OR_COMPARED = re.compile(r"/theories/(compare/(T\d+/)?)?(\?.*)?$")


def four_theories(garden: Site) -> Site:
    """Return the garden with two theories more, and with each study a project of its own.

    T003 rests on the same as T002. T004 shares a study with T002, and none with T001.
    """
    weeding = garden.theory("T002")
    alike = weeding.model_copy(update={"id": "T003", "slug": "alike"})
    apart = {"id": "T004", "slug": "apart", "evidence": weeding.evidence[:1]}
    studies = (study.model_copy(update={"project": None}) for study in garden.everything.studies)
    everything = Records({
        **garden.everything.collections,
        Theory: (*garden.everything.theories, alike, weeding.model_copy(update=apart)),
        Study: tuple(studies),
    })  # fmt: skip
    return replace(garden, collections=in_force(everything).collections, everything=everything)


def answering(four: Site, built: Path) -> Callable[[Route], None]:
    """Return what answers with a page of theories: made anew, in the frame of one that is built."""

    @cache
    def page(address: str) -> str:
        like = re.sub(r"T\d+", "T001", address)
        frame = (built / like / "index.html").read_text(encoding="utf-8")
        start, rest = re.split('(?<=<article id="main")', frame, maxsplit=1)
        opening, end = rest.partition(">")[0], rest.rpartition("</article>")[2]
        return f"{start}{opening}>{rendered(four, address)}</article>{end}"

    def answer(route: Route) -> None:
        address = urlsplit(route.request.url).path.removeprefix(SUBPATH)
        route.fulfill(body=page(address), content_type="text/html; charset=utf-8")

    return answer
