"""How the bot gets its updates: it asks, or is pushed."""

from __future__ import annotations

from urllib.parse import urlsplit

from sandbox.model import Webhook
from sandbox.parameters import Parameters
from sandbox.refusals import bad_request, conflict
from sandbox.telegram import Telegram
from sandbox.wire import Json

LONGEST_POLL = 50
NEAR_BY = frozenset({"localhost", "127.0.0.1", "::1"})


async def get_updates(telegram: Telegram, asked: Parameters) -> list[Json]:
    """What waits, from `offset` on; what lies before it is confirmed and forgotten."""
    if telegram.webhook:
        raise conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
        )
    _allow(telegram, asked)
    telegram.updates.confirm(asked.number("offset") or 0)
    limit = min(max(asked.number("limit") or 100, 1), 100)
    seconds = min(max(asked.number("timeout") or 0, 0), LONGEST_POLL)
    return [update.body for update in await telegram.updates.poll(limit, seconds)]


async def set_webhook(telegram: Telegram, asked: Parameters) -> bool:
    """Push from now on. Plain http is accepted on this machine only."""
    url = asked.text("url")
    if not url:
        return await delete_webhook(telegram, asked)
    parts = urlsplit(url)
    if parts.scheme != "https" and parts.hostname not in NEAR_BY:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    _allow(telegram, asked)
    _drop(telegram, asked)
    telegram.webhook = Webhook(url, asked.text("secret_token") or None)
    return True


async def delete_webhook(telegram: Telegram, asked: Parameters) -> bool:
    """Let the bot ask for itself again."""
    _drop(telegram, asked)
    telegram.webhook = None
    return True


async def get_webhook_info(telegram: Telegram, _: Parameters) -> Json:
    """Where updates are pushed to, and how many wait."""
    hook = telegram.webhook
    info: Json = {
        "url": hook.url if hook else "",
        "has_custom_certificate": False,
        "pending_update_count": telegram.updates.waiting,
    }
    if hook and hook.last_error:
        info |= {"last_error_message": hook.last_error, "last_error_date": int(telegram.now().timestamp())}
    return info


def _allow(telegram: Telegram, asked: Parameters) -> None:
    kinds = asked.structure("allowed_updates")
    if kinds is not None:
        telegram.updates.allowed = frozenset(kinds) or None


def _drop(telegram: Telegram, asked: Parameters) -> None:
    if asked.flag("drop_pending_updates"):
        telegram.updates.clear()
