"""Writes what search can find into two files, which browsers ask for once somebody searches."""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Any

from theorybook.model.base import Voice
from theorybook.search.documents import Document

# Packed by us, since not every host packs what it sends. The endings are no host's business, so
# that none unpacks them on the way.
_INDEX = "assets/search.{}.index"
_TEXTS = "assets/search.{}.texts"
_LENGTH = 10  # hexadecimal digits; enough to tell any two versions apart
_VOICES = ("", *(voice.value for voice in Voice))
# A word that more than this part of all documents say tells nothing of any.
_COMMON = 0.4
_WORD = re.compile(r"[^\W_]+")


def index_files(documents: Sequence[Document]) -> Iterator[tuple[str, bytes]]:
    """Yield the address and the content of each file of the index; the first leads to the others.

    The first holds what finds documents and names them. The other holds what they say, for the
    passage that is shown of each. So what is needed first is small.

    Args:
        documents: what search can find.
    """
    texts = _file(_TEXTS, [_says(document) for document in documents])
    rare, common = _words(documents)
    index = {
        "texts": texts[0],
        "voices": _VOICES,
        "documents": [_fields(document) for document in documents],
        "words": rare,
        "common": common,
    }
    yield _file(_INDEX, index)
    yield texts


def words_in(text: str) -> list[str]:
    """Return the words of a text as search compares them: `words.js` does the same."""
    if not text.isascii():
        marked = unicodedata.normalize("NFKD", text)
        text = "".join(sign for sign in marked if not unicodedata.category(sign).startswith("M"))
    return _WORD.findall(re.sub("['\u2019]", "", text.lower()))


def _file(address: str, content: Any) -> tuple[str, bytes]:
    """Return a file as JSON, packed with gzip and named by its content."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    return address.format(sha256(text).hexdigest()[:_LENGTH]), gzip.compress(text, 9, mtime=0)


def _says(document: Document) -> list[tuple[str, int, str]]:
    return [(said.text, _VOICES.index(said.voice), said.id) for said in document.says]


def _words(documents: Iterable[Document]) -> tuple[dict[str, list[int]], list[str]]:
    """Return which documents say each word, and the words that too many say.

    Of the numbers of documents, each is told by how far it is from the one before.
    """
    said: dict[str, list[int]] = {}
    count = 0
    for count, document in enumerate(documents, 1):
        for word in {word for piece in document.says for word in words_in(piece.text)}:
            said.setdefault(word, []).append(count - 1)
    rare = {word: said[word] for word in sorted(said) if len(said[word]) <= _COMMON * count}
    steps = {
        word: [number - before for before, number in zip([-1, *numbers], numbers, strict=False)]
        for word, numbers in rare.items()
    }
    return steps, sorted(said.keys() - rare.keys())


def _fields(document: Document) -> dict[str, Any]:
    """Return what finds a document and names it, as far as it has it."""
    fields = {
        "address": document.address,
        "title": document.title,
        "lead": "" if document.lead == document.title else document.lead,
        "kind": document.kind,
        "label": document.label,
        "names": document.names,
        "id": document.id,
        "parts": document.parts,
        "byId": document.is_found_by_id,
    }
    return {name: value for name, value in fields.items() if value}
