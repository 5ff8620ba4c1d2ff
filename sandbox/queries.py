"""Taps on inline buttons that the bot has yet to answer."""

from __future__ import annotations

from datetime import timedelta

from bot.clock import Clock
from sandbox.model import Message, Query, User
from sandbox.refusals import RefusedError, bad_request

#: After this a tap can no longer be answered. Telegram does not publish the figure; bots report half a minute.
ANSWERABLE = timedelta(seconds=30)


class Queries:
    """Open taps, by id."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._open: dict[str, Query] = {}
        self._count = 0

    def open(self, person: User, message: Message, data: str) -> Query:
        """A new tap."""
        self._count += 1
        query = Query(f"{person.id}{self._count:09}", person, message, data, self._clock.now())
        self._open[query.id] = query
        return query

    def answer(self, query_id: str) -> Query:
        """Close a tap; raises RefusedError when it is unknown, answered before, or too old."""
        query = self._open.pop(query_id, None)
        if query is None or self._clock.now() - query.at > ANSWERABLE:
            raise _TOO_OLD
        return query

    def waiting(self, person: User) -> tuple[Query, ...]:
        """This person's taps that still show a spinner."""
        return tuple(query for query in self._open.values() if query.person == person)


_TOO_OLD: RefusedError = bad_request("query is too old and response timeout expired or query ID is invalid")
