"""What every picture owes whoever looks at it, whatever is on it."""

from __future__ import annotations

from itertools import combinations

from chat.charts.canvas import WIDTH, Canvas

# What people are called, and call things.
NAMES = {
    "long": "Maximiliaan-Alexander Ferdinand van der Strichtenaar",
    "wide": "W" * 40,
    "emoji": "👩‍👩‍👧‍👧 Sam 🙂",
    "only emoji": "👩‍👩‍👧‍👧",
    "chinese": "小明",
    "arabic": "محمد",
    "mathematical": r"$x^2$ \frac{1}{2} $",
    "lines": "Sam\nvan\tder\u200b\ufe0f\u202e",
    "markup": "<b>Sam</b> &amp; {name}",
    "in pieces": "Aure\u0301lie",
}


def assert_legible(sheet: Canvas) -> None:
    """Every text stands on the sheet, and none stands on another."""
    texts = sheet.words_on_it()
    for text, (left, bottom, right, top) in texts:
        assert left >= 0, text
        assert right <= WIDTH, text
        assert bottom >= 0, text
        assert top <= sheet.height, text
    for (text, (a, b, c, d)), (other, (e, f, g, h)) in combinations(texts, 2):
        assert c <= e or g <= a or d <= f + 1 or h <= b + 1, (text, other)


def said(sheet: Canvas) -> set[str]:
    """All the texts on it."""
    return {text for text, _ in sheet.words_on_it()}
