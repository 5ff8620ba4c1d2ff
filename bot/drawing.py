"""The process that draws, for bot/pencil.py: a line in, a file out. `python -m bot.drawing`

It ends when there was nothing to draw for a while, or when whoever asks has ended.
"""

from __future__ import annotations

import json
import os
import select
import sys
from typing import IO

from bot.places import kinds_of, places_of
from chat import charts, drawing, papers

# Seconds. Who looks at one picture often looks at another.
STAYS = 60.0

MAKERS = {"picture": charts.draw, "paper": papers.draw}


def work(into: IO[bytes], out: IO[bytes]) -> None:
    """One after another."""
    while select.select([into], [], [], STAYS)[0] and (line := into.readline()):
        try:
            asked = json.loads(line)
            made = MAKERS[asked["as"]](drawing.read(asked["of"]))
            head: dict[str, object] = {"length": len(made)}
        except Exception as error:
            made, head = b"", {"error": " from ".join(kinds_of(error)), "at": " > ".join(places_of(error))}
        out.write(json.dumps(head).encode() + b"\n" + made)
        out.flush()


def main() -> None:
    """What a library would print goes nowhere: our answers go out there."""
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    with os.fdopen(sys.stdin.fileno(), "rb", buffering=0) as into:  # in a buffer something might wait unseen
        work(into, out)


if __name__ == "__main__":
    main()
