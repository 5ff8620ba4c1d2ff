"""Links and their pictures."""

from __future__ import annotations

import struct
import zlib

from chat.link import QUIET_ZONE, SCALE, link, picture

ADDRESS = link("a_bot_with_a_rather_long_name_bot", "A" * 22)


def rows_of(png: bytes) -> list[bytes]:
    """The rows of a PNG of one bit a pixel, unfiltered, without their filter byte."""
    width, height, depth, colours = struct.unpack(">IIBB", png[16:26])
    assert (depth, colours) in ((1, 0), (1, 3))
    data, at = b"", 8
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        data += png[at + 8 : at + 8 + length] if kind == b"IDAT" else b""
        at += length + 12
    plain, row = zlib.decompress(data), 1 + (width + 7) // 8
    return [plain[number * row + 1 : (number + 1) * row] for number in range(height)]


def test_a_link_opens_the_bot_with_its_code() -> None:
    assert link("spoor_bot", "abc") == "https://t.me/spoor_bot?start=abc"


def test_a_picture_fills_a_phone_and_no_more() -> None:
    width, height = struct.unpack(">II", picture(ADDRESS)[16:24])
    assert width == height
    assert 400 <= width <= 1000


def test_a_picture_keeps_its_white_edge() -> None:
    rows = rows_of(picture(ADDRESS))
    edge = rows[: QUIET_ZONE * SCALE]
    assert len(set(edge)) == 1
    assert rows[QUIET_ZONE * SCALE] != edge[0]
