"""Other words for copied texts: as long, as hard to read, and about as rare as ours.

Most words change places with others that are about as frequent and have as many syllables, so that
a sentence keeps its length and its grade. A share of those that stand once in our data becomes new
made-up words in each round, since a larger text has more words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from random import Random

from theorybook.words.reading import sentences, syllables, words

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 4  # letters; shorter words stay, as they hold a sentence together
_FREQUENT = 0.02  # of all words; the most frequent stay, too
_NEAR = 12  # words change places with others of about their frequency, so many at a time
_NEW = 0.4  # of the words that stand once; words then grow as the square root of the text or so
_NOW_AND_THEN = 0.1  # of the words that keep a sentence from being told twice
_PAIRS = ("bl", "br", "cl", "cr", "dr", "fl", "fr", "gl", "gr", "pl", "pr", "st")
_STARTS = (*"bcdfghjklmnprstvwz", *_PAIRS)
_MIDDLES = (*"aeiou", "ai", "ea", "oo", "ou")
_ENDS = (*"bdgkmnpt", "ck", "ld", "lk", "nd", "nk", "nt", "rd", "rk", "rm", "rn", "rt", "sk", "st")
_LAST = ("", *"bdfgklmnprstz", *(f"{letter}s" for letter in "bdgklmnprt"))


class Wording:
    """The words of every round, and all sentences that were made with them.

    Args:
        texts: our texts, from which the words and their frequencies are taken.
        kept: words that must stay, such as those that the glossary explains.
        seed: the same one makes the same words.
    """

    def __init__(self, texts: Collection[str], kept: Iterable[str], seed: int) -> None:
        self._seed = seed
        counts = Counter(word.lower() for text in texts for word in _WORD.findall(text))
        self._taken = set(counts)
        stays = {word for word, _ in counts.most_common(round(_FREQUENT * len(counts)))}
        stays |= {word.lower() for text in kept for word in _WORD.findall(text)}
        self._counts = {
            word: count
            for word, count in counts.items()
            if len(word) >= _SHORTEST and word not in stays
        }
        # Those of as many syllables, the most frequent first.
        self._by_syllables: dict[int, list[str]] = {}
        for word in sorted(self._counts, key=lambda word: (-self._counts[word], word)):
            self._by_syllables.setdefault(syllables(word), []).append(word)
        self._rounds: dict[int, dict[str, str]] = {}
        self._told: dict[tuple[int, str], str] = {}
        self._sentences = {_folded(one) for text in texts for one in sentences(text)}

    def exchanged(self, number: int, text: str) -> str:
        """Return a text in the words of a round, word for word."""
        if not number:
            return text
        words_of_round = self._words_of(number)

        def exchange(match: re.Match[str]) -> str:
            return _as_written(match[0], words_of_round.get(match[0].lower(), match[0]))

        return _WORD.sub(exchange, text)

    def told(self, number: int, text: str) -> str:
        """Return a text in the words of a round; no other sentence of ours becomes one of its."""
        for sentence in sentences(text) if number else ():
            text = text.replace(sentence, self._told_once(number, sentence), 1)
        return text

    def _told_once(self, number: int, sentence: str) -> str:
        """Exchange the words of a sentence, until it is one that was not told before."""
        if (number, sentence) not in self._told:
            chance = Random(f"{self._seed}/{number}/{sentence}")
            told = first = self.exchanged(number, sentence)
            longest = max(words(first), key=len)
            while _folded(told) in self._sentences:
                other = _as_written(longest, self._other_word(syllables(longest), chance))
                told = first.replace(longest, other, 1)
            self._sentences.add(_folded(told))
            self._told[number, sentence] = told
        return self._told[number, sentence]

    def _other_word(self, count: int, chance: Random) -> str:
        """Return any word of so many syllables; now and then a new one, so that they never end."""
        ours = self._by_syllables.get(count, ())
        return (
            chance.choice(ours)
            if ours and chance.random() > _NOW_AND_THEN
            else self._new_word(count, chance)
        )

    def _words_of(self, number: int) -> dict[str, str]:
        """Return what each word is exchanged for in a round."""
        if number not in self._rounds:
            chance = Random(f"{self._seed}/{number}")
            once = sorted(word for word, count in self._counts.items() if count == 1)
            new = set(chance.sample(once, round(_NEW * len(once))))
            made = {word: self._new_word(syllables(word), chance) for word in sorted(new)}
            self._rounds[number] = self._moved(set(self._counts) - new, chance) | made
        return self._rounds[number]

    def _moved(self, stock: set[str], chance: Random) -> dict[str, str]:
        """Let words of as many syllables and about one frequency change places."""
        exchanged: dict[str, str] = {}
        for alike in self._by_syllables.values():
            words_there = [word for word in alike if word in stock]
            for start in range(0, len(words_there), _NEAR):
                near = words_there[start : start + _NEAR]
                exchanged |= zip(near, chance.sample(near, len(near)), strict=True)
        return exchanged

    def _new_word(self, count: int, chance: Random) -> str:
        """Make up a word of so many syllables that was not there."""
        word = ""
        while not word or word in self._taken or syllables(word) != count:
            parts = (chance.choice(_STARTS) + chance.choice(_MIDDLES) for _ in range(count))
            word = "".join(parts) + chance.choice(_ENDS) + chance.choice(_LAST)
        self._taken.add(word)
        return word


def _as_written(original: str, word: str) -> str:
    """Return a word with the capitals of another."""
    if original.isupper() and len(original) > 1:
        return word.upper()
    return word[0].upper() + word[1:] if original[0].isupper() else word


def _folded(sentence: str) -> str:
    return " ".join(words(sentence.lower()))
