"""The five faces of the check-in, drawn: no font of ours has emoji."""

from __future__ import annotations

from chat.charts.canvas import INK, Canvas, Point
from programme.checkin import Face

SKIN = "#ffd966"

# How far the corners of the mouth lie above its middle, as a part of half a face.
_SMILES: dict[Face, float] = {
    Face.VERY_BAD: -0.44,
    Face.BAD: -0.22,
    Face.SO_SO: 0.0,
    Face.GOOD: 0.22,
    Face.VERY_GOOD: 0.44,
}


def smiley(canvas: Canvas, x: float, y: float, face: Face, *, half: float = 17) -> None:
    """A face around this point, `half` wide to each side."""
    canvas.dots([(x, y)], across=2 * half, fill=SKIN, edge=INK, wide=2.5)
    eyes = [(x - 0.38 * half, y + 0.28 * half), (x + 0.38 * half, y + 0.28 * half)]
    canvas.dots(eyes, across=0.3 * half, fill=INK)
    canvas.line(_mouth(x, y - 0.3 * half, half, _SMILES[face]), wide=0.16 * half)


def _mouth(x: float, y: float, half: float, smile: float) -> list[Point]:
    """A curve through this point; with a smile its corners go up and its middle goes down."""
    steps = [number / 6 for number in range(-6, 7)]
    return [(x + step * 0.5 * half, y + (step**2 - 0.5) * smile * half) for step in steps]
