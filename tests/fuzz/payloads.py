"""What buttons may carry, and what may follow /start: ours, ours with a scratch, and anything else."""

from __future__ import annotations

import string
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from random import Random

from chat.taps import Tap
from handlers import TABLE
from tests.fuzz import odd
from tests.fuzz.door import Json

assert TABLE  # importing it declares every kind of button

KINDS = tuple(sorted(Tap.kinds.values(), key=lambda kind: kind.name))
IN_A_CODE = string.ascii_letters + string.digits + "-_"
SECONDS = 1_795_500_000


@dataclass(frozen=True)
class Known:
    """What somebody who tampers could know: numbers of rows, data of real buttons, codes of links."""

    numbers: Sequence[int]
    data: Sequence[str]
    codes: Sequence[str]


def payload(chance: Random, sender: int, known: Known) -> Json:
    """A tap or a /start of this account, with something in it."""
    if chance.random() < 0.2:
        return {"update_id": 1, "message": _message(chance, sender) | {"text": _start(chance, known)}}
    return {"update_id": 1, "callback_query": _tap(chance, sender, _data(chance, known))}


def _user(sender: int) -> Json:
    return {"id": sender, "is_bot": False, "first_name": "X", "language_code": "nl"}


def _message(chance: Random, sender: int) -> Json:
    chat = {"id": sender, "type": "private", "first_name": "X"}
    return {"message_id": chance.randint(1, 500), "date": SECONDS, "chat": chat, "from": _user(sender)}


def _tap(chance: Random, sender: int, data: str) -> Json:
    under = _message(chance, sender) | {"from": {"id": 1, "is_bot": True, "first_name": "Spoor"}, "text": "?"}
    number = str(chance.randint(1, 10**12))
    return {"id": number, "from": _user(sender), "chat_instance": "1", "data": data, "message": under}


def _data(chance: Random, known: Known) -> str:
    how = chance.random()
    if how < 0.6:
        return filled_at_random(chance, known)
    if how < 0.75:
        return chance.choice(known.data)
    ours = filled_at_random(chance, known) if how < 0.85 else chance.choice(known.data)
    return scratched(chance, ours) if how < 0.93 else odd.text(chance)


def filled_at_random(chance: Random, known: Known) -> str:
    """Data of one of our buttons, with numbers and words that could be right."""
    kind = chance.choice(KINDS)
    return ":".join((kind.name, *(_field(chance, type_, known) for type_ in kind.types)))


def _field(chance: Random, type_: type, known: Known) -> str:
    if issubclass(type_, Enum):
        return str(chance.choice([member.value for member in type_]))
    if not issubclass(type_, int):
        return chance.choice([chance.choice(known.codes), _code(chance), "nl", "en", odd.text(chance).replace(":", "")])
    return str(chance.choice(known.numbers) if chance.random() < 0.8 else odd.number(chance))


def scratched(chance: Random, data: str) -> str:
    """The same with a sign, a field or its end changed."""
    at = chance.randrange(len(data) + 1)
    match chance.randrange(7):
        case 0:
            return data[:at]
        case 1:
            return data[:at] + chance.choice(["0", ":", "-", " ", "\n", "٣", "\x00", "🙁", "\ud800"]) + data[at:]
        case 2:
            return data[:at] + chr(chance.randint(0, 0x10FFFF)) + data[at + 1 :]
        case 3:
            return f"{data}:{odd.number(chance)}"
        case 4:
            return data.swapcase()
        case 5:
            fields = data.split(":")
            fields[chance.randrange(len(fields))] = odd.text(chance)
            return ":".join(fields)
        case _:
            fields = data.split(":")
            chance.shuffle(fields)
            return ":".join(fields)


def _start(chance: Random, known: Known) -> str:
    space = chance.choice([" ", " ", " ", " ", "  ", "\n", "\t", "@spoor_bot ", ""])
    code = chance.choice([chance.choice(known.codes), _code(chance), _code(chance), odd.text(chance)])
    return f"/start{space}{scratched(chance, code) if chance.random() < 0.2 else code}"


def _code(chance: Random) -> str:
    return "".join(chance.choices(IN_A_CODE, k=chance.choice([22, 22, 22, 1, 21, 23, 64])))
