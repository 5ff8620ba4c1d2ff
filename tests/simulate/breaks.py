"""What breaks, and for how long."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from sandbox.faults import Fault
from tests.simulate.deeds import Kind
from tests.simulate.village import Village

MESSAGES = ("sendMessage", "editMessageText", "sendPhoto", "sendDocument", "copyMessage")
SOMETIMES = (
    Fault.DOWN,
    Fault.SILENT_BEFORE,
    Fault.SILENT_AFTER,
    Fault.RESET_BEFORE,
    Fault.RESET_AFTER,
    Fault.TOO_MANY,
    Fault.INTERNAL,
    Fault.BAD_GATEWAY,
)
#: Of these every call says for certain that nothing was done.
FOR_HOURS = (Fault.DOWN, Fault.INTERNAL, Fault.BAD_GATEWAY, Fault.SILENT_BEFORE)
JUMPS = (timedelta(hours=1), timedelta(days=1), timedelta(hours=-1), timedelta(days=-1))


@dataclass(frozen=True)
class Broken:
    """Something that will be mended at a moment by the true clock, and how."""

    until: datetime
    mend: Callable[[], None]


def breaks(village: Village, kind: Kind, chance: Random) -> Broken | None:
    """Let something break. None when it mends by itself."""
    return _BREAKS[kind](village, chance)


def _sick(village: Village, chance: Random) -> None:
    fault, calls = chance.choice(SOMETIMES), chance.choice((1, 1, 2, 5))
    methods = chance.choice((MESSAGES, ("getUpdates",), ("answerCallbackQuery",), ()))
    village.record.tell(f"Telegram: {fault} {calls} times, {methods}")
    village.telegram.faults.switch_on(fault, *methods, calls=calls, retry_after=chance.choice((1, 5, 40, 300)))


def _dark(village: Village, chance: Random) -> Broken:
    fault, hours = chance.choice(FOR_HOURS), chance.choice((0.2, 1, 3, 9))
    village.record.tell(f"Telegram: {fault} for {hours} hours")
    village.telegram.faults.switch_on(fault)
    until = village.clock.true.now() + timedelta(hours=hours)
    return Broken(until, lambda: village.telegram.faults.switch_off(fault))


def _again(village: Village, chance: Random) -> None:
    """An update of the last twenty; Telegram keeps none for longer than a day."""
    update_id = village.telegram.updates.last_id - chance.randrange(20)
    village.record.tell(f"update {update_id} comes again")
    with suppress(LookupError):
        village.telegram.repeat(update_id)


def _crash(village: Village, chance: Random) -> None:
    village.axe.raise_over(chance.randrange(40))


def _off(village: Village, chance: Random) -> None:
    village.opens_at = village.clock.true.now() + timedelta(hours=chance.choice((0, 0.1, 1, 5, 14, 30)))
    village.record.tell(f"off until {village.opens_at}")


def _clock(village: Village, chance: Random) -> Broken:
    by = chance.choice(JUMPS)
    village.record.tell(f"the clock jumps by {by}")
    village.clock.jump(by)
    until = village.clock.true.now() + timedelta(hours=chance.choice((1, 7, 30)))
    return Broken(until, lambda: village.clock.jump(-by))


_BREAKS: dict[Kind, Callable[[Village, Random], Broken | None]] = {
    Kind.SICK: _sick,
    Kind.DARK: _dark,
    Kind.TWICE: _again,
    Kind.CRASHES: _crash,
    Kind.SLEEPS: _off,
    Kind.CLOCK: _clock,
}
