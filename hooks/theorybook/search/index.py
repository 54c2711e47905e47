"""Writes what search can find into small files; browsers ask for those that a question needs."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import pairwise
from typing import Any

from theorybook.model.base import Voice
from theorybook.search.documents import Document
from theorybook.search.typed_words import compared_id, words_in

# Packed by us, since not every host packs what it sends. The endings are no host's business, so
# that none unpacks them on the way.
_ADDRESS = "assets/search.{}.{}"
_DIGITS = 10  # hexadecimal; enough to tell any two versions apart
_VOICES = ("", *(voice.value for voice in Voice))
# A word that more than this part of all documents say tells nothing of any.
_COMMON = 0.4
# What a volume has room for, in letters, and how many documents are told of in one file. Browsers
# ask for a few of each, so small ones are few bytes, and large ones are few requests.
_ROOM = 12_000
_TOGETHER = 16
# Where a word stands in what names a document, as `index.js` reads it; each is a bit.
_LEAD, _TITLE, _NAME = 2, 4, 8
_PLACES = 16
# Nobody types a longer title as it is.
_LONGEST_TITLE = 6
_ID = "#"  # before ids, so that no word is taken for one

Entry = list[Any]


def index_files(documents: Sequence[Document]) -> Iterator[tuple[str, bytes]]:
    """Yield the address and the content of each file of the index; the first leads to the others.

    What is known of words and ids stands in volumes, as in a printed encyclopedia: in order, and
    the first file tells with what each begins. What documents are called, and what they say, stands
    in files of a few documents each.

    Args:
        documents: what search can find.
    """
    said, common = _said(documents)
    words = _words(documents, said)
    volumes = [*_volumes({**_ids(documents), **words})]
    kinds = [*dict.fromkeys(document.kind for document in documents)]
    first = {
        "starts": [next(iter(volume)) for volume in volumes],
        "together": _TOGETHER,
        "kinds": kinds,
        "kindOf": [kinds.index(document.kind) for document in documents],
        "voices": _VOICES,
        "common": common,
    }
    files = {
        "index": first,
        "vocabulary": {word: len(words[word][0]) + len(words[word][1]) for word in sorted(words)},
        **{f"{i}.words": volume for i, volume in enumerate(volumes)},
    }
    for i, first_of in enumerate(range(0, len(documents), _TOGETHER)):
        some = documents[first_of : first_of + _TOGETHER]
        files[f"{i}.documents"] = [_fields(document) for document in some]
        files[f"{i}.texts"] = [_says(document) for document in some]
    yield from _named(files)


def _named(files: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """Yield files as JSON, packed with gzip and named by the content of all."""
    texts = {
        name: json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
        for name, content in files.items()
    }
    whole = sha256(b"\0".join(texts.values())).hexdigest()[:_DIGITS]
    for name, text in texts.items():
        yield _ADDRESS.format(whole, name), gzip.compress(text, 9, mtime=0)


def _says(document: Document) -> list[tuple[str, int, str]]:
    return [(said.text, _VOICES.index(said.voice), said.id) for said in document.says]


def _said(documents: Sequence[Document]) -> tuple[dict[str, list[int]], list[str]]:
    """Return which documents say each word, and the words that too many say."""
    said: dict[str, list[int]] = {}
    for number, document in enumerate(documents):
        for word in {word for piece in document.says for word in words_in(piece.text)}:
            said.setdefault(word, []).append(number)
    rare = {word: those for word, those in said.items() if len(those) <= _COMMON * len(documents)}
    return rare, sorted(said.keys() - rare.keys())


def _words(documents: Sequence[Document], said: Mapping[str, list[int]]) -> dict[str, Entry]:
    """Return what is known of each word.

    That is which documents say it, each by how far it is from the one before; which it names, with
    where in one number; and the names that it is part of, each with its document, and whether it is
    the title.
    """
    heads: dict[str, Counter[int]] = {}
    names: dict[str, list[tuple[int, str, int]]] = {}
    for number, document in enumerate(documents):
        if document.is_found_by_id:
            continue
        for text, where in _heads(document):
            for word in words_in(text):
                there = heads.setdefault(word, Counter())
                there[number] |= where
        for name, is_title in _called(document):
            for word in dict.fromkeys(words_in(name)):
                names.setdefault(word, []).append((number, name, is_title))
    return {
        word: [
            [number - before for before, number in pairwise((-1, *said.get(word, ())))],
            [number * _PLACES + where for number, where in sorted(heads.get(word, {}).items())],
            names.get(word, []),
        ]
        for word in {**said, **heads}
    }


def _heads(document: Document) -> Iterator[tuple[str, int]]:
    yield "" if document.lead == document.title else document.lead, _LEAD
    yield f"{document.title} {document.label}", _TITLE
    yield " ".join(document.names), _NAME


def _called(document: Document) -> Iterator[tuple[str, int]]:
    """Yield what somebody may type as a whole: other names, and titles if they are short."""
    for name in document.names:
        yield name, 0
    for title in filter(None, (document.title, document.label)):
        if len(words_in(title)) <= _LONGEST_TITLE:
            yield title, 1


def _ids(documents: Iterable[Document]) -> dict[str, Entry]:
    """Return what has each id: the document, and the part of it that has it."""
    found: dict[str, Entry] = {}
    for number, document in enumerate(documents):
        ids = filter(None, (document.id, *document.other_ids))
        for id_, part in (*((id_, "") for id_ in ids), *((part, part) for part in document.parts)):
            found.setdefault(_ID + compared_id(id_), []).append((number, part))
    return found


def _volumes(entries: Mapping[str, Entry]) -> Iterator[dict[str, Entry]]:
    """Yield entries in their order, as many together as a volume has room for."""
    volume: dict[str, Entry] = {}
    left = _ROOM
    for key in sorted(entries):
        volume[key] = entries[key]
        left -= len(json.dumps((key, entries[key]), ensure_ascii=False, separators=(",", ":")))
        if left < 0:
            yield volume
            volume, left = {}, _ROOM
    if volume:
        yield volume


def _fields(document: Document) -> dict[str, str]:
    """Return what names a document, as far as it has it."""
    fields = {
        "address": document.address,
        "title": document.title,
        "lead": "" if document.lead == document.title else document.lead,
        "label": document.label,
    }
    return {name: value for name, value in fields.items() if value}
