"""The parameters of a call: from the address, a form, a multipart form or JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request

from sandbox.refusals import bad_request
from sandbox.uploads import Upload, parts

#: So many messages one call can copy or delete.
MOST_MESSAGES = 100


class Parameters:
    """What came with a call, read by name and kind. A value of the wrong kind raises RefusedError."""

    def __init__(self, values: Mapping[str, Any], uploads: Mapping[str, Upload]) -> None:
        self._values = values
        self.uploads = uploads

    def has(self, name: str) -> bool:
        """Whether it came along, be it empty."""
        return name in self._values

    def text(self, name: str) -> str:
        """A text; empty when it is not there."""
        value = self._values.get(name, "")
        return value if isinstance(value, str) else json.dumps(value)

    def number(self, name: str, default: int | None = None) -> int | None:
        """A whole number."""
        value = self._values.get(name, "")
        if value in ("", None):
            return default
        try:
            return int(value)
        except (TypeError, ValueError):
            raise bad_request(f"wrong parameter {name} in request") from None

    def decimal(self, name: str) -> float:
        """A number that must be there."""
        try:
            return float(self._values[name])
        except (KeyError, TypeError, ValueError):
            raise bad_request(f"wrong parameter {name} in request") from None

    def flag(self, name: str) -> bool:
        """Yes or no; no when it is not there."""
        return str(self._values.get(name, "")).lower() in {"true", "1", "yes", "t"}

    def chat(self, name: str = "chat_id") -> int:
        """The id of a chat. Names of public chats are not known here."""
        if self._values.get(name, "") in ("", None):
            raise bad_request(f"{name} is empty")
        try:
            return int(self._values[name])
        except (TypeError, ValueError):
            raise bad_request("chat not found") from None

    def messages(self, name: str = "message_ids") -> list[int]:
        """The ids of 1 to 100 messages."""
        ids = [int(one) for one in self.structure(name) or ()]
        if not ids:
            raise bad_request("message identifiers are not specified")
        if len(ids) > MOST_MESSAGES:
            raise bad_request("too many message identifiers specified")
        return ids

    def structure(self, name: str) -> Any:
        """An object or list; None when it is not there."""
        value = self._values.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value else None
        except ValueError:
            raise bad_request(f"can't parse {name} JSON object") from None


async def read(request: Request) -> Parameters:
    """All parameters of a request; those in the body win."""
    values: dict[str, Any] = dict(request.query_params)
    uploads: dict[str, Upload] = {}
    body, kind = await request.body(), request.headers.get("content-type", "")
    if kind.startswith("application/json"):
        values |= _object(body)
    elif kind.startswith("multipart/form-data"):
        for name, value in parts(kind, body):
            if isinstance(value, Upload):
                uploads[name] = value
            else:
                values[name] = value
    else:
        values |= dict(parse_qsl(body.decode(errors="replace"), keep_blank_values=True))
    return Parameters(values, uploads)


def _object(body: bytes) -> dict[str, Any]:
    try:
        value = json.loads(body or b"{}")
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise bad_request("can't parse JSON object")
    return value
