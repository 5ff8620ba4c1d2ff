"""Sealed columns: unreadable on disk, bound to their place, with keys that can be changed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from programme.people import Role
from store.database import Database
from store.sealed import CannotUnseal, KeyRefused, Sealed, Vault, new_key, read_keys
from store.tables import Base, Person

OLD, NEW = new_key(), new_key()


def vault(*keys: str) -> Vault:
    """A vault with these keys, the sealing one first."""
    return Vault(read_keys(",".join(keys)))


@given(st.text())
def test_what_is_sealed_opens_again_and_nowhere_else(words: str) -> None:
    sealed = vault(OLD).seal(words, "person.name")
    assert vault(OLD).unseal(sealed, "person.name") == words
    with pytest.raises(CannotUnseal):
        vault(OLD).unseal(sealed, "question.words")
    with pytest.raises(CannotUnseal):
        vault(NEW).unseal(sealed, "person.name")


@given(st.text(min_size=1), st.data())
def test_a_changed_byte_is_noticed(words: str, data: st.DataObject) -> None:
    sealed = bytearray(vault(OLD).seal(words, "person.name"))
    sealed[data.draw(st.integers(0, len(sealed) - 1))] ^= 1
    with pytest.raises(CannotUnseal):
        vault(OLD).unseal(bytes(sealed), "person.name")


def test_the_same_words_never_look_the_same() -> None:
    assert vault(OLD).seal("Sam", "person.name") != vault(OLD).seal("Sam", "person.name")


def test_a_new_key_goes_first_and_the_old_one_still_opens() -> None:
    before = vault(OLD).seal("Sam", "person.name")
    changed = vault(NEW, OLD)
    assert changed.unseal(before, "person.name") == "Sam"
    with pytest.raises(CannotUnseal):
        vault(OLD).unseal(changed.seal("Sam", "person.name"), "person.name")


def test_a_mark_of_a_sender_outlives_a_change_of_key_and_differs_between_houses() -> None:
    assert vault(OLD).fingerprint("42") == vault(NEW, OLD).fingerprint("42")
    assert vault(OLD).fingerprint("42") != vault(NEW).fingerprint("42")


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param("", id="nothing"),
        pytest.param(" , ", id="only a comma"),
        pytest.param("geheim", id="too short"),
        pytest.param("é" * 44, id="no base64"),
        pytest.param(f"{NEW},kort", id="second one wrong"),
    ],
)
def test_a_key_that_is_none_is_refused_without_repeating_it(keys: str) -> None:
    with pytest.raises(KeyRefused) as refused:
        read_keys(keys)
    assert not keys.strip(" ,") or keys not in str(refused.value)


def test_every_sealed_column_is_bound_to_its_own_place() -> None:
    sealed = [
        (f"{table.name}.{column.name}", column.type.place)
        for table in Base.metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, Sealed)
    ]
    assert sealed
    assert all(place == bound for place, bound in sealed)


@pytest.mark.asyncio
async def test_on_disk_a_name_cannot_be_read(database: Database) -> None:
    async with database.write() as session:
        session.add(Person(role=Role.YOUTH, name="Samira-met-een-lange-naam", created_at=datetime.now(UTC)))
    async with database.read() as session:
        stored = await session.scalar(text("SELECT name FROM person"))
        assert (await session.get_one(Person, 1)).name == "Samira-met-een-lange-naam"
    assert b"Samira" not in stored
    assert database.path is not None
    files = [database.path, database.path.with_name("spoor.db-wal")]
    assert not any(b"Samira" in file.read_bytes() for file in files if file.exists())
