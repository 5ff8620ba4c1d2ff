"""Some of the people at a time: what is done for everybody is done in portions, so that nobody waits for all of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from store.tables import Person


@dataclass(frozen=True)
class Portion:
    """The people whose numbers lie from `first` through `last`."""

    first: int
    last: int

    def holds(self, person_id: InstrumentedAttribute[int] | InstrumentedAttribute[int | None]) -> ColumnElement[Any]:
        """Whether this is the number of one of them."""
        return person_id.between(self.first, self.last)


EVERYBODY = Portion(0, 2**63 - 1)


def just(person_id: int) -> Portion:
    """One person."""
    return Portion(person_id, person_id)


async def after(session: AsyncSession, person_id: int, count: int) -> Portion | None:
    """So many people who came in after this one; None when there are no more."""
    later = select(Person.id).where(Person.id > person_id).order_by(Person.id).limit(count)
    numbers = (await session.scalars(later)).all()
    return Portion(numbers[0], numbers[-1]) if numbers else None
