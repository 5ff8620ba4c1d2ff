"""Updates of every kind, likely and unlikely, from people of every role: for hypothesis."""

from __future__ import annotations

from enum import Enum
from typing import Any

from hypothesis import strategies as st

from chat.taps import Tap

Json = dict[str, Any]

words = st.one_of(
    st.sampled_from(["/start", "/start abc", "/start " + "A" * 22, "/team", "/nieuw", "/jongeren", "/hulp", "/stop"]),
    st.sampled_from(["/pauze", "/instellingen", "/onzin", "/", "//", "/start@spoor_bot x", "17u30", "31/02/2026"]),
    st.sampled_from(
        ["📞 Bel me", "<b>&\"'</b>", "a" * 4096, "👩‍👩‍👧‍👧" * 300, "24/11/2026", "\u202e omgekeerd", "{name}"]
    ),
    st.text(max_size=200),
)


def _field(kind: type) -> st.SearchStrategy[str]:
    if issubclass(kind, Enum):
        return st.sampled_from([str(member.value) for member in kind])
    if issubclass(kind, int):
        return st.sampled_from(["0", "1", "2", "3", "7", "-1", "930", "999999999999999999"])
    return st.text(max_size=24)


def _data_of(kind: type[Tap]) -> st.SearchStrategy[str]:
    return st.tuples(*(_field(field) for field in kind.types)).map(lambda parts: ":".join((kind.name, *parts)))


def button_data() -> st.SearchStrategy[str]:
    """Data of every kind of button that we have, with any values in it; and anything else."""
    kinds = st.sampled_from(sorted(Tap.kinds.values(), key=lambda kind: kind.name))
    return st.one_of(kinds.flatmap(_data_of), kinds.flatmap(_data_of), st.text(max_size=64))


def _chats(sender: int) -> st.SearchStrategy[Json]:
    private = st.just({"id": sender, "type": "private", "first_name": "X"})
    return st.one_of(
        private,
        private,
        private,
        st.just({"id": -4001, "type": "group", "title": "<b>groep"}),
        st.just({"id": -1004002, "type": "channel", "title": "kanaal"}),
    )


FILE = {"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9, "length": 9, "duration": 3}
# As a phone sends them: an animation says that it is a document too.
MEDIA: list[Json] = [
    {"photo": [FILE]},
    {"video": FILE},
    {"voice": FILE},
    {"audio": FILE},
    {"document": FILE},
    {"animation": FILE, "document": FILE},
    {"video_note": FILE},
]
POLL = {
    "id": "1",
    "question": "?",
    "options": [],
    "total_voter_count": 0,
    "type": "regular",
    **dict.fromkeys(("is_closed", "is_anonymous", "allows_multiple_answers", "allows_revoting", "members_only"), False),
}


def _media() -> st.SearchStrategy[Json]:
    """A file, with or without words under it, by itself or as one of an album."""

    def build(media: Json, caption: str, album: str) -> Json:
        under = {"caption": caption[:1024]} if caption else {}
        return {**media, **under, **({"media_group_id": album} if album else {})}

    return st.builds(build, st.sampled_from(MEDIA), words | st.just(""), st.sampled_from(["", "", "1", "2"]))


def _contents() -> st.SearchStrategy[Json]:
    place = {"latitude": 51.0, "longitude": 3.2}
    return st.one_of(
        words.map(lambda text: {"text": text}),
        words.map(lambda text: {"text": text}),
        st.just({}),
        _media(),
        _media(),
        st.sampled_from(
            [
                {"location": place},
                {"location": {**place, "live_period": 900}},
                {"location": place, "venue": {"location": place, "title": "<b>OCMW", "address": "&"}},
                {"poll": POLL},
                {"contact": {"phone_number": "+32470000000", "first_name": "Y"}},
                {"new_chat_title": "x"},
                {"dice": {"emoji": "🎲", "value": 3}},
                {"sticker": {**FILE, "type": "regular", "is_animated": False, "is_video": False}},
                {"migrate_to_chat_id": -1009},
                {"something_new_from_telegram": {"a": [1, 2]}},
            ]
        ),
    )


def _user(sender: int) -> Json:
    return {"id": sender, "is_bot": False, "first_name": "X", "language_code": "nl"}


def _message(sender: int) -> st.SearchStrategy[Json]:
    def build(chat: Json, contents: Json, number: int, *rarely: bool) -> Json:
        message: Json = {"message_id": number, "date": 1795500000, "chat": chat, "from": _user(sender), **contents}
        answered, anonymous = rarely
        if answered:
            message["reply_to_message"] = {"message_id": 1 + number % 9, "date": 1795500000, "chat": chat}
        if anonymous:
            del message["from"]
        return message

    rarely = st.sampled_from([False, False, False, True])
    return st.builds(build, _chats(sender), _contents(), st.integers(1, 500), rarely, rarely)


def _tap(sender: int) -> st.SearchStrategy[Json]:
    def build(chat: Json, data: str, number: int, shape: int) -> Json:
        tap: Json = {"id": str(number), "from": _user(sender), "chat_instance": "1", "data": data}
        under: Json = {"message_id": 1 + number % 9, "date": 1795500000, "chat": chat, "text": "?"}
        match shape:
            case 0:
                return {**tap, "inline_message_id": "inline"}
            case 1:
                return {**tap, "message": {"message_id": 3, "date": 0, "chat": chat}}
            case 2:
                return {key: value for key, value in {**tap, "message": under}.items() if key != "data"}
            case _:
                return {**tap, "message": under}

    return st.builds(build, _chats(sender), button_data(), st.integers(1, 500), st.integers(0, 9))


def _membership(sender: int) -> st.SearchStrategy[Json]:
    def build(chat: Json, status: str) -> Json:
        member = {"user": {**_user(1), "is_bot": True}, "status": status, "until_date": 0}
        before = {"user": {**_user(1), "is_bot": True}, "status": "member"}
        return {
            "chat": chat,
            "from": _user(sender),
            "date": 1795500000,
            "old_chat_member": before,
            "new_chat_member": member,
        }

    return st.builds(build, _chats(sender), st.sampled_from(["member", "kicked", "left"]))


def update(senders: list[int]) -> st.SearchStrategy[Json]:
    """An update of any kind from one of these accounts."""

    def of(sender: int) -> st.SearchStrategy[Json]:
        message, tap = _message(sender), _tap(sender)
        named = [
            message.map(lambda value: {"message": value}),
            tap.map(lambda value: {"callback_query": value}),
            tap.map(lambda value: {"callback_query": value}),
            message.map(lambda value: {"edited_message": {**value, "edit_date": 1795500009}}),
            message.map(lambda value: {"channel_post": value}),
            _membership(sender).map(lambda value: {"my_chat_member": value}),
            st.just({"poll": {"id": "1", "question": "?", "options": []}}),
            st.just({"inline_query": {"id": "1", "from": _user(sender), "query": "Sam", "offset": ""}}),
            st.just({}),
            st.just({"a_kind_of_tomorrow": {"from": _user(sender), "text": "?"}}),
        ]
        return st.one_of(named)

    return st.sampled_from(senders).flatmap(of)
