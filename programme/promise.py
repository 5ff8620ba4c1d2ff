"""Assigned is not handled: whoever says that they will get in touch is asked again when nothing came of it."""

from __future__ import annotations

from datetime import date

from programme.workdays import after_working_days

# Working days, so that a weekend neither counts against anybody nor hides a youth.
COMES_BACK_AFTER = 2
DUO_SEES_AFTER = 1


def comes_back_on(promised: date) -> date:
    """The first day on which an "I'll get in touch" of the day `promised`, without a contact since, is asked about."""
    return after_working_days(promised, COMES_BACK_AFTER)


def duo_sees_from(said: date) -> date:
    """The first morning on which the duo sees too what a youth said on the day `said` and nobody answered.

    By then it is older than one whole working day.
    """
    return after_working_days(said, DUO_SEES_AFTER + 1)
