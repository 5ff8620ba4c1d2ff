"""What Telegram says when it will not do something: its status codes and its own words."""

from __future__ import annotations


class RefusedError(Exception):
    """A call that Telegram refuses; `retry_after` is in seconds."""

    def __init__(self, status: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.retry_after = retry_after


def bad_request(reason: str) -> RefusedError:
    """The call itself is wrong."""
    return RefusedError(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> RefusedError:
    """The bot may not do this to that person."""
    return RefusedError(403, f"Forbidden: {reason}")


def conflict(reason: str) -> RefusedError:
    """Two ways of receiving updates at the same time."""
    return RefusedError(409, f"Conflict: {reason}")


def too_many(seconds: int) -> RefusedError:
    """The bot goes too fast and must wait `seconds`."""
    return RefusedError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


UNAUTHORIZED = RefusedError(401, "Unauthorized")
NOT_FOUND = RefusedError(404, "Not Found")
