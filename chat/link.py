"""A personal link, as text and as a picture to show on a phone."""

from __future__ import annotations

from io import BytesIO

import segno

# In pixels a module: about 540 pixels wide, which fills a phone. Drawing takes 15 ms, short enough to wait for.
SCALE = 12
# The white edge that the standard asks for; without it a dark chat swallows the code.
QUIET_ZONE = 4


def link(bot_name: str, code: str) -> str:
    """What opens the bot with this code. `bot_name` is without the @."""
    return f"https://t.me/{bot_name}?start={code}"


def picture(text: str) -> bytes:
    """A QR code of a text, as a PNG. Stays legible with a scratch or a reflection (error correction M)."""
    made = BytesIO()
    segno.make_qr(text, error="m").save(made, kind="png", scale=SCALE, border=QUIET_ZONE)
    return made.getvalue()
