"""What people say to each other is nowhere once it arrived, or once it is known that it never will."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sandbox.faults import Fault
from sandbox.town import DATABASE, Town
from store.journal import Happened
from tests.people import sam_with_lotte, youth
from tests.scenarios.test_push import hush
from tests.scenarios.test_talk import happened

pytestmark = pytest.mark.asyncio
SECRET = b"GEHEIM"
SEALED = ("inbox.payload", "outbox.payload", "flow.filled")


def files(folder: Path) -> list[bytes]:
    """Whatever the database has on disk."""
    found = [folder / f"{DATABASE}{end}" for end in ("", "-wal", "-shm")]
    assert all(file.exists() for file in found)
    return [file.read_bytes() for file in found]


def sealed(folder: Path) -> set[bytes]:
    """What waits, as it stands there."""
    with closing(sqlite3.connect(folder / DATABASE)) as database:
        rows = [
            database.execute(f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL").fetchall()  # noqa: S608 - ours
            for table, _, column in (place.partition(".") for place in SEALED)
        ]
    return {value for each in rows for (value,) in each}


def nothing_legible(folder: Path) -> None:
    """No word stands in any file, also while it waits."""
    assert not any(SECRET in content for content in files(folder))


async def test_nothing_of_it_is_kept(town: Town, tmp_path: Path) -> None:
    sam, lotte = await sam_with_lotte(town)
    await sam.says("GEHEIM-van-Sam")
    copy, _ = lotte.expects("Sam: GEHEIM"), sam.expects("Lotte")
    await lotte.says("GEHEIM-van-Lotte", reply_to=copy)
    lotte.expects("Verstuurd naar Sam")
    sam.expects("Lotte: GEHEIM")
    assert sealed(tmp_path) == set()
    nothing_legible(tmp_path)
    assert await happened(town, Happened.SAID_SOMETHING) == 1
    assert await happened(town, Happened.WORDS_PASSED_ON) == 1


async def test_what_is_tried_again_is_sealed_and_then_wiped(town: Town, tmp_path: Path) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    town.telegram.faults.switch_on(Fault.TOO_MANY, "sendMessage", retry_after=60)
    await sam.says("GEHEIM-van-Sam")
    assert sealed(tmp_path)
    nothing_legible(tmp_path)
    town.telegram.faults.switch_off()
    await town.wind(minutes=2)
    lotte.expects("Sam: GEHEIM")
    sam.expects("Lotte")
    assert sealed(tmp_path) == set()
    nothing_legible(tmp_path)


async def test_what_never_arrives_is_wiped(town: Town, tmp_path: Path) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    town.telegram.accounts.change(lotte.user.id, blocked=True)
    await sam.says("GEHEIM-van-Sam")
    sam.expects("Lotte")
    sam.expects("kwam niet aan bij Lotte")
    assert sealed(tmp_path) == set()
    nothing_legible(tmp_path)


async def test_what_waits_for_a_tap_is_sealed_until_it_is_too_late(town: Town, tmp_path: Path) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    mo = await youth(town, "Mo", lotte, at=None)
    await lotte.says("GEHEIM-los")
    lotte.expects("Voor wie is dit?")
    assert len(sealed(tmp_path)) == 1
    nothing_legible(tmp_path)
    await lotte.taps("Mo", on="Voor wie")
    mo.expects("Lotte: GEHEIM-los")
    lotte.expects("Verstuurd naar Mo", edited=True)
    assert sealed(tmp_path) == set()
    await lotte.says("GEHEIM-vergeten")
    lotte.expects("Voor wie is dit?")
    await town.wind(days=2)
    assert sealed(tmp_path) == set()
    nothing_legible(tmp_path)
    sam.expects_nothing()


async def test_after_the_night_what_waited_is_nowhere_even_sealed(town: Town, tmp_path: Path) -> None:
    """Somebody with the key finds nothing in the files either."""
    sam, lotte = await sam_with_lotte(town, at=None)
    town.telegram.faults.switch_on(Fault.TOO_MANY, "sendMessage", retry_after=60)
    await sam.says("GEHEIM-van-Sam")
    await lotte.says("GEHEIM-van-Lotte")
    waited = sealed(tmp_path)
    assert waited
    assert all(any(value in content for content in files(tmp_path)) for value in waited)
    town.telegram.faults.switch_off()
    await town.wind(minutes=2)
    await lotte.taps("Sam", on="Voor wie")
    await town.wind(days=1)
    assert not any(value in content for value in waited for content in files(tmp_path))
    hush(sam, lotte)
