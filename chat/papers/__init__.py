"""Facts as papers: PDFs of one or two sheets. The same facts give the same paper, byte for byte."""

from __future__ import annotations

from chat.drawing import Drawing
from chat.plan import Plan


def draw(facts: Drawing) -> bytes:
    """A PDF. Takes some tenths of a second, and one thread at a time."""
    match facts:
        case Plan():
            # Loads fpdf2 and matplotlib, for which nobody should wait who prints nothing.
            from chat.papers import plan

            return plan.draw(facts)
    raise TypeError(f"nobody knows how to put a {facts.name} on paper")
