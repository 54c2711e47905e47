"""What theories say, as texts for somebody's proposal."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.addresses import PROPOSAL_LENGTHS, proposal_address
from theorybook.render import Renderer

# Not every host says how a text is written. This mark does, and editors take it away.
_MARK = "\ufeff"


def proposal_files(renderer: Renderer) -> Iterator[tuple[str, str]]:
    """Yield each longer text of each theory, retired or not: its address and the text."""
    for theory in renderer.edition.site.everything.theories:
        for length in PROPOSAL_LENGTHS:
            text = renderer.text("proposal.txt", theory=theory, length=length)
            yield proposal_address(theory.id, length), f"{_MARK}{text.strip()}\n"
