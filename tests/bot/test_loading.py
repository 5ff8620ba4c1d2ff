"""What a start loads: each module makes it later, and stays in memory."""

from __future__ import annotations

import subprocess
import sys

from tests.bot.process import HOME, PATIENCE

HEAVY = (
    *("matplotlib", "numpy", "fpdf", "fontTools", "PIL"),  # for who draws
    *("alembic", "starlette", "uvicorn"),  # to bring tables up to date, for a webhook
    "sqlalchemy.dialects.postgresql",  # every driver it knows of
)


def test_what_most_starts_do_not_need_is_not_loaded() -> None:
    asked = f"import sys, bot.application, bot.__main__; print(set({HEAVY}) & sys.modules.keys() or 'nothing')"
    said = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", asked], cwd=HOME, capture_output=True, text=True, timeout=PATIENCE, check=True
    )
    assert said.stdout == "nothing\n"
