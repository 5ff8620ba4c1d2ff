"""The top of the plan: whose it is, what for, when, who walks along, and the spiderweb beside that."""

from __future__ import annotations

import struct

from babel.dates import format_date

from chat import charts
from chat.language import Capital, Language, Text, Verbatim, _
from chat.papers.block import LEFT, RIGHT, TOP, Column, block
from chat.papers.letters import name, own_words
from chat.papers.lines import Style, broken
from chat.papers.sheet import Sheet
from chat.plan import Plan

# How wide the picture is, and how high it may be; words stay this far from it.
PICTURE, HIGHEST = 92.0, 105.0
GAP = 6.0

KIND = Style(10, 5.6, faint=True)
NAME, SMALLER_NAME = Style(24, 10.5, bold=True), Style(15, 7, bold=True)
ASKED = Style(7.5, 4.0, faint=True)
TOLD = Style(9.5, 4.8)
ASIDE = Style(8, 4.2, faint=True)
BELOW_EACH = 1.9
BELOW = 7.0


class Head:
    """The facts at the left, and at the right the spiderweb, if there is one."""

    def __init__(self, plan: Plan, speaks: Language) -> None:
        self._says = speaks.plain(_("The spiderweb as a drawing. Its numbers stand below, in words."))
        self._web = None if plan.web is None else charts.draw(plan.web)
        self._wide, self._high = (0.0, 0.0) if self._web is None else _size(self._web)
        room = RIGHT - LEFT - (0 if self._web is None else self._wide + GAP)
        self._facts = _facts(plan, room, speaks)

    @property
    def is_cut(self) -> bool:
        """Whether something of it was left out."""
        return self._facts.is_cut

    @property
    def foot(self) -> float:
        """Where the rest of the plan may begin."""
        return max(self._facts.y, TOP + self._high) + BELOW

    def draw(self, sheet: Sheet) -> None:
        """Puts it at the top of the sheet."""
        block(self._facts).draw(sheet, 0)
        if self._web is not None:
            sheet.picture(self._web, RIGHT - self._wide, TOP, self._wide, self._high, says=self._says)


def _size(png: bytes) -> tuple[float, float]:
    """How large the picture becomes, in its own proportions."""
    wide, high = struct.unpack_from(">II", png, 16)
    scale = min(PICTURE / wide, HIGHEST / high)
    return wide * scale, high * scale


def title(plan: Plan, speaks: Language) -> str:
    """What this paper is called."""
    return speaks.plain(_("{name}: {moment}", name=name(plan.youth, speaks), moment=name(plan.moment, speaks)))


def _facts(plan: Plan, wide: float, speaks: Language) -> Column:
    column = Column(LEFT, wide, TOP)
    moment = Capital(Verbatim(name(plan.moment, speaks)))
    column.write(speaks.plain(_("{moment}, version {version}", moment=moment, version=plan.version)), KIND, most=2)
    youth = name(plan.youth, speaks)
    column.write(youth, NAME if len(broken(youth, wide, NAME)) <= 2 else SMALLER_NAME, tag="H1", most=4)
    column.y += BELOW_EACH
    made_on = Capital(Verbatim(format_date(plan.made_on, "EEEE d MMMM y", locale=speaks.code)))
    _fact(column, _("made on"), speaks.plain(made_on), speaks)
    _fact(column, _("where I am in my year"), speaks.plain(Capital(Verbatim(own_words(plan.phase, speaks)))), speaks)
    _fact(column, _("who walks along with me"), _company(plan, speaks), speaks)
    column.write(speaks.plain(_about_the_numbers(plan)), ASIDE)
    return column


def _fact(column: Column, asked: Text, told: str, speaks: Language) -> None:
    column.write(speaks.plain(Capital(asked)), ASKED)
    column.write(told, TOLD, most=4)
    column.y += BELOW_EACH


def _company(plan: Plan, speaks: Language) -> str:
    people = [_("{name}, begeleider", name=name(plan.begeleider, speaks))]
    if plan.duo is not None:
        people.append(_("{name}, duo", name=name(plan.duo, speaks)))
    return "\n".join(speaks.plain(each) for each in people)


def _about_the_numbers(plan: Plan) -> Text:
    if any(part.score is not None for part in plan.parts):
        return _("I gave the numbers myself: 1 is “it all goes wrong”, 10 is “great, I manage on my own”.")
    return _("There are no numbers yet.")
