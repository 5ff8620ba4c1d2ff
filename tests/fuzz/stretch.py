"""One stretch of payloads: one of the cast sends them, they are judged, and everything is undone."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from sandbox.town import Town
from tests.fuzz.cast import EVERYBODY, Cast
from tests.fuzz.door import Door, Json, front_door
from tests.fuzz.judge import Judge
from tests.fuzz.payloads import Known, payload

# So many are judged together, and undone together.
STRETCH = 250


@dataclass(frozen=True)
class Found:
    """What was wrong, in which stretch (the same seed and stretch find it again), and the input when it was one."""

    stretch: int
    what: str
    update: Json | None = None

    def __str__(self) -> str:
        """On a line."""
        return f"stretch {self.stretch}: {self.what}" + (f"\n    {self.update!a}" if self.update else "")


async def stretch(town: Town, cast: Cast, known: Known, seed: int, number: int, length: int = STRETCH) -> list[Found]:
    """Whatever is wrong with what the bot does with so many payloads of one of the cast."""
    chance = Random(f"{seed}/{number}")
    name = EVERYBODY[number % len(EVERYBODY)]
    account = cast.phones[name].user.id
    updates = [payload(chance, account, known) for _ in range(length)]
    found: list[Found] = []
    judge = Judge(cast, name)
    while updates:
        async with front_door(town) as door:
            await judge.begins(door)
            updates, broken = await _take_in(door, updates)
            if broken is not None:
                found.append(Found(number, *broken))
                continue
            found += [Found(number, complaint) for complaint in await judge.complaints(door)]
    return found


async def _take_in(door: Door, updates: list[Json]) -> tuple[list[Json], tuple[str, Json] | None]:
    """Those after the first that broke something, and what that was: the rest begins anew."""
    for place, update in enumerate(updates):
        try:
            await door.take_in(update)
        except Exception as error:
            return updates[place + 1 :], (f"{type(error).__name__}: {error}", update)
    return [], None
