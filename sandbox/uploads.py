"""multipart/form-data, as far as bots send it; Starlette's own reader would need one more package."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message as Headers
from email.parser import HeaderParser


@dataclass(frozen=True, slots=True)
class Upload:
    """A file in a request."""

    name: str
    mime: str
    content: bytes = field(repr=False)


def parts(content_type: str, body: bytes) -> Iterator[tuple[str, Upload | str]]:
    """Field names with their text or file."""
    boundary = b"--" + _parameter(content_type, "boundary").encode()
    for part in (b"\r\n" + body).split(b"\r\n" + boundary)[1:]:
        if part.startswith(b"--"):
            return
        head, _, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        yield _part(HeaderParser().parsestr(head.decode(errors="replace")), content)


def _part(headers: Headers, content: bytes) -> tuple[str, Upload | str]:
    about = headers.get("Content-Disposition", "")
    field_name, file_name = _parameter(about, "name"), _parameter(about, "filename")
    if not file_name:
        return field_name, content.decode()
    return field_name, Upload(file_name, headers.get_content_type(), content)


def _parameter(value: str, name: str) -> str:
    header = Headers()
    header["Content-Disposition"] = value
    found = header.get_param(name, "", header="Content-Disposition")
    return found if isinstance(found, str) else found[2]
