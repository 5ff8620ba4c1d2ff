"""What is said about one part of a plan: read, written, taken away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chat.days import spoken
from chat.language import Text, Verbatim, _, lines, paragraphs
from chat.screen import Button, Rows, Screen, column
from chat.screens.plan import AboutShown, Whose, WordsPutBack, WordsRemoved, WriteTapped, about_name, back
from programme.plan import LONGEST_WORDS, About


@dataclass(frozen=True)
class Said:
    """Words that hold now. `by`: who wrote them; None for whoever looks."""

    words_id: int
    words: str
    by: str | None
    day: date


KEPT = _("Kept.")
TAKEN_AWAY = _("Taken away.")
AS_BEFORE = _("It's as it was before.")


def page(
    whose: Whose, about: About, said: Said | None, today: date, *, just: Text | None = None, undo: WordsPutBack | None
) -> Screen:
    """The words whole, and what can be done. `just`: what was done a moment ago."""
    return Screen(
        paragraphs(just, _told(whose, about, said), None if said is None else _who(said, today)),
        (*_choices(whose, about, said, undo), *back(whose)),
    )


def _told(whose: Whose, about: About, said: Said | None) -> Text:
    return lines(_head(whose, about), _("There are no words yet.") if said is None else Verbatim(said.words))


def _head(whose: Whose, about: About) -> Text:
    name = about_name(about, whose.own)
    if whose.name is None:
        return _("<b>{domain}</b>", domain=name)
    return _("<b>{domain}</b> ({name})", domain=name, name=whose.name)


def _who(said: Said, today: date) -> Text:
    day = spoken(said.day, today)
    return _("Written by you, {day}.", day=day) if said.by is None else _("Written by {name}, {day}.", name=said.by,
                                                                          day=day)  # fmt: skip


def _choices(whose: Whose, about: About, said: Said | None, undo: WordsPutBack | None) -> Rows:
    write = Button(_("Write") if said is None else _("In other words"), WriteTapped(whose.youth_id, about))
    away = () if said is None else (Button(_("Take away"), WordsRemoved(said.words_id)),)
    return ((write, *away), *column(None if undo is None else Button(_("Undo"), undo)))


def ask(whose: Whose, about: About, said: Said | None) -> Screen:
    """Waiting for the words; beforehand, who reads them."""
    told = None if said is None else lines(_("Now it says:"), Verbatim(said.words))
    asked = lines(_head(whose, about), _question(whose, about), _("Type it here, in a few sentences."), _reads(whose))
    return Screen(paragraphs(asked, told), _never(whose, about))


def _question(whose: Whose, about: About) -> Text:
    match about.domain, whose.name:
        case None, None:
            return _("What do the people around you do?")
        case None, str(name):
            return _("What do the people around {name} do?", name=name)
        case _, None:
            return _("How is it, in your own words?")
        case _, name:
            return _("How is it, in {name}'s words?", name=name or "")


def _reads(whose: Whose) -> Text:
    reader = whose.begeleider if whose.name is None else whose.name
    return _("{name} reads it too, and it comes on paper.", name=reader)


def too_long(whose: Whose, about: About, length: int) -> Screen:
    """Over the limit; what they typed still stands above this."""
    over = _("That's {length} characters; {most} fit.", length=length, most=LONGEST_WORDS)
    return Screen(lines(over, _("Your words stand above. Can you make it shorter?")), _never(whose, about))


def no_words(whose: Whose, about: About) -> Screen:
    """Only signs."""
    return Screen(_("On paper it needs words. Type it here."), _never(whose, about))


def only_text(whose: Whose, about: About) -> Screen:
    """They sent a picture or their voice."""
    return Screen(_("Here it can only be text. Type it here."), _never(whose, about))


def _never(whose: Whose, about: About) -> Rows:
    return column(Button(_("Rather not"), AboutShown(whose.youth_id, about)))
