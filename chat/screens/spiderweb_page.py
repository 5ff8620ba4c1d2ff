"""What a begeleider sees and sets about the spinnenweb of a youth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from chat.days import full
from chat.language import _, lines, paragraphs
from chat.screen import Button, Screen, column
from chat.screens import look
from chat.screens.spiderweb import JusticeSet, WebShown, names
from chat.screens.youths import YouthTapped
from programme.spiderweb import Domain


@dataclass(frozen=True)
class Known:
    """How it stands with the spinnenweb of a youth."""

    youth_id: int
    whose: str
    last: date | None
    """The day of the newest web that can be seen."""
    first: Sequence[Domain]
    """What is in the first basket of that one."""
    own: str | None
    justice: bool
    """Whether staying out of trouble is asked."""
    looks: bool
    """Whether who reads this began to say how they see it."""


def page(known: Known) -> Screen:
    """What is known, and what can be set."""
    last = (
        _("{name} filled in no spinnenweb yet.", name=known.whose)
        if known.last is None
        else _("Last filled in: {day}.", day=full(known.last))
    )
    chosen = _("First: {domains}.", domains=names(known.first, known.own)) if known.first else None
    asked = _("⚖️ Out of trouble is asked.") if known.justice else _("⚖️ Out of trouble is not asked.")
    switch = Button(
        _("Don't ask ⚖️") if known.justice else _("Ask ⚖️ too"), JusticeSet(known.youth_id, int(not known.justice))
    )
    show = None if known.last is None else Button(_("See it"), WebShown(known.youth_id))
    head = _("<b>{name}'s spinnenweb</b>", name=known.whose)
    back = Button(_("← {name}", name=known.whose), YouthTapped(known.youth_id))
    return Screen(
        paragraphs(lines(head, last, chosen), asked),
        column(show, look.button(known.youth_id, goes_on=known.looks), switch, back),
    )
