"""The Telegram that counts, by which the benchmark measures: it refuses what the real one would."""

from __future__ import annotations

from collections import Counter

import httpx
import pytest

from tests.bench.report import Report
from tests.bench.strict import BURST, ME, OVERALL, strict


@pytest.mark.asyncio
async def test_it_takes_what_telegram_takes_and_counts_the_rest() -> None:
    async with strict(0) as (telegram, url), httpx.AsyncClient(base_url=url) as client:
        assert (await client.post("/bot1:a/getMe", data={})).json()["result"] == ME
        in_one_chat = [(await client.post("/bot1:a/sendMessage", data={"chat_id": "7"})).status_code for _ in range(5)]
        assert in_one_chat == [200] * BURST + [429] * (5 - BURST)
        photo = {"photo": ("a.png", b"\xff\r\n\r\n")}
        sent = [
            (await client.post("/bot1:a/sendPhoto", data={"chat_id": f"{chat}"}, files=photo)).status_code
            for chat in range(100, 100 + OVERALL)
        ]
        assert Counter(sent) == {200: OVERALL - BURST, 429: BURST}
        assert (telegram.refused, telegram.most_in_a_second) == (5, OVERALL)


@pytest.mark.asyncio
async def test_what_somebody_writes_or_taps_is_there_until_it_is_confirmed() -> None:
    async with strict(0) as (telegram, url), httpx.AsyncClient(base_url=url) as client:
        telegram.write(5, "/hulp")
        telegram.tap(5, "x")
        for offset, count in ((0, 2), (2, 1), (3, 0)):
            asked = await client.post("/bot1:a/getUpdates", data={"offset": f"{offset}"})
            assert len(asked.json()["result"]) == count


def test_a_line_says_its_figure_and_its_bar(capsys: pytest.CaptureFixture[str]) -> None:
    Report().line("a tick", "1.05 ×", "≤ 1.3 ×")
    assert capsys.readouterr().out == "a tick: 1.05 ×   [≤ 1.3 ×]\n"
