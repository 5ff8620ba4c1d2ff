"""What happened while a begeleider was away: a youth after the other, in facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

from chat.days import spoken
from chat.language import Joined, Phrase, Text, Verbatim, _, lines, paragraphs, plural
from chat.screen import Button, Screen, column
from chat.screens.checkin import ICONS
from chat.screens.messages import AnswerTapped
from chat.screens.standing_in import more, named
from programme.checkin import Face
from programme.contacts import ContactKind
from store.meanwhile import Meanwhile, Quiet

# A begeleider walks with four; the newest of each say enough.
YOUTHS, FACES, PEOPLE, SILENCES = 5, 14, 2, 1

# In this order: the more personal first.
CONTACTS: dict[ContactKind, Callable[[int], Phrase]] = {
    ContactKind.FACE_TO_FACE: lambda count: plural("seen {count} time", "seen {count} times", count),
    ContactKind.PHONE: lambda count: plural("called {count} time", "called {count} times", count),
    ContactKind.MESSAGE: lambda count: plural("wrote on {count} day", "wrote on {count} days", count),
    ContactKind.NETWORK: lambda count: plural("network {count} time", "network {count} times", count),
}


def summary(found: Sequence[Meanwhile], today: date) -> Screen:
    """To whoever is back."""
    told = [(one, facts) for one in found if (facts := _facts(one, today))]
    quiet = [one.name for one in found if not _facts(one, today)]
    shown = (lines(_("<b>{name}</b>", name=one.name), *facts) for one, facts in told[:YOUTHS])
    rest = more(len(told) - YOUTHS)
    if not told:
        return Screen(_("While you were away: nothing special."))
    nothing = _("{names}: nothing special.", names=named(quiet)) if quiet else None
    waiting = (_answer(one) for one, facts in told[:YOUTHS] if one.waiting)
    return Screen(paragraphs(_("This happened while you were away:"), *shown, rest, nothing), column(*waiting))


def _answer(one: Meanwhile) -> Button:
    return Button(_("✍️ Answer {name}", name=one.name), AnswerTapped(one.youth_id))


def _facts(one: Meanwhile, today: date) -> list[Text]:
    """People first."""
    contacts = (_contacts(by, kinds) for by, kinds in list(one.contacts.items())[:PEOPLE])
    calls = plural("Asked for a call {count} time.", "Asked for a call {count} times.", one.calls)
    waits = plural("{count} message waits for an answer.", "{count} messages wait for an answer.", one.waiting)
    done = plural("{count} milestone done.", "{count} milestones done.", len(one.milestones))
    facts = (
        *contacts,
        _("Answers: {faces}", faces=_faces(one.faces)) if one.faces else None,
        waits if one.waiting else None,
        calls if one.calls else None,
        *(_silence(quiet, today) for quiet in one.silences[-SILENCES:]),
        done if one.milestones else None,
        _("Wanted no questions for a while.") if one.wants_quiet else None,
    )
    return [fact for fact in facts if fact is not None]


def _contacts(by: str, kinds: Counter[ContactKind]) -> Text:
    told = tuple(said(kinds[kind]) for kind, said in CONTACTS.items() if kinds[kind])
    return _("{name}: {contacts}.", name=by, contacts=Joined(told, ", "))


def _faces(faces: Sequence[Face]) -> Text:
    left_out = "… " if len(faces) > FACES else ""
    return Verbatim(left_out + " ".join(ICONS[face] for face in faces[-FACES:]))


def _silence(quiet: Quiet, today: date) -> Text:
    since = spoken(quiet.since, today)
    if quiet.taken_up_by is not None:
        return _("Was quiet from {day}. {name} got in touch.", day=since, name=quiet.taken_up_by)
    if quiet.heard_again:
        return _("Was quiet from {day}, and was heard again.", day=since)
    return _("Is quiet since {day}.", day=since)
