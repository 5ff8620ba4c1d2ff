"""What is known of a new jongere, and what is still to be asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from chat.screen import Screen
from chat.screens import new_youth as screens
from chat.screens.new_youth import Draft, Field
from chat.turn import Turn
from store import flow, team
from store.flow import Step
from store.tables import Person

STEPS = frozenset({Step.NEW_NAME, Step.NEW_START, Step.NEW_CHOICE})


@dataclass(frozen=True)
class NewYouth:
    """None is still to be asked; as duo 0 is later. `began`: when, in seconds, which tells one from another."""

    began: int
    name: str | None = None
    start: str | None = None
    begeleider_id: int | None = None
    duo_id: int | None = None

    @property
    def open_field(self) -> Field | None:
        """What to ask now."""
        values = (self.name, self.start, self.begeleider_id, self.duo_id)
        return next((field for field, value in zip(Field, values, strict=True) if value is None), None)


def form_of(turn: Turn, began: int | None = None) -> NewYouth | None:
    """What is known so far; None when nobody is being added, or when a button belongs to another time."""
    if turn.position is None or turn.position.step not in STEPS:
        return None
    form = turn.position.read(NewYouth)
    return form if began in (None, form.began) else None


async def ask_next(turn: Turn, form: NewYouth) -> Screen:
    """Keep what is known, and ask what is not; with everything known, show it."""
    typed = {Field.NAME: Step.NEW_NAME, Field.START: Step.NEW_START}
    step = Step.NEW_CHOICE if form.open_field is None else typed.get(form.open_field, Step.NEW_CHOICE)
    await flow.go(turn.session, turn.me.id, step, turn.now, form)
    match form.open_field:
        case Field.NAME:
            return screens.ask_name(form.began)
        case Field.START:
            return screens.ask_start(form.name or "", form.began)
        case Field.BEGELEIDER | Field.DUO:
            return await ask_people(turn, form, 0)
        case None:
            return screens.summary(await draft_of(turn, form))


async def ask_people(turn: Turn, form: NewYouth, page: int) -> Screen:
    """Who is the begeleider, or else the duo?"""
    if form.open_field is Field.BEGELEIDER:
        others = await candidates(turn, Field.BEGELEIDER, form)
        return screens.ask_begeleider(form.name or "", others, form.began, page)
    return screens.ask_duo(form.name or "", await candidates(turn, Field.DUO, form), form.began, page)


async def candidates(turn: Turn, field: Field, form: NewYouth) -> Sequence[Person]:
    """Who can be it: those of the same region first. A begeleider is not their own duo."""
    if field is Field.BEGELEIDER:
        return await team.begeleiders(turn.session, near=turn.me.region_id, without=[])
    begeleider = await turn.session.get(Person, form.begeleider_id) if form.begeleider_id else None
    near = None if begeleider is None else begeleider.region_id
    return await team.begeleiders(turn.session, near=near, without=[form.begeleider_id])


async def draft_of(turn: Turn, form: NewYouth) -> Draft:
    """As it is shown. Raises ValueError while something is still to be asked."""
    if form.open_field is not None or form.name is None or form.start is None:
        raise ValueError("something is still to be asked")
    begeleider = await turn.session.get_one(Person, form.begeleider_id)
    duo = await turn.session.get_one(Person, form.duo_id) if form.duo_id else None
    return Draft(
        began=form.began,
        name=form.name,
        start=date.fromisoformat(form.start),
        begeleider=None if begeleider.id == turn.me.id else begeleider.name,
        duo=None if duo is None else duo.name,
    )
