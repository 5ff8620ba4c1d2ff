"""The peer: what a builder would write first. A tap is one durable row and one answer, with the library's own loop.

`python -m tests.bench.echo TOKEN ADDRESS FILE`
"""

from __future__ import annotations

import asyncio
import sys

import aiosqlite
from telegram import Update
from telegram.ext import Application, CallbackQueryHandler, ContextTypes


async def answer(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Keep it, then answer."""
    query, database = update.callback_query, context.bot_data["database"]
    if query is None:
        return
    await database.execute("INSERT INTO tap (id, data) VALUES (?, ?)", (update.update_id, query.data))
    await database.commit()
    await query.answer()


async def prepare(application: Application) -> None:  # type: ignore[type-arg]
    """A database that is on disk when it says so."""
    database = await aiosqlite.connect(sys.argv[3])
    for said in ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "CREATE TABLE IF NOT EXISTS tap (id, data)"):
        await database.execute(said)
    application.bot_data["database"] = database


def run() -> None:
    """Until it is stopped."""
    asyncio.set_event_loop(asyncio.new_event_loop())
    builder = Application.builder().token(sys.argv[1]).base_url(f"{sys.argv[2]}/bot").post_init(prepare)
    application = builder.concurrent_updates(1).build()
    application.add_handler(CallbackQueryHandler(answer))
    application.run_polling(drop_pending_updates=False)


if __name__ == "__main__":
    run()
