"""The locks are what the project asks for, with hashes, and name no address."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

HOUSE = Path(__file__).parent.parent
PROJECT = tomllib.loads((HOUSE / "pyproject.toml").read_text())
GROUPS = PROJECT["dependency-groups"]
ASKED = {
    "requirements.lock": [*PROJECT["project"]["dependencies"], *GROUPS["build"]],
    "requirements-dev.lock": [*PROJECT["project"]["dependencies"], *GROUPS["build"], *GROUPS["dev"]],
}
ROOMS = {"bot", "handlers", "scheduler", "chat", "programme", "store", "locales", "sandbox"}
PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^ ;\\]+)", flags=re.MULTILINE)


def pins(lock: str) -> dict[str, set[Version]]:
    """Each locked package, and its versions (there may be one for each Python)."""
    found: dict[str, set[Version]] = {}
    for name, version in PIN.findall((HOUSE / lock).read_text()):
        found.setdefault(canonicalize_name(name), set()).add(Version(version))
    return found


@pytest.mark.parametrize("lock", ASKED)
def test_a_lock_has_all_that_is_asked_for(lock: str) -> None:
    locked = pins(lock)
    for text in ASKED[lock]:
        asked = Requirement(text)
        versions = locked.get(canonicalize_name(asked.name), set())
        assert versions, f"{asked.name} is not in {lock}: run `make lock`"
        assert all(version in asked.specifier for version in versions), f"{asked.name} is stale: run `make lock`"


@pytest.mark.parametrize("lock", ASKED)
def test_a_lock_has_nothing_that_nobody_asked_for(lock: str) -> None:
    """Every entry says through what it came; one straight from the project is one that the project still asks for."""
    asked = {canonicalize_name(Requirement(text).name) for text in ASKED[lock]}
    entries = re.split(r"\n(?=[A-Za-z0-9])", (HOUSE / lock).read_text())
    ours = {canonicalize_name(m[1]) for entry in entries if (m := PIN.match(entry)) and "pyproject.toml" in entry}
    assert ours == asked


@pytest.mark.parametrize("lock", ASKED)
def test_every_pin_has_its_hashes_and_no_address(lock: str) -> None:
    text = (HOUSE / lock).read_text()
    entries = [entry for entry in re.split(r"\n(?=[A-Za-z0-9])", text) if PIN.match(entry)]
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in text


def test_both_locks_agree() -> None:
    dev = pins("requirements-dev.lock")
    assert all(dev[name] == versions for name, versions in pins("requirements.lock").items())


@pytest.mark.parametrize("lock", ASKED)
def test_no_package_is_called_like_a_room(lock: str) -> None:
    assert not ROOMS & set(pins(lock))
