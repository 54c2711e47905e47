"""What people may type, and the theories that answer it: written before anything was measured."""

from __future__ import annotations

from collections.abc import Collection

# Asked in every timed run.
TIMED = "lonely at work"

# The last parts of the addresses of right pages, by question.
QUESTIONS: dict[str, frozenset[str]] = {
    question: frozenset(slugs.split())
    for question, slugs in {
        "boss": "effective-supervision",
        "who supervises peers": "effective-supervision",
        "burned out peers": "carrying-too-much-alone effective-supervision",
        "vicarious trauma": "carrying-too-much-alone",
        "peers help plan the program": "a-say-in-program-design",
        "get a better job": "peer-practice-as-a-career-step",
        "shame and stigma": "lived-experience-recognised identity-through-someone-like-me",
        "someone like me": "identity-through-someone-like-me",
        "social events for lonely young people": "doing-things-together",
        "learn by watching a peer": "learning-from-a-peers-example",
        "make my own decisions": "more-of-an-own-say support-that-follows-your-lead",
        "hope": "hope-from-seeing-recovery",
        "feel understood": "feeling-understood-without-judgment",
        "how to build trust": "a-trusting-relationship-first",
        "am I the only one": "it-is-not-only-me",
        "helping others helps me": "give-and-take",
        "practical advice from peers": "tips-that-were-lived learning-from-a-peers-example",
        "getting to a first appointment": "bridge-and-guide",
        "support group where I belong": "a-place-to-belong",
        "the only peer in the team": "not-the-only-peer",
        "prepare staff before hiring peers": "a-team-that-is-ready",
        "peers doing admin work": "when-the-role-drifts",
        "comparing myself to others": "comparison-that-wounds",
        "tokenism": "a-say-in-name-only",
        "going at my own pace": "support-that-follows-your-lead",
        "safe space": "safe-enough-to-come-and-speak",
        "too poor to change": "change-needs-room-in-a-life",
        "share my story": "sharing-your-own-story",
        "change the culture at work": "peers-change-the-service",
        "new peer first weeks": "the-first-months",
    }.items()
}


def questions_about(slugs: Collection[str]) -> dict[str, frozenset[str]]:
    """Return the questions that these theories answer, by the last part of their addresses."""
    return {asked: right for asked, right in QUESTIONS.items() if not right.isdisjoint(slugs)}
