"""The check of other sites, against a server on this machine that answers in every way."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from tests.support.projects import GARDEN

import links
from links import report
from theorybook.outside_links import outside_links
from theorybook.problems import Place
from theorybook.site import Site
from web_check import Answer, State, WebCheck

AGENT = "Garden link check"


class Host:
    """A host whose paths say how they answer: `/404`, `/301/to/200`, `/head-405`, `/flaky`."""

    def __init__(self, address: str, asked: list[tuple[str, str, str]]) -> None:
        self.address = address
        self.asked = asked

    def check(self, **settings: object) -> WebCheck:
        """Return a check that waits for nothing."""
        return WebCheck(AGENT, **{"timeout": 5, "pause": lambda _: None} | settings)  # type: ignore[arg-type]

    def ask(self, path: str, **settings: object) -> Answer:
        """Ask for a path."""
        return self.check(**settings).ask(self.address + path)


class _Handler(BaseHTTPRequestHandler):
    asked: list[tuple[str, str, str]]

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        self.asked.append((self.command, self.path, self.headers["User-Agent"]))
        status, *leads_to = self.path.strip("/").split("/to/", 1)
        if status == "head-405":
            status = "405" if self.command == "HEAD" else "200"
        if status == "flaky":
            status = "200" if len(self.asked) > 4 else "503"
        if status == "round":
            status, leads_to = "302", ["round"]
        self.send_response(int(status))
        if leads_to:
            odd = leads_to[0].startswith("mailto:")
            self.send_header("Location", leads_to[0] if odd else f"/{leads_to[0]}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def host() -> Iterator[Host]:
    """Return a host on this machine, which notes what it is asked."""
    asked: list[tuple[str, str, str]] = []
    handler = type("Handler", (_Handler,), {"asked": asked})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        try:
            yield Host(f"http://127.0.0.1:{server.server_port}/", asked)
        finally:
            server.shutdown()


@pytest.mark.parametrize(
    ("path", "state"),
    [
        ("200", State.SOUND),
        ("head-405", State.SOUND),
        ("302/to/200", State.SOUND),
        ("404", State.DEAD),
        ("410", State.DEAD),
        ("301/to/404", State.DEAD),
        ("301/to/200", State.MOVED),
        ("308/to/301/to/200", State.MOVED),
        ("403", State.NOT_REACHED),
        ("429", State.NOT_REACHED),
        ("500", State.NOT_REACHED),
        ("302/to/403", State.NOT_REACHED),
        ("round", State.NOT_REACHED),
        ("302/to/mailto:a@b.example", State.NOT_REACHED),
    ],
)
def test_an_address_is_judged_by_its_last_answer(host: Host, path: str, state: State) -> None:
    assert host.ask(path).state is state


def test_where_it_is_now_is_where_it_leads_for_good(host: Host) -> None:
    assert host.ask("301/to/200").now == f"{host.address}200"
    # What leads on only for now may lead elsewhere tomorrow.
    assert host.ask("301/to/302/to/200").now == f"{host.address}302/to/200"
    assert host.ask("302/to/301/to/200").state is State.SOUND


def test_an_anchor_is_no_other_address(host: Host) -> None:
    assert host.ask("200#part").state is State.SOUND
    assert [path for _, path, _ in host.asked] == ["/200"]


def test_it_says_who_asks_and_asks_for_as_little_as_it_can(host: Host) -> None:
    host.ask("200")
    assert host.asked == [("HEAD", "/200", AGENT)]


def test_what_is_not_reached_is_tried_again_after_all_others(host: Host) -> None:
    waits: list[float] = []
    check = host.check(pause=waits.append)
    first, last = check.ask_all([f"{host.address}200", f"{host.address}flaky"])
    assert (first.address, last.address) == (f"{host.address}200", f"{host.address}flaky")
    assert last.state is State.SOUND
    assert max(waits) > 1


def test_what_stays_out_of_reach_is_told_once_and_what_is_dead_is_not_tried_again(
    host: Host,
) -> None:
    check = host.check()
    (answer,) = check.ask_all([f"{host.address}500"])
    assert answer.state is State.NOT_REACHED
    assert len(host.asked) == 6
    host.asked.clear()
    (answer,) = check.ask_all([f"{host.address}404"])
    assert answer.state is State.DEAD
    assert len(host.asked) == 2


def test_a_host_is_given_time_between_two_questions(host: Host) -> None:
    waits: list[float] = []
    check = host.check(pause=waits.append)
    answers = [*check.ask_all([f"{host.address}200", f"{host.address}302/to/200"])]
    assert [answer.state for answer in answers] == [State.SOUND, State.SOUND]
    assert len(waits) == len(host.asked) - 1


def test_a_resolver_only_has_to_lead_on(host: Host) -> None:
    resolvers = [host.address.removeprefix("http://").strip("/")]
    assert host.ask("302/to/403", resolvers=resolvers).state is State.SOUND
    assert host.ask("404", resolvers=resolvers).state is State.DEAD


def test_a_host_that_is_not_there_is_not_called_dead() -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{nobody.getsockname()[1]}/"
        answer = WebCheck(AGENT, pause=lambda _: None).ask(address)
    assert answer.state is State.NOT_REACHED
    assert answer.why


def test_a_host_that_does_not_answer_in_time_is_not_called_dead() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        check = WebCheck(AGENT, timeout=0.05, pause=lambda _: None)
        assert check.ask(address).state is State.NOT_REACHED


def test_the_report_names_each_address_with_its_place() -> None:
    answers = [
        Answer("https://a.example/", State.SOUND),
        Answer("https://b.example/", State.DEAD, "answers 404"),
        Answer("https://c.example/", State.MOVED, "leads on for good", "https://d.example/"),
        Answer("https://e.example/", State.NOT_REACHED, "answers 403"),
    ]
    places = {answer.address: Place("data/x.yaml", 7, 3) for answer in answers}
    told = report(answers, places)
    assert "- [ ] <https://b.example/> answers 404 (`data/x.yaml:7:3`)" in told
    assert "<https://c.example/> leads on for good: <https://d.example/>" in told
    assert "https://a.example/" not in told
    assert told.index("## Dead") < told.index("## Moved") < told.index("## Not reachable")


def test_what_is_only_not_reachable_calls_for_no_issue() -> None:
    answer = Answer("https://e.example/", State.NOT_REACHED, "answers 403")
    assert report([answer], {answer.address: Place("data/x.yaml")}) == ""


def test_without_a_network_nothing_is_judged(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def nothing(_: WebCheck, addresses: Iterable[str]) -> Iterator[Answer]:
        return (Answer(address, State.NOT_REACHED, "no network") for address in addresses)

    monkeypatch.setattr(WebCheck, "ask_all", nothing)
    with pytest.raises(SystemExit, match="nothing could be reached"):
        links.main()
    assert capsys.readouterr().out == ""


def test_every_address_of_the_data_and_pages_is_asked_for(
    garden_site: Site, tmp_path: Path
) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "page.md").write_text(
        "# A\n\n```\n(https://code.example/)\n```\n[x](https://written.example/a) `<https://no.example/>`\n"
    )
    found = outside_links(garden_site, tmp_path)
    assert found["https://written.example/a"] == Place("docs/page.md", 6)
    assert not {"https://code.example/", "https://no.example/"} & set(found)
    for key, reference in garden_site.references.items():
        if reference.link:
            assert found[reference.link].file == "data/references.bib", key
    text = (GARDEN / "data" / "standards.yaml").read_text(encoding="utf-8")
    for guide in garden_site.everything.by_id.values():
        for address in getattr(guide, "read_at", ()):
            assert address in found
            assert address in text or found[address].file != "data/standards.yaml"
