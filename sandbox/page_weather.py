"""The weather at Telegram in the JSON that the page reads: what is switched on, and what the bot does then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sandbox import weather as made
from sandbox.calls import Call
from sandbox.outlook import Outlook
from sandbox.telegram import Telegram

Json = dict[str, Any]

#: Among so many of the latest calls, this many kinds of trouble are shown.
LOOKED_AT = 200
SHOWN = 4


def weather(telegram: Telegram, outlook: Outlook) -> Json:
    """All that the panel shows."""
    it_is = made.now(telegram.faults)
    lanes = {lane.name.lower(): count for lane, count in outlook.waiting.lanes.items() if count}
    return {
        "trouble": it_is.trouble,
        "seconds": it_is.seconds,
        "twice": it_is.twice,
        "lanes": lanes,
        "underWay": outlook.waiting.under_way,
        "nextTry": _moment(outlook.waiting.next_try),
        "unheard": telegram.updates.waiting,
        "endsIn": None if outlook.ends_in is None else round(outlook.ends_in),
        "restarted": _moment(outlook.restarted),
        "calls": list(_troubled(telegram.calls.latest(LOOKED_AT)))[:SHOWN],
    }


def _troubled(calls: Sequence[Call]) -> Iterator[Json]:
    """Calls that failed, the newest first; all that failed alike make one line."""
    failed = [call for call in calls if call.status != 200]
    times = Counter((call.method, call.status) for call in failed)
    newest = {(call.method, call.status): call.at for call in reversed(failed)}
    for (method, status), count in times.items():
        yield {"at": newest[method, status].isoformat(), "method": method, "status": status, "times": count}


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
