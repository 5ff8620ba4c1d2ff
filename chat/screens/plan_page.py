"""The plan of a youth at a glance: about what there are words, what is still to be done, and the papers of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from chat.days import spoken
from chat.language import Joined, Text, Verbatim, _, lines, paragraphs, plural
from chat.pages import page_rows
from chat.screen import Button, Rows, Screen, column, two_by_two
from chat.screens import action_line
from chat.screens.action_line import ActionsShown
from chat.screens.plan import (
    AboutShown,
    Made,
    PaperAsked,
    PapersShown,
    PlanShown,
    PlansShown,
    Whose,
    about_name,
    back,
    moment_name,
    paper_button,
    paper_name,
)
from chat.screens.youths import YouthTapped
from programme.plan import About
from programme.spiderweb import WebMoment
from store.tables import Person


@dataclass(frozen=True)
class Part:
    """One part of it, at a glance."""

    about: About
    has_words: bool
    steps: int = 0
    """How many are still to be done."""


@dataclass(frozen=True)
class Coming:
    """For what it would be put on paper now, and when that is; no day when nothing of the year asks for it."""

    moment: WebMoment
    day: date | None


def which(youths: Sequence[Person], page: int) -> Screen:
    """Of whom?"""

    def choice(youth: Person) -> Button:
        return Button(Verbatim(youth.name), PlanShown(youth.id))

    return Screen(_("Whose plan?"), page_rows(youths, page, choice, PlansShown))


def page(whose: Whose, parts: Sequence[Part], coming: Coming, papers: Sequence[Made], today: date) -> Screen:
    """All of it: what there is to read in a line each, and a button for every part."""
    last = papers[0] if papers else None
    told = [line for part in parts if (line := _line(part, whose.own)) is not None]
    return Screen(
        paragraphs(
            lines(*_head(whose, coming, today), _last(last, today)), lines(*told) if told else _("Empty so far.")
        ),
        (*_parts(whose, parts), *_papers(whose, papers, today), *_way_back(whose)),
    )


def _head(whose: Whose, coming: Coming, today: date) -> tuple[Text, ...]:
    if whose.name is None:
        together = _("You and {begeleider} write it together.", begeleider=whose.begeleider)
        return _("<b>Your plan</b>"), together, _("You can change all of it.")
    moment = moment_name(coming.moment)
    title = _("<b>{name}'s plan</b>", name=whose.name)
    if coming.day is None:
        return title, _("Now for: {moment}.", moment=moment)
    return title, _("Now for: {moment}, {day}.", moment=moment, day=spoken(coming.day, today))


def _last(made: Made | None, today: date) -> Text:
    if made is None:
        return _("Nothing is on paper yet.")
    return _("Last paper: {label}, {day}.", label=paper_name(made), day=spoken(made.day, today))


def _line(part: Part, own: str | None) -> Text | None:
    """What there is about it; None while there is nothing."""
    words = _("words") if part.has_words else None
    steps = plural("{count} step", "{count} steps", part.steps) if part.steps else None
    known = tuple(each for each in (words, steps) if each is not None)
    return _("{domain}: {what}", domain=about_name(part.about, own), what=Joined(known, ", ")) if known else None


def _parts(whose: Whose, parts: Sequence[Part]) -> Rows:
    """Two beside each other; what people do has a row of its own."""
    buttons = [_part(whose, part) for part in parts if part.about is not About.PEOPLE]
    return (*two_by_two(buttons), *((_part(whose, part),) for part in parts if part.about is About.PEOPLE))


def _part(whose: Whose, part: Part) -> Button:
    label = about_name(part.about, whose.own)
    return Button(_("✓ {domain}", domain=label) if part.has_words else label, AboutShown(whose.youth_id, part.about))


def _papers(whose: Whose, papers: Sequence[Made], today: date) -> Rows:
    """Putting on paper is for whoever walks with the youth; having one again is for both."""
    put = None if whose.name is None else Button(_("📄 Put on paper"), PaperAsked(whose.youth_id))
    last = paper_button(papers[0], today) if papers else None
    others = Button(_("All papers"), PapersShown(whose.youth_id, 0)) if len(papers) > 1 else None
    return column(put, last, others)


def _way_back(whose: Whose) -> Rows:
    if whose.name is None:
        return column(Button(_("My steps"), ActionsShown(whose.youth_id, 0)))
    back_to = Button(_("← {name}", name=whose.name), YouthTapped(whose.youth_id))
    return ((action_line.button(whose.youth_id), back_to),)


def all_papers(whose: Whose, papers: Sequence[Made], at: int, today: date) -> Screen:
    """Every paper that was made, the newest first."""

    def choice(made: Made) -> Button:
        return paper_button(made, today)

    rows = page_rows(papers, at, choice, lambda to: PapersShown(whose.youth_id, to))
    return Screen(_("Which paper? You get it as it was then."), (*rows, *back(whose)))
