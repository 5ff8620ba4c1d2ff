"""Files between a phone on the page and the sandbox: sent as they are, shown or handed over as they came."""

from __future__ import annotations

import re
from http import HTTPStatus
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sandbox.control import Answer, guarded
from sandbox.model import MediaKind
from sandbox.pictures import is_picture
from sandbox.telegram import Telegram
from sandbox.wishes import SendFile

#: What a bot can fetch from Telegram; larger ones would be sent for nothing.
LARGEST = 20 * 1024 * 1024

#: Pictures and sound are shown, and a paper opens in a tab of its own; any other file is only ever handed over as a
#: download.
SHOWN = frozenset(
    {
        *(f"image/{kind}" for kind in ("png", "jpeg", "webp", "gif")),
        *(f"audio/{kind}" for kind in ("ogg", "mpeg", "mp4", "webm", "wav")),
    }
)

PAPER = "application/pdf"

#: Another site can only send this type after asking, which it will not be allowed.
BYTES = "application/octet-stream"

_RANGE = re.compile(r"bytes=(\d+)-(\d*)")


class PageFiles:
    """The routes by which files come and go."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    def routes(self) -> list[Route]:
        """Where they are fetched, and where they are sent."""
        return [
            Route("/page/files/{file}", self._show),
            Route("/page/people/{person:int}/send", guarded(self._send, only=BYTES), methods=["POST"]),
        ]

    async def _show(self, request: Request) -> Response:
        media = self._telegram.files.find(request.path_params["file"])
        if media is None:
            return Response(status_code=HTTPStatus.NOT_FOUND)
        file = media.file
        if file.mime in SHOWN:
            return _played(file.content, file.mime, request.headers.get("range", ""))
        if file.mime == PAPER:
            return Response(file.content, media_type=PAPER, headers={"Content-Disposition": _inline(file.name)})
        return Response(file.content, media_type=BYTES, headers={"Content-Disposition": "attachment"})

    async def _send(self, request: Request) -> Answer:
        person = self._telegram.accounts.people.get(request.path_params["person"])
        if person is None:
            raise LookupError("nobody has this phone")
        wish = SendFile.model_validate_json(request.query_params.get("wish", ""))
        content = await _content(request)
        if wish.kind is MediaKind.PHOTO and not is_picture(content):
            raise ValueError("no picture that Telegram knows: send it as a file")
        media = self._telegram.files.keep(
            wish.kind, content, name=wish.name, mime=wish.mime, seconds=wish.seconds, emoji=wish.emoji
        )
        sent = self._telegram.send(person, media, wish.caption, reply_to=wish.reply_to, album=wish.album)
        return {"message": sent.id}


async def _content(request: Request) -> bytes:
    content = bytearray()
    async for chunk in request.stream():
        content += chunk
        if len(content) > LARGEST:
            raise ValueError("the file is too large")
    if not content:
        raise ValueError("the file is empty")
    return bytes(content)


def _inline(name: str) -> str:
    """Looked at first; whoever then keeps it gets it under its own name."""
    return f"inline; filename*=UTF-8''{quote(name, safe='')}"


def _played(content: bytes, mime: str, wanted: str) -> Response:
    """All of it, or the part a player asks for when somebody moves to another moment."""
    headers = {"Accept-Ranges": "bytes"}
    asked = _RANGE.fullmatch(wanted)
    if asked is None:
        return Response(content, media_type=mime, headers=headers)
    first, last = int(asked[1]), min(int(asked[2] or LARGEST), len(content) - 1)
    if first > last:
        none = {"Content-Range": f"bytes */{len(content)}"}
        return Response(status_code=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, headers=none)
    headers["Content-Range"] = f"bytes {first}-{last}/{len(content)}"
    part = content[first : last + 1]
    return Response(part, status_code=HTTPStatus.PARTIAL_CONTENT, media_type=mime, headers=headers)
