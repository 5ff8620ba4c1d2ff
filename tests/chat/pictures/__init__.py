"""How pictures looked when somebody last looked at them. `python -m tests.chat.pictures` takes them anew."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from unittest.mock import patch

from PIL import Image, ImageChops, ImageStat

from chat.charts import draw
from chat.charts.canvas import Canvas
from chat.drawing import Drawing
from tests.chat import timelines, webs

# Small, without colour and without letters: another version of a font does not matter then. That the words are right,
# and stand where they can be read, has tests of its own.
WIDTH = 250

KEPT: dict[str, Drawing] = {
    "timeline-opstart": timelines.OPSTART,
    "timeline-uitvoering": timelines.UITVOERING,
    "timeline-nazorg": timelines.NAZORG,
    "timeline-crowded": timelines.CROWDED,
    **{f"radar-{name.replace(' ', '-')}": radar for name, radar in webs.ALL.items()},
}

# What the README shows: this one in full, as a phone gets it.
IN_README = Path("sandbox/spinnenweb.png")
OF_README = webs.COMPARED

# Of 255. Letters that are a little wider or narrower stay below 0.1; milestones that are not done any more make 0.34, a
# score that is one higher 0.3, other answers 2.
SAME = 0.25


def blurred(drawing: Drawing) -> Image.Image:
    """A drawing as it is kept."""
    with patch.object(Canvas, "words"):
        picture = Image.open(BytesIO(draw(drawing))).convert("L")
    return picture.resize((WIDTH, round(picture.height * WIDTH / picture.width)), Image.Resampling.BOX)


def kept(name: str) -> Path:
    """Where it is kept."""
    return Path(__file__).parent / f"{name}.png"


def difference(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures of one size are apart, on average over all pixels: 0 is the same, 255 black and white."""
    return ImageStat.Stat(ImageChops.difference(one, other)).mean[0]
