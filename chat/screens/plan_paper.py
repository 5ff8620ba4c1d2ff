"""Putting the plan of a youth on paper. The youth has the same paper at the same time: nothing is told without them."""

from __future__ import annotations

import unicodedata
from datetime import date
from enum import Enum

from chat.days import spoken
from chat.language import Capital, Text, _, lines, paragraphs
from chat.plan import Plan
from chat.screen import Button, Paper, Screen, column
from chat.screens.plan import Made, PaperMade, PlanShown, Whose, back, moment_name, paper_name
from programme.spiderweb import WebMoment

SHOWN = "plan paper"
"""The kind of the messages that hold a paper; they are about one."""

MADE_BEFORE = _("That paper is there already.")


class WhyNot(Enum):
    """Why a paper does not reach the youth now."""

    NOT_JOINED = "not joined"
    BLOCKED = "blocked"
    STOPPED = "stopped"


def ask(whose: Whose, moment: WebMoment, version: int, why_not: WhyNot | None) -> Screen:
    """Before it is made: what it is, what is on it, and that the youth has it too."""
    name = whose.name or ""
    what = _("{moment}, version {version}.", moment=Capital(moment_name(moment)), version=version)
    on_it = _("On it: the web, the words, the steps and what people do.")
    same = _("{name} gets the same paper at the same time.", name=name) if why_not is None else _waits(name, why_not)
    yes = Button(_("Yes, put it on paper"), PaperMade(whose.youth_id, moment, version))
    not_now = Button(_("Not now"), PlanShown(whose.youth_id))
    return Screen(paragraphs(lines(what, on_it), same), column(yes, not_now))


def made(whose: Whose, paper: Made, why_not: WhyNot | None) -> Screen:
    """It is made, and who has it."""
    name = whose.name or ""
    on_paper = _("On paper: {label}.", label=paper_name(paper))
    same = _("{name} has the same paper.", name=name) if why_not is None else _waits(name, why_not)
    return Screen(lines(on_paper, same), back(whose))


def _waits(name: str, why_not: WhyNot) -> Text:
    return lines(_reason(name, why_not), _("It waits for {name} under /plan.", name=name))


def _reason(name: str, why_not: WhyNot) -> Text:
    match why_not:
        case WhyNot.NOT_JOINED:
            return _("{name} isn't in here yet, so it doesn't arrive now.", name=name)
        case WhyNot.BLOCKED:
            return _("{name} blocked me, so it doesn't arrive now.", name=name)
        case WhyNot.STOPPED:
            return _("{name} wants no messages, so I don't send it now.", name=name)


def to_staff(whose: Whose, paper: Made, facts: Plan) -> Screen:
    """The paper, to whoever had it made."""
    told = _("{name}: {label}.", name=whose.name or "", label=paper_name(paper))
    return Screen(told, paper=_file(facts))


def to_youth(youth_id: int, by: str, facts: Plan, *, silent: bool) -> Screen:
    """The same paper, to whom it is about."""
    what = _("{name} put your plan on paper, and has the same paper.", name=by)
    other = lines(_("Is something different? Say so, or change it."), _("Then there is a new paper."))
    see = column(Button(_("My plan"), PlanShown(youth_id)))
    return Screen(paragraphs(what, other), see, paper=_file(facts), silent=silent)


def again(whose: Whose, paper: Made, facts: Plan, today: date) -> Screen:
    """A paper once more, as it was made."""
    day = spoken(paper.day, today)
    label = paper_name(paper)
    if whose.name is None:
        return Screen(_("Your plan: {label}, {day}.", label=label, day=day), paper=_file(facts))
    return Screen(_("{name}: {label}, {day}.", name=whose.name, label=label, day=day), paper=_file(facts))


def _file(facts: Plan) -> Paper:
    return Paper(file_name(facts.youth, facts.moment, facts.version), facts)


def file_name(youth: str, moment: str, version: int) -> str:
    """What the file is called, on any phone or computer, whatever the youth is called."""
    parts = ("plan", _as_in_a_file(youth), _as_in_a_file(moment), f"v{version}")
    return "-".join(part for part in parts if part) + ".pdf"


def _as_in_a_file(words: str) -> str:
    """Letters and digits of any script, with dashes for all the rest."""
    whole = unicodedata.normalize("NFC", words)
    kept = (sign if unicodedata.category(sign)[0] in "LNM" else " " for sign in whole)
    return "-".join("".join(kept).split())
