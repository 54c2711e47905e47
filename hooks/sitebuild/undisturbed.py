"""How something is shown while a whole build is under way in another thread."""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from threading import get_ident

from mkdocs.commands import build as mkdocs_build


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let Python not look for rubbish, and MkDocs not print what this thread cannot show.

    Among all that a build holds, looking takes long. What is wrong, the whole build tells, once.
    """
    here = get_ident()
    log = logging.getLogger(mkdocs_build.__name__)

    def is_elsewhere(record: logging.LogRecord) -> bool:
        return record.thread != here

    log.addFilter(is_elsewhere)
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        log.removeFilter(is_elsewhere)
