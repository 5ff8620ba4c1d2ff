"""The peer: what a builder would write first. A job of the library for each youth, made anew from a table at the start.

`python -m tests.bench.jobs TOKEN ADDRESS FILE`; the table is `youth (id, minute)`, the minute of the day.
"""

from __future__ import annotations

import asyncio
import sys
from datetime import time
from typing import Any
from zoneinfo import ZoneInfo

from telegram.ext import Application, CallbackQueryHandler, ContextTypes

from tests.bench import echo


async def ask(context: ContextTypes.DEFAULT_TYPE) -> None:
    """The question of the day."""
    if context.job is not None and context.job.chat_id is not None:
        await context.bot.send_message(context.job.chat_id, "Hoe is 't vandaag?")


async def prepare(application: Application[Any, Any, Any, Any, Any, Any]) -> None:
    """A job for each row."""
    await echo.prepare(application)
    queue, zone = application.job_queue, ZoneInfo("Europe/Brussels")
    if queue is None:
        raise RuntimeError("the library was installed without its jobs")
    for youth, minute in await application.bot_data["database"].execute_fetchall("SELECT id, minute FROM youth"):
        queue.run_daily(ask, time(minute // 60, minute % 60, tzinfo=zone), chat_id=youth, name=str(youth))


def run() -> None:
    """Until it is stopped."""
    asyncio.set_event_loop(asyncio.new_event_loop())
    builder = Application.builder().token(sys.argv[1]).base_url(f"{sys.argv[2]}/bot").post_init(prepare)
    application = builder.concurrent_updates(1).build()
    application.add_handler(CallbackQueryHandler(echo.answer))
    application.run_polling(drop_pending_updates=False)


if __name__ == "__main__":
    run()
