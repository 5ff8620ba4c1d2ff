"""What happens when somebody writes or taps: the table of contents.

A line says on what, what happens, and for whom. Strangers are met by joining.at_the_door and nobody else.
"""

from __future__ import annotations

from chat.screens.checkin import FaceTapped
from chat.screens.consent import ConsentGiven
from chat.screens.joining import TimeChosen, TimesShown
from handlers import checkin, first_time, joining
from handlers.routing import on_command, on_step, on_tap
from programme.people import STAFF, Role
from store.flow import Step

YOUTH = frozenset({Role.YOUTH})
EVERYBODY = STAFF | YOUTH

TABLE = (
    # Joining
    on_command("start", joining.start, EVERYBODY),
    on_tap(ConsentGiven, joining.agreed_already, EVERYBODY),
    on_tap(TimeChosen, first_time.chosen, YOUTH),
    on_tap(TimesShown, first_time.shown, YOUTH),
    on_step(Step.CHECKIN_TIME, first_time.typed, YOUTH),
    # The daily question
    on_tap(FaceTapped, checkin.answered, YOUTH),
)
