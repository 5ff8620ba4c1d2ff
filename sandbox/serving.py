"""The page over HTTP, for this machine alone."""

from __future__ import annotations

import asyncio
import logging
import signal
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import uvicorn
from starlette.types import ASGIApp

HERE = "127.0.0.1"


def open_door(port: int) -> socket.socket:
    """Listens on this port, or on a free one when it is taken or not ours to use."""
    try:
        return socket.create_server((HERE, port))
    except (OSError, OverflowError):
        return socket.create_server((HERE, 0))


def address(door: socket.socket) -> str:
    """What to type in a browser."""
    return f"http://{HERE}:{door.getsockname()[1]}/"


class Server(uvicorn.Server):
    """Signals are the caller's: it leaves them alone."""

    def __init__(self, app: ASGIApp) -> None:
        super().__init__(
            uvicorn.Config(
                app, log_level="error", log_config=None, lifespan="off", ws="none", timeout_graceful_shutdown=2
            )
        )
        self.answers = asyncio.Event()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """None."""
        yield

    def hang_up(self) -> None:
        """End all open streams, for good: no server of this process keeps one open after this."""
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)  # it calls a stream that is cut off an error
        self.handle_exit(signal.SIGTERM, None)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Says that it answers."""
        await super().startup(sockets)
        self.answers.set()


@asynccontextmanager
async def serving(server: Server, door: socket.socket) -> AsyncIterator[None]:
    """Answers at this door in the meantime."""
    task = asyncio.create_task(server.serve([door]))
    try:
        await server.answers.wait()
        yield
    finally:
        server.should_exit = True
        await task
