"""A session that knows each row once."""

from __future__ import annotations

from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import Session

_KNOWN = "known"


class Knowing(Session):
    """Keeps the rows that it read or added until it is closed. Left to itself it forgets what nobody holds, and asks
    the database for the same person again and again."""


@event.listens_for(Knowing, "loaded_as_persistent")
@event.listens_for(Knowing, "pending_to_persistent")
def _keep(session: Session, row: Any) -> None:
    session.info.setdefault(_KNOWN, []).append(row)
