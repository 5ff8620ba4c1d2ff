"""Takes the pictures anew, after looking at them."""

from __future__ import annotations

from chat.charts import draw
from tests.chat.pictures import IN_README, KEPT, OF_README, blurred, kept

for name, drawing in KEPT.items():
    blurred(drawing).save(kept(name), optimize=True)
IN_README.write_bytes(draw(OF_README))
