"""What is coming for the youths that somebody walks with: milestones, and contacts of nazorg."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from programme.contacts import ContactKind
from programme.milestones import SHOWN_AHEAD
from store import milestones, nazorg, people
from store.tables import MilestoneRow, Person


@dataclass(frozen=True)
class Coming:
    """Something that is due on a day, or was: a milestone, or a contact of nazorg."""

    day: date
    youth: Person
    begeleider: Person
    what: MilestoneRow | ContactKind


async def to_staff(session: AsyncSession, staff_id: int, today: date) -> list[Coming]:
    """What is late or due in the weeks ahead, by day; of one day first whom they lead themselves, then by name."""
    found: list[Coming] = []
    for youth in await people.youths_of(session, staff_id):
        begeleider = await people.begeleider_of(session, youth.id)
        rows = await milestones.open_of(session, youth.id)
        due = await nazorg.next_due(session, youth.id, today)
        found += [Coming(row.due_on, youth, begeleider, row) for row in rows]
        found += [Coming(day, youth, begeleider, kind) for kind, day in due.items()]
    near = (each for each in found if each.day < today + SHOWN_AHEAD)
    return sorted(near, key=lambda each: (each.day, each.begeleider.id != staff_id, each.youth.name.casefold()))
