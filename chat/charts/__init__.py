"""Drawings as pictures. The same facts give the same picture, byte for byte."""

from __future__ import annotations

from chat.drawing import Drawing
from chat.spiderweb import Radar
from chat.timeline import Timeline


def draw(drawing: Drawing) -> bytes:
    """A PNG. Takes some tenths of a second, and one thread at a time."""
    # They load matplotlib, for which nobody should wait who draws nothing.
    match drawing:
        case Radar():
            from chat.charts import radar

            return radar.draw(drawing)
        case Timeline():
            from chat.charts import timeline

            return timeline.draw(drawing)
    raise TypeError(f"nobody knows how to draw a {drawing.name}")
