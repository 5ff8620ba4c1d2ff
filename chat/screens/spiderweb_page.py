"""What a begeleider sees and sets about the spinnenweb of a youth."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from chat.days import full
from chat.language import _, lines, paragraphs
from chat.screen import Button, Screen, column
from chat.screens.spiderweb import JusticeSet, WebShown, names
from chat.screens.youths import YouthTapped
from programme.spiderweb import Domain


def page(
    youth_id: int, whose: str, last: date | None, first: Sequence[Domain], own: str | None, *, justice: bool
) -> Screen:
    """What is known, and what can be set."""
    known = (
        _("{name} filled in no spinnenweb yet.", name=whose)
        if last is None
        else _("Last filled in: {day}.", day=full(last))
    )
    chosen = _("First: {domains}.", domains=names(first, own)) if first else None
    asked = _("⚖️ Out of trouble is asked.") if justice else _("⚖️ Out of trouble is not asked.")
    switch = Button(_("Don't ask ⚖️") if justice else _("Ask ⚖️ too"), JusticeSet(youth_id, int(not justice)))
    show = None if last is None else Button(_("See it"), WebShown(youth_id))
    head = _("<b>{name}'s spinnenweb</b>", name=whose)
    return Screen(
        paragraphs(lines(head, known, chosen), asked),
        column(show, switch, Button(_("← {name}", name=whose), YouthTapped(youth_id))),
    )
