"""What a fault looks like to a bot that calls over a real connection."""

from __future__ import annotations

import pytest
from starlette.types import Message

from sandbox.api import bot_api
from sandbox.faults import Fault
from tests.sandbox.front import Front, front


async def asked(place: Front, method: str) -> list[Message]:
    """What goes back over the wire until the bot hangs up."""
    answer: list[Message] = []
    arriving: list[Message] = [{"type": "http.request", "body": b"", "more_body": False}, {"type": "http.disconnect"}]

    async def receive() -> Message:
        return arriving.pop(0) if len(arriving) > 1 else arriving[0]

    async def send(message: Message) -> None:
        answer.append(message)

    path = f"/bot{place.telegram.token}/{method}"
    scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": []}
    await bot_api(place.telegram, over_sockets=True)(scope, receive, send)
    return answer


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("fault", "status"), [(None, 200), (Fault.SILENT_BEFORE, None), (Fault.SILENT_AFTER, None), (Fault.DOWN, 502)]
)
async def test_silence_is_silence(fault: Fault | None, status: int | None) -> None:
    async with front() as place:
        if fault:
            place.telegram.faults.switch_on(fault)
        answer = await asked(place, "getMe")
        assert [message.get("status") for message in answer[:1]] == ([status] if status else [])
