"""How far somebody is on the way in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from programme.joining import Place, place

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
LATER, EARLIER = NOW + timedelta(seconds=1), NOW - timedelta(seconds=1)

ROWS = [
    ("in, with no link", True, None, Place.JOINED),
    ("in, with a link for another phone", True, LATER, Place.JOINED),
    ("a link that works", False, LATER, Place.INVITED),
    ("a link that ends now", False, NOW, Place.EXPIRED),
    ("a link of before", False, EARLIER, Place.EXPIRED),
    ("no link", False, None, Place.WITHDRAWN),
]


@pytest.mark.parametrize(("label", "joined", "until", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_a_place(*, label: str, joined: bool, until: datetime | None, expected: Place) -> None:
    assert place(joined=joined, link_until=until, now=NOW) is expected, label
