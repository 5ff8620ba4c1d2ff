"""Updates of every type that Telegram has, of types that it has not, and any of them with something wrong in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from random import Random
from typing import Any

from tests.fuzz import odd
from tests.fuzz.door import Json
from tests.fuzz.payloads import SECONDS, Known, filled_at_random, scratched

FILE = {"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9, "length": 9, "duration": 3}
PLACE = {"latitude": 51.0, "longitude": 3.2}
# As a phone sends them: an animation says that it is a document too.
CONTENTS: tuple[Json, ...] = (
    {"photo": [FILE, FILE]},
    {"video": FILE},
    {"voice": FILE},
    {"audio": FILE},
    {"document": FILE},
    {"animation": FILE, "document": FILE},
    {"video_note": FILE},
    {"sticker": {**FILE, "type": "regular", "is_animated": False, "is_video": False}},
    {"location": PLACE},
    {"location": {**PLACE, "live_period": 900}},
    {"location": PLACE, "venue": {"location": PLACE, "title": "<b>OCMW", "address": "&"}},
    {"poll": {"id": "1", "question": "?", "options": [], "total_voter_count": 0, "type": "regular"}},
    {"contact": {"phone_number": "+32470000000", "first_name": "Y"}},
    {"dice": {"emoji": "🎲", "value": 3}},
    {"new_chat_title": "x"},
    {"new_chat_members": []},
    {"pinned_message": {}},
    {"migrate_to_chat_id": -1009},
    {"successful_payment": {}},
    {"web_app_data": {"data": "x", "button_text": "y"}},
    {"something_new_from_telegram": {"a": [1, 2]}},
    {},
)
# Kinds of which the bot wants to hear nothing, or that nobody has thought of yet.
OTHERS = (
    "inline_query", "chosen_inline_result", "shipping_query", "pre_checkout_query", "poll", "poll_answer",
    "chat_member", "chat_join_request", "chat_boost", "removed_chat_boost", "message_reaction",
    "message_reaction_count",
    "business_connection", "deleted_business_messages", "purchased_paid_media", "a_kind_of_tomorrow",
)  # fmt: skip
MESSAGES = ("channel_post", "edited_channel_post", "business_message", "edited_business_message", "guest_message")


def update(chance: Random, sender: int, known: Known) -> Json:
    """An update of any type from this account; two in five have something wrong in them."""
    made = chance.choice(_TYPES)(chance, sender, known)
    if chance.random() < 0.4:
        for _ in range(chance.choice([1, 1, 1, 2, 5])):
            made = spoilt(chance, made)
    return made


def _chat(chance: Random, sender: int) -> Json:
    private = {"id": sender, "type": "private", "first_name": "X"}
    group: Json = {"id": -4001, "type": "group", "title": "<b>groep"}
    channel: Json = {"id": -1004002, "type": "channel", "title": "kanaal"}
    return chance.choice([private] * 8 + [group, {**group, "type": "supergroup"}, channel, {**private, "id": 12}])


def _user(sender: int) -> Json:
    return {"id": sender, "is_bot": False, "first_name": "X", "language_code": "nl"}


def _message(chance: Random, sender: int, known: Known) -> Json:
    chat = _chat(chance, sender)
    made: Json = {"message_id": chance.randint(1, 900), "date": SECONDS, "chat": chat, "from": _user(sender)}
    if chance.random() < 0.7:
        made["text"] = odd.text(chance)
    else:
        made |= deepcopy(chance.choice(CONTENTS))
        made |= {"caption": odd.text(chance)[:1024]} if chance.random() < 0.5 else {}
        made |= {"media_group_id": chance.choice("12")} if chance.random() < 0.3 else {}
    if chance.random() < 0.25:
        ours = {"from": {"id": 1, "is_bot": True, "first_name": "Spoor"}, "text": "?"} if chance.random() < 0.5 else {}
        made["reply_to_message"] = {"message_id": chance.randint(1, 60), "date": SECONDS, "chat": chat, **ours}
    if chance.random() < 0.1:
        made["forward_origin"] = {
            "type": chance.choice(["hidden_user", "user", "x"]),
            "date": 1,
            "sender_user_name": "Y",
        }
    if chance.random() < 0.05:
        del made["from"]
    if known.data and chance.random() < 0.02:
        made["text"] = chance.choice(known.data)
    return made


def _written(chance: Random, sender: int, known: Known) -> Json:
    return {"message": _message(chance, sender, known)}


def _edited(chance: Random, sender: int, known: Known) -> Json:
    return {"edited_message": {**_message(chance, sender, known), "edit_date": SECONDS + 9}}


def _tapped(chance: Random, sender: int, known: Known) -> Json:
    data = filled_at_random(chance, known)
    data = scratched(chance, data) if chance.random() < 0.2 else data
    chat = _chat(chance, sender)
    tap: Json = {"id": str(chance.randint(1, 10**9)), "from": _user(sender), "chat_instance": "1", "data": data}
    under: Json = {"message_id": chance.randint(1, 60), "date": SECONDS, "chat": chat, "text": "?"}
    match chance.randrange(9):
        case 0:
            return {"callback_query": {**tap, "inline_message_id": "inline"}}
        case 1:
            return {"callback_query": {**tap, "message": {"message_id": 3, "date": 0, "chat": chat}}}
        case 2:
            return {"callback_query": {**tap, "message": under, "game_short_name": "x"}}
        case 3:
            del tap["data"]
    return {"callback_query": {**tap, "message": under}}


def _membership(chance: Random, sender: int, _known: Known) -> Json:
    status = chance.choice(["member", "member", "kicked", "left", "restricted", "administrator", "x"])
    member = {"user": {**_user(1), "is_bot": True}, "status": status, "until_date": 0}
    before = {"user": {**_user(1), "is_bot": True}, "status": "member"}
    whose = {"chat": _chat(chance, sender), "from": _user(sender), "date": SECONDS}
    return {"my_chat_member": {**whose, "old_chat_member": before, "new_chat_member": member}}


def _other(chance: Random, sender: int, known: Known) -> Json:
    if chance.random() < 0.3:
        return {chance.choice(MESSAGES): _message(chance, sender, known)}
    about = {"from": _user(sender), "user": _user(sender), "id": "1", "query": "Sam", "chat": _chat(chance, sender)}
    return chance.choice([{chance.choice(OTHERS): about}, {chance.choice(OTHERS): odd.anything(chance)}, {}])


Maker = Callable[[Random, int, Known], Json]
_TYPES: Sequence[Maker] = (_written, _written, _written, _tapped, _tapped, _edited, _membership, _other)


def spoilt(chance: Random, whole: Json) -> Json:
    """A copy with one thing wrong: gone, of another type, huge, doubled, or beside something unknown."""
    made = deepcopy(whole)
    inside = chance.choice(list(_insides(made)))
    places: list[Any] = list(inside) if isinstance(inside, dict) else list(range(len(inside)))
    if not places:
        return made
    place = chance.choice(places)
    match chance.randrange(6):
        case 0:
            del inside[place]
        case 1:
            inside[place] = [inside[place], inside[place]]
        case 2 if isinstance(inside, dict):
            inside[odd.text(chance)] = odd.anything(chance)
        case _:
            inside[place] = odd.anything(chance)
    return made


def _insides(value: Any) -> Sequence[Any]:
    """Everything in it that holds something, itself included."""
    if not isinstance(value, dict | list):
        return ()
    within = value.values() if isinstance(value, dict) else value
    return [value, *(inside for part in within for inside in _insides(part))]
