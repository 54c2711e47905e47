"""Any text that may stand in a file: no character that nobody can see."""

from __future__ import annotations

from hypothesis import strategies as st

from theorybook.data.characters import first_refused


def texts(max_size: int | None = None) -> st.SearchStrategy[str]:
    """Return any texts without characters that are refused."""
    return st.text(st.characters().filter(lambda c: not first_refused(c)), max_size=max_size)
