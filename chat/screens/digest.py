"""The morning message: what today asks of a begeleider, in lines that settle in one tap. No youth sees any of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from chat.days import spoken
from chat.language import Joined, Text, Verbatim, _, paragraphs, plural
from chat.pieces import short
from chat.screen import Button, Rows, Screen
from chat.screens.lines import Line, Stands, button_rows, contact, told, undo_row
from chat.screens.messages import AnswerTapped
from chat.screens.milestone_names import NAMES
from chat.taps import Tap
from programme.digest import Ask
from programme.milestones import Milestone
from programme.targets import Progress

DIGEST = "digest"
"""The kind of these messages; they are about a row of the digest table."""


class DoneTapped(Tap, name="dgdone"):
    """What this line asks is done."""

    item_id: int


class TomorrowTapped(Tap, name="dgmorrow"):
    """It comes back the next working day."""

    item_id: int


class PromiseTapped(Tap, name="dgpromise"):
    """They will get in touch with the youth of this line."""

    item_id: int


class CalledTapped(Tap, name="dgcalled"):
    """They called the youth of this line."""

    item_id: int


class SeenTapped(Tap, name="dgseen"):
    """They saw the youth of this line."""

    item_id: int


class UndoTapped(Tap, name="dgundo"):
    """What was tapped last on this message, about this line, is taken back."""

    item_id: int


# A name is shown whole where it is the line; in a row of names, so much of it.
SHORT = 16
# Youths in a row of names.
MOST_NAMES = 8


@dataclass(frozen=True)
class Week:
    """How a week goes, or went, with one youth."""

    name: str
    progress: Progress


def digest(
    name: str,
    lines: Sequence[Line],
    *,
    last_week: Sequence[Week] = (),
    this_week: Sequence[Week] = (),
    undo: int | None = None,
) -> Screen:
    """All of it. `undo`: the line that was settled or put off just now."""
    back = () if undo is None else undo_row(UndoTapped(undo))
    parts = (_title(name, lines), told(None, lines) if lines else None, _last_week(last_week), _this_week(this_week))
    return Screen(paragraphs(*parts), (*button_rows(lines, _buttons), *back))


def _title(name: str, lines: Sequence[Line]) -> Text:
    if not lines:
        return _("Hi {name}. A new week.", name=name)
    if any(line.stands is Stands.OPEN for line in lines):
        return _("Hi {name}. This is for today:", name=name)
    if any(line.stands in {Stands.TOMORROW, Stands.TAKEN_UP} for line in lines):
        return _("That was today, {name}. The rest can wait.", name=name)
    return _("All of today is done. Thanks, {name}.", name=name)


def _last_week(weeks: Sequence[Week]) -> Text | None:
    """Kindly: what was reached first, and nothing of what did not come about."""
    held = [week for week in weeks if week.progress.met]
    held.sort(key=lambda week: (not week.progress.reached, -week.progress.met))
    if not held:
        return None
    first, *others = held[:MOST_NAMES]
    met = first.progress.met
    one = plural("{name} {count} time together", "{name} {count} times together", met, name=short(first.name, SHORT))
    rest = (_("{name} {count}", name=short(week.name, SHORT), count=week.progress.met) for week in others)
    return _("Last week: {who}.", who=Joined((one, *rest), ". "))


def _this_week(weeks: Sequence[Week]) -> Text | None:
    if not weeks:
        return None
    each = (
        _("{name} {met}/{target}", name=short(week.name, SHORT), met=week.progress.met, target=week.progress.target)
        for week in weeks[:MOST_NAMES]
    )
    return _("Together this week: {who}", who=Joined(tuple(each), ", "))


def has_last_week(weeks: Sequence[Week]) -> bool:
    """Whether there is anything kind to say of it."""
    return _last_week(weeks) is not None


def _buttons(line: Line) -> Rows:
    done, tomorrow = Button(_("Did it"), DoneTapped(line.item_id)), Button(_("Tomorrow"), TomorrowTapped(line.item_id))
    called, seen = Button(_("Called"), CalledTapped(line.item_id)), Button(_("Saw them"), SeenTapped(line.item_id))
    match line.ask:
        case Ask.MESSAGES:
            will = Button(_("I'll get in touch"), PromiseTapped(line.item_id))
            return (Button(_("✍️ Answer"), AnswerTapped(line.youth_id)), done), (will, tomorrow)
        case Ask.SILENCE | Ask.PROMISE:
            return ((contact(line), done, tomorrow),)
        case Ask.YEAR_OVER:
            return ((done,),)
        case Ask.CALL:
            return ((called, seen, tomorrow),)
        case Ask.MEETING:
            return ((seen, tomorrow),)
        case _:
            return ((done, tomorrow),)


# --- On top of the chat, after a tap ---

DONE_BEFORE = _("That was settled already.")
UNDONE = _("Okay, it's back.")
NOTED = _("Noted.")
LATER = _("Okay, it comes back the next working day.")
PROMISED = _("Okay. It comes back if nothing is noted.")


# --- The lines ---


def wrote(name: str, count: int, day: date, at: time, today: date) -> Text:
    """A youth waits for an answer, since then."""
    if count == 1:
        return _("{name} wrote {day} at {time}.", name=name, day=spoken(day, today), time=at)
    return plural(
        "{name} wrote {count} message, since {day}.",
        "{name} wrote {count} messages, since {day}.",
        count,
        name=name,
        day=spoken(day, today),
    )


def answered(name: str) -> Text:
    """Nobody waits any more."""
    return _("{name}: answered", name=name)


def taken_up(name: str, by: str | None) -> Text:
    """Somebody will get in touch; `by` when it is another."""
    if by is None:
        return _("{name}: you'll get in touch", name=name)
    return _("{name}: {by} will get in touch", name=name, by=by)


def quiet(name: str, days: int) -> Text:
    """A youth is silent."""
    return plural("{name} has been quiet for a day.", "{name} has been quiet for {count} days.", days, name=name)


def quiet_no_more(name: str, *, heard: bool) -> Text:
    """The youth was heard, or somebody took it up."""
    return _("{name}: heard again", name=name) if heard else _("{name}: looked after", name=name)


def promised(name: str, by: str | None, day: date, today: date) -> Text:
    """Somebody would get in touch; `by` when it was another."""
    said = spoken(day, today)
    if by is None:
        return _("{name}: you'd get in touch. You said so {day}.", name=name, day=said)
    return _("{name}: {by} would get in touch, {by} said {day}.", name=name, by=by, day=said)


def kept(name: str) -> Text:
    """It is settled."""
    return _("{name}: in touch", name=name)


def year_over(name: str) -> Text:
    """News: nazorg begins."""
    return _("{name}: the year is over, nazorg begins.", name=name)


def year_over_known(name: str, moved_to: date | None, today: date) -> Text:
    """They know; or the year ends on another day after all."""
    if moved_to is None:
        return _("{name}: nazorg began", name=name)
    return _moved(name, _("end of the year"), moved_to, today)


def nazorg(name: str, ask: Ask, due: date, today: date) -> Text:
    """A contact of nazorg."""
    return _on(name, _nazorg(ask), due, today)


def nazorg_held(name: str, ask: Ask) -> Text:
    """There was one, or it has another day."""
    return _("{name}: {what}", name=name, what=_nazorg(ask))


def _nazorg(ask: Ask) -> Text:
    return _("a call") if ask is Ask.CALL else _("seeing each other")


def milestone(name: str, kind: Milestone, own: str | None, due: date, today: date) -> Text:
    """A milestone, or a date that matters: what that is called shows itself on a tap."""
    if kind is Milestone.BIRTHDAY:
        when = spoken(due, today)
        if due < today:
            return _("🎂 {name} had a birthday {day}.", name=name, day=when)
        return _("🎂 {name} has a birthday {day}.", name=name, day=when)
    return _on(name, _milestone(kind, own), due, today)


def milestone_settled(name: str, kind: Milestone, own: str | None, moved_to: date | None, today: date) -> Text:
    """It is done, or does not fit; or it has another day."""
    what = _milestone(kind, own)
    if moved_to is None:
        return _("{name}: {what}", name=name, what=what)
    return _moved(name, what, moved_to, today)


def _moved(name: str, what: Text, to: date, today: date) -> Text:
    return _("{name}: {what}, moved to {day}", name=name, what=what, day=spoken(to, today))


def web(name: str, kind: Milestone, *, together: bool) -> Text:
    """A spinnenweb that the youth did not fill in yet. `together`: they want to do it with their begeleider."""
    if together:
        return _("{name} wants to fill in the spinnenweb with you.", name=name)
    if kind is Milestone.FIRST_SPIDERWEB:
        return _("{name}: the first spinnenweb is still open.", name=name)
    return _("{name}: the spinnenweb for {what} is still open.", name=name, what=NAMES[kind])


def web_settled(name: str) -> Text:
    """It was filled in, or brought up."""
    return _("{name}: spinnenweb", name=name)


def gone(name: str) -> Text:
    """A date that was taken away."""
    return _("{name}: that date is gone", name=name)


def _milestone(kind: Milestone, own: str | None) -> Text:
    if own is None:
        return NAMES[kind]
    return _("<tg-spoiler>{words}</tg-spoiler>", words=Verbatim(own))


def _on(name: str, what: Text, due: date, today: date) -> Text:
    if due < today:
        return _("{name}: {what}, it was due {day}.", name=name, what=what, day=spoken(due, today))
    return _("{name}: {what}, {day}.", name=name, what=what, day=spoken(due, today))
