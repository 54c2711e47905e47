"""A quiz as a package of QTI 1.2, which Canvas and other platforms take in.

It has the questions with choices. What stands in which part of a theory is a question of pairs,
which platforms read in ways of their own.
"""

from __future__ import annotations

from theorybook.courses.quiz import Quiz
from theorybook.packed import packed
from theorybook.render import Renderer

# The parts of a package, and the templates that write them. The last is Canvas's own.
_PARTS = {
    "imsmanifest.xml": "qti_manifest.xml",
    "{id}/{id}.xml": "qti_quiz.xml",
    "{id}/assessment_meta.xml": "qti_settings.xml",
}


def qti(renderer: Renderer, quiz: Quiz) -> bytes:
    """Return a quiz as a package. That of a retired theory says so, and asks nothing.

    Args:
        renderer: renders the words.
        quiz: what is asked about a theory.
    """
    parts = [
        (name.format(id=quiz.theory.id), renderer.xml(template, {"quiz": quiz}))
        for name, template in _PARTS.items()
    ]
    made_from = (text for part in parts for text in part)
    return renderer.edition.cache.data("package", made_from, lambda: packed(parts))
