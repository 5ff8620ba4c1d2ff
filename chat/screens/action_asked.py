"""On the day of a step: the youth is asked how it stands."""

from __future__ import annotations

from datetime import date

from chat.days import spoken
from chat.language import Verbatim, _, lines, paragraphs
from chat.screen import Button, Screen
from chat.screens.action_line import Shown
from chat.screens.actions import ActionSet, ActionWhen
from chat.screens.domains import name
from programme.actions import ActionState


def question(shown: Shown, youth: str, today: date) -> Screen:
    """How does it stand? What it is shows on no lock screen."""
    day = None if shown.by_on is None else spoken(shown.by_on, today)
    about = _("You had a step in mind: {domain}.", domain=name(shown.domain, shown.own))
    wanted = about if day is None else _("You had a step in mind for {day}.", day=day)
    step = _("<tg-spoiler>{words}</tg-spoiler>", words=Verbatim(shown.step))
    done = Button(_("It worked"), ActionSet(shown.action_id, ActionState.DONE))
    busy = Button(_("Still busy"), ActionWhen(shown.action_id))
    let_go = Button(_("Let it go"), ActionSet(shown.action_id, ActionState.DROPPED))
    told = lines(_("Hey {name}!", name=youth), wanted, step)
    return Screen(paragraphs(told, _("How is it going with that?")), ((done, busy), (let_go,)))
