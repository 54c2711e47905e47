"""A small made-up plan: what a site says, what a reader said, and how each theory stands."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

# What a reader may type, by accident or to do harm: formulas, tags, markup, a tongue that is
# written from the right, a sign that turns all that follows, signs of several parts.
HOSTILE = (
    "=cmd|' /C calc'!A0 <script>alert(1)</script> \"q\", \\; **b** _i_ `c` [x](javascript:x())",
    "+1+cmd & &amp; ]]> --> <!-- {{ x }} {% y %} ${z} |a|b| ~~s~~ # 1. - > END:VEVENT\\nX:y;z,",
    "-2 שלום \u202eعالم\u2069 مرحبا 👩🏽‍🚀 e\u0301 http://x.example/?a=1&b www.x.example",
    "@SUM(A1)\tone\r\ntwo\u2028three\x00\x07\ufffe\ud800 four",
    "1. x",
    "W" * 200,
    "水" * 200,
    "👩‍👩‍👧‍👦" * 18,
)
# What no file can hold, and what turns the words of others; white space is a space.
_UNSEEN = dict.fromkeys(map(ord, "\u202e\u2069\x00\x07\ufffe\ud800"))


def read(text: str) -> str:
    """Return a text as every file holds it."""
    return " ".join(text.translate(_UNSEEN).split())


def _theory(id_: str, **more: Any) -> Json:
    return {
        "id": id_,
        "version": 2,
        "url": f"theories/{id_}/",
        "short": f"Name of {id_}",
        "headline": f"When A & B <meet>, {id_} may hold.",
        "voice": "our reading",
        "limits": f"One project proposes {id_}.",
        "sure": "One project proposes this.",
        "harm": False,
        "studies": [_study("ash2020", "Ash and others, 2020", "supports")],
        "questions": [
            {
                "key": f"{id_}-C{n}",
                "ask": f"Is part {n} of {id_} there?",
                "fix": f"Mend part {n} of {id_}.",
                "voice": "a question for you",
                "fix_voice": "our advice",
            }
            for n in (1, 2)
        ],
        "actions": [
            {
                "key": f"{id_}-A{n}",
                "text": f"Do {n} of {id_}",
                "first_step": f"Begin {n} of {id_}.",
                "who": "The lead.",
                "cost": "An hour.",
                "voice": "our advice",
            }
            for n in (1, 2)
        ],
        "risks": [_line(f"{id_}-R1", "It may break.", warning="It creaks.")],
        "signs": [_line(f"{id_}-S{n}", f"Sign {n} of {id_}.") for n in (1, 2)],
        "talk": [_line(f"{id_}-Q1", "What helps?", voice="a question for you", care="Go slow.")],
        "unknowns": [{"key": f"{id_}-U1", "what": "How many are enough."}],
        "chain": {
            "when": ["Not known"],
            "offers": ["Tools to borrow"],
            "why": ["Partly not known", "Our guess: trust"],
            "changes": ["Hope"],
        },
        **more,
    }


def _line(key: str, text: str, **more: Any) -> Json:
    return {"key": key, "text": text, "voice": "our advice", **more}


def _study(key: str, short: str, stance: str) -> Json:
    url = f"studies/{key}/"
    return {"key": key, "short": short, "url": url, "stance": stance, "design": "trial"}


def data() -> Json:
    """Return what the site says: two theories that do good, and T003, which leads to harm."""
    against = _study("elm2021", "Elm, 2021", "goes against")
    ash = _study("ash2020", "Ash and others, 2020", "supports")
    return {
        "licence": "CC BY 4.0",
        "credit": ["Ash A. A journal 2020."],
        "dated": "2026-11-28",
        "untested": "We know of no study that has tested this list or this rule.",
        "people": {"young-person": "the young person"},
        "groups": [{"id": "young-people", "name": "young people"}],
        "countries": [{"id": "canada", "name": "Canada"}],
        "aims": [
            {"id": "hope", "name": "Hope", "wanted": True, "concerns": ["young-person"]},
            {"id": "strain", "name": "Strain", "wanted": False, "concerns": []},
        ],
        "situations": [{"id": "U01", "title": "One lone peer"}],
        "safety": [
            {
                "id": "S02",
                "version": 3,
                "title": "Before you start",
                "url": "safety/#S02",
                "lines": [_line("S02-1", "Name whom to call."), _line("S02-2", "Agree on limits.")],
            }
        ],
        "theories": [
            _theory("T001"),
            _theory("T002", studies=[ash, against]),
            _theory("T003", version=7, harm=True),
        ],
    }


def stands() -> list[Json]:
    """Return how each theory stands, as the rule has it: warnings first."""
    return [
        _stands("T003", "harm", "n"),
        _stands("T002", "missing", "n"),
        _stands("T001", "shaky", "d"),
    ]


def _stands(id_: str, state: str, answer: str) -> Json:
    because = [{"key": f"{id_}-C2", "answer": answer}]
    return {"id": id_, "state": state, "because": because, "reason": f"A reason for {id_}."}


def answers(**more: Any) -> Json:
    """Return what a reader said, with some of it otherwise."""
    return {
        "title": "Our plan",
        "for": ["young-people"],
        "place": "the old mill",
        "country": "canada",
        "peers": "one",
        "paid": "paid",
        "situation": "U01",
        "aims": ["hope", "strain"],
        "chosen": [],
        "answers": {
            "S02-1": "y",
            "S02-2": "n",
            "T001-C2": "d",
            "T002-C2": "n",
            "T003-C2": "n",
        },
        "lines": {},
        "own": [],
        "versions": {},
        "made": "2026-11-30",
    } | more


def written_by(text: str) -> Json:
    """Return what a reader said who typed the same text wherever there is room for one."""
    tended = {"owner": text, "date": "2027-01-31"}
    sections = ("place", "actions", "risks", "signs", "talk")
    return answers(
        title=text,
        place=text,
        lines={"T001-A1": tended, "T002-A1": {"text": text, **tended}, "T003-C2": tended},
        own=[{"section": name, "text": text, **tended} for name in sections],
    )
