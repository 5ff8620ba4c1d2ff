"""Whether our key fits a database: told at the start, instead of by every row that does not open."""

from __future__ import annotations

import base64

from store import own
from store.database import Database
from store.own import Fact

PLACE = "own.key"
WORD = "spoor"


async def see_that_key_fits(database: Database) -> None:
    """The first key a database meets becomes its own. Raises store.sealed.CannotUnseal for one that does not fit."""
    async with database.read() as session:
        known = await own.recall(session, Fact.KEY)
    if known is not None:
        database.vault.unseal(base64.b64decode(known), PLACE)
        return
    async with database.write() as session:
        sealed = database.vault.seal(WORD, PLACE)
        await own.remember(session, Fact.KEY, base64.b64encode(sealed).decode())
