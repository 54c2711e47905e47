"""Packages of QTI 1.2: read, and made by text2qti, which did not make ours."""

from __future__ import annotations

import re
from html import unescape
from io import BytesIO
from xml.etree import ElementTree as Xml
from zipfile import ZipFile

from tests.support.gift import Question
from text2qti import qti as their_qti
from text2qti.config import Config
from text2qti.quiz import Quiz as TheirQuiz

_TEXT = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}mattext"
# What each writes in its own way: names, and the words, which are compared apart.
_OWN = ("ident", "identifier", "identifierref", "href", "title")


def parts(package: bytes) -> dict[str, bytes]:
    """Return the files of a package by their names."""
    with ZipFile(BytesIO(package)) as opened:
        return {name: opened.read(name) for name in opened.namelist() if not name.endswith("/")}


def by_text2qti(questions: list[Question]) -> dict[str, bytes]:
    """Return the parts of the package that text2qti makes of questions."""
    lines = ["Quiz title: quiz", ""]
    for number, question in enumerate(questions, 1):
        lines += [f"{number}.  {_in_markdown(question.asks)}"]
        lines += [f"... {_in_markdown(question.feedback)}"]
        answers = [*question.wrong, *question.right]
        lines += [
            f"{'*' if answer in question.right else ''}{letter})  {_in_markdown(answer)}"
            for letter, answer in zip("abcdefgh", answers, strict=False)
        ]
        lines += [""]
    made = TheirQuiz("\n".join(lines), config=Config(), source_name="quiz")
    return parts(their_qti.QTI(made).zip_bytes())


def _in_markdown(text: str) -> str:
    plain = text.replace("&", "&amp;").replace("<", "&lt;")
    return re.sub(r"([\\`*_{}\[\]()#+\-.!$])", r"\\\1", plain)


def shape(element: Xml.Element) -> object:
    """Return what an element is built of, without names, words, and the order of answers."""
    children = [shape(child) for child in element]
    if element.tag.endswith("render_choice"):
        children = sorted(children, key=repr)
    attributes = {name: value for name, value in element.attrib.items() if name not in _OWN}
    attributes = {name: value for name, value in attributes.items() if "schema" not in name}
    return (element.tag, sorted(attributes.items()), children)


def read(quiz_file: bytes) -> list[Question]:
    """Return the questions of a quiz in QTI."""
    found = []
    for item in Xml.fromstring(quiz_file).iterfind(".//{*}item"):
        labels = {
            label.attrib["ident"]: _said(label) for label in item.iterfind(".//{*}response_label")
        }
        (right,) = item.iterfind(".//{*}varequal")
        presented, (told,) = item.find("{*}presentation"), [*item.iterfind("{*}itemfeedback")]
        assert presented is not None
        chosen = labels.pop(str(right.text))
        wrong = [*labels.values()]
        found.append(Question("", _said(presented), [chosen], wrong, {}, _said(told)))
    return found


def _said(element: Xml.Element) -> str:
    """Return the first words in an element: a paragraph of HTML that is text to XML."""
    html = str(next(element.iter(_TEXT)).text)
    assert re.fullmatch(r"<p>[^<>]*</p>", html), html
    words = html[3:-4]
    return unescape(words)


def compared(questions: list[Question]) -> list[tuple[str, list[str], set[str], str]]:
    """Return what questions with choices say, whatever the order of the choices."""
    return [(one.asks, one.right, {*one.wrong}, one.feedback) for one in questions]
