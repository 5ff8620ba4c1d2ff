"""A sentence that is said, typed and kept everywhere is in no log, no traceback and no file."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from sandbox.network import TOKEN
from store.sealed import Sealed
from store.tables import Base
from tests.bot.process import HOME
from tests.fuzz.canary import CANARY

# Sealed, but nothing of the sentence stays there: handled or known by then, a day, a mark of what a message shows.
NOT_THERE = {"inbox.payload", "trajectory.birthday", "digest.shown"}
SEALED = {
    column.type.place
    for table in Base.metadata.tables.values()
    for column in table.c
    if isinstance(column.type, Sealed)
}


@pytest.mark.parametrize(
    ("form", "every"), [("json", 14), pytest.param("console", 1, marks=pytest.mark.fault)], ids=["some", "each"]
)
def test_the_sentence_is_nowhere(form: str, every: int) -> None:
    ended = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-m", "tests.fuzz.canary", form, str(every)],
        cwd=HOME,
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    found = json.loads(ended.stdout)
    assert set(found["kept"]) == SEALED - NOT_THERE
    assert found["legible"] == []
    said = ended.stderr
    assert "update failed" in said
    assert "not caught" in said
    assert [word for word in (*CANARY.split(), TOKEN, CANARY.encode().hex()) if word in said] == []
