"""Who stands in for somebody changed: whoever it leaves in the dark hears it."""

from __future__ import annotations

from collections.abc import Sequence

from chat.occasion import Manner, Occasion
from chat.screens import standing_in as screens
from chat.screens.standing_in import Gap
from programme.silence import reasonable_for_staff
from store import away, people, standing_in
from store.standing_in import TOLD_LEAD, Alone
from store.tables import AwayRow, Lane, Person


async def changed(occasion: Occasion, youths: Sequence[Person], before: frozenset[Alone]) -> None:
    """Whoever leads the region hears of those youths whom it leaves alone and who were not, `before`; and the youths
    whose begeleider is away now are told how things stand."""
    session = occasion.session
    new = await standing_in.alone(session, youths, occasion.today) - before
    for away_id in sorted({one.away_id for one in new}):
        row = await session.get_one(AwayRow, away_id)
        alone = [youth for youth in youths if Alone(away_id, youth.id) in new]
        await _tell_leads(occasion, row, alone)
    await away.look_again(session, [youth.id for youth in youths], occasion.now, occasion.today)


async def gaps(occasion: Occasion, youths: Sequence[Person]) -> list[Gap]:
    """As the screens show those for whom nobody stands in."""
    duos = [await people.duo_of(occasion.session, youth.id) for youth in youths]
    return [Gap(youth.name, None if duo is None else duo.name) for youth, duo in zip(youths, duos, strict=True)]


async def _tell_leads(occasion: Occasion, row: AwayRow, alone: Sequence[Person]) -> None:
    person = await occasion.session.get_one(Person, row.person_id)
    screen = screens.to_lead(person.name, row.first, row.through, occasion.today, await gaps(occasion, alone))
    fair = reasonable_for_staff(occasion.now, occasion.setting.zone)
    manner = Manner(TOLD_LEAD, Lane.PLANNED, about=row.id, not_before=fair)
    for lead in await standing_in.leads_of(occasion.session, person, occasion.today):
        await occasion.say(screen, lead, manner)
