"""What happens when time passes: a duty handles one due row and returns."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from chat.occasion import Occasion
from scheduler import (
    actions,
    away,
    call,
    checkin,
    crisis,
    digest,
    handing_over,
    heads_up,
    night,
    nudge,
    rhythm,
    silence,
    spiderweb_offer,
    targets,
    undelivered,
    unreachable,
    wrong_codes,
    year_ends,
)
from store.agenda import Duty

DUTIES: dict[Duty, Callable[[Occasion, int | None], Awaitable[None]]] = {
    Duty.CHECKIN: checkin.ask,
    Duty.NUDGE: nudge.nudge,
    Duty.SILENCE: silence.tell_begeleider,
    Duty.SILENCE_DUO: silence.tell_duo,
    Duty.RHYTHM: rhythm.ask,
    Duty.HEADS_UP: heads_up.tell,
    Duty.ACTION: actions.ask,
    Duty.WEB_OFFER: spiderweb_offer.offer,
    Duty.WEB_REMINDER: spiderweb_offer.remind,
    Duty.UNREACHABLE: unreachable.tell,
    Duty.UNDELIVERED: undelivered.tell,
    Duty.WRONG_CODES: wrong_codes.forget,
    Duty.CALL: call.look,
    Duty.CRISIS: crisis.look,
    Duty.YEAR_ENDS: year_ends.say,
    Duty.DIGEST: digest.tell,
    Duty.TARGETS: targets.remind,
    Duty.NIGHT: night.tidy,
    Duty.HEAL: night.heal,
    Duty.AWAY_BEGINS: away.begins,
    Duty.AWAY_ENDS: away.ends,
    Duty.HAND_OVER: handing_over.carry_out,
}
