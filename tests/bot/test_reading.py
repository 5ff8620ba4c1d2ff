"""What is read of an update, whatever else is in it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.reading import read
from chat.turn import hear
from programme.talk import Kind

Json = dict[str, Any]

CHAT: Json = {"id": 7, "type": "private", "first_name": "Sam"}
SAM: Json = {"id": 7, "is_bot": False, "first_name": "Sam"}
MESSAGE: Json = {"message_id": 3, "date": 1795500000, "chat": CHAT, "from": SAM, "text": "dag"}
TAP: Json = {"id": "9", "from": SAM, "chat_instance": "1", "data": "x", "message": MESSAGE}
MEMBER: Json = {"user": {**SAM, "is_bot": True}, "status": "kicked", "until_date": 0}
MEMBERSHIP: Json = {"chat": CHAT, "from": SAM, "date": 1, "old_chat_member": MEMBER, "new_chat_member": MEMBER}


def heard(**kinds: object) -> Any:
    """What somebody did, in an update with these parts."""
    update = read(json.dumps({"update_id": 1, **kinds}))
    return None if update is None else hear(update)


@pytest.mark.parametrize(
    "odd",
    [
        {"entities": "none"},
        {"entities": [{"type": "bold"}]},
        {"caption": 12},
        {"reply_to_message": {"message_id": 1}},
        {"reply_to_message": []},
        {"forward_origin": {"type": "a kind of tomorrow"}},
        {"photo": [{}]},
        {"voice": {"file_id": "x", "duration": "long"}},
        {"location": {"latitude": "north"}},
        {"link_preview_options": 3},
        {"media_group_id": 12},
    ],
    ids=str,
)
def test_an_odd_part_does_not_stand_in_the_way_of_somebodys_words(odd: Json) -> None:
    assert heard(message={**MESSAGE, **odd}).text == "dag"


@pytest.mark.parametrize(
    "broken",
    [
        {"date": 10**30},
        {"date": "today"},
        {"message_id": 2**63},
        {"chat": {"id": "7", "type": "private"}},
        {"chat": [CHAT]},
        {"from": {"id": 7}},
        {"text": ["dag"]},
    ],
    ids=str,
)
def test_what_cannot_be_read_does_nothing(broken: Json) -> None:
    found = heard(message={**MESSAGE, **broken})
    assert found is None or (found.text, found.sent) == (None, None)


@pytest.mark.parametrize("kind", ["message", "edited_message", "callback_query", "my_chat_member"])
@pytest.mark.parametrize("value", [None, True, 3, "x", [], {}, [[]]], ids=str)
def test_another_type_does_nothing(kind: str, value: object) -> None:
    assert heard(**{kind: value}) is None


@pytest.mark.parametrize("kind", ["poll", "channel_post", "message_reaction", "a_kind_of_tomorrow"])
def test_other_kinds_are_not_read(kind: str) -> None:
    assert read(json.dumps({"update_id": 1, kind: MESSAGE})) is None


def test_half_a_letter_becomes_a_sign() -> None:
    assert heard(message={**MESSAGE, "text": "a\ud800b 👍"}).text == "a\ufffdb 👍"


def test_passed_on_is_passed_on_whoever_it_was() -> None:
    assert heard(message={**MESSAGE, "forward_origin": {"type": "user"}}).sent.forwarded


def test_files_are_read() -> None:
    file = {"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9}
    sent = heard(message={**MESSAGE, "text": None, "photo": [file], "caption": "kijk", "media_group_id": "1"}).sent
    assert (sent.kind, sent.words, sent.file_id, sent.album) == (Kind.PHOTO, "kijk", "f", "1")


def test_taps_are_read() -> None:
    found = heard(callback_query=TAP)
    assert (found.chat_id, found.message_id, found.tap_id, found.tapped) == (7, 3, "9", "x")


@pytest.mark.parametrize("odd", [{"data": 3}, {"data": None}, {"chat_instance": "x", "game_short_name": 3}], ids=str)
def test_a_tap_without_data_we_know_is_a_tap(odd: Json) -> None:
    assert heard(callback_query={**TAP, **odd}).tap_id == "9"


@pytest.mark.parametrize("status", ["restricted", "administrator", "creator", "a_kind_of_tomorrow", 3])
def test_only_there_or_blocked_says_something(status: object) -> None:
    assert read(json.dumps({"update_id": 1, "my_chat_member": MEMBERSHIP})) is not None
    changed = {**MEMBERSHIP, "new_chat_member": {**MEMBER, "status": status}}
    assert read(json.dumps({"update_id": 1, "my_chat_member": changed})) is None
