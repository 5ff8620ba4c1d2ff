"""What happens when somebody writes or taps: the table of contents.

A line says on what, what happens, and for whom. Strangers are met by joining.at_the_door and nobody else.
"""

from __future__ import annotations

from chat.screens.checkin import FaceTapped
from chat.screens.joining import TimeChosen
from handlers import checkin, joining
from handlers.routing import on_step, on_tap
from programme.people import Role
from store.flow import Step

YOUTH = frozenset({Role.YOUTH})

TABLE = (
    # Joining
    on_tap(TimeChosen, joining.time_chosen, YOUTH),
    on_step(Step.CHECKIN_TIME, joining.time_typed, YOUTH),
    # The daily question
    on_tap(FaceTapped, checkin.answered, YOUTH),
)
