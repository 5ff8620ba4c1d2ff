"""A table of figures, each beside its bar: printed as it grows, and written as Markdown."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Report:
    """What was measured so far."""

    rows: list[tuple[str, str, str]] = field(default_factory=list)

    def line(self, what: str, figure: str, bar: str = "") -> None:
        """One more; `bar` is what it is to reach."""
        self.rows.append((what, figure, bar))
        print(f"{what}: {figure}" + (f"   [{bar}]" if bar else ""), flush=True)

    def write(self, path: Path) -> None:
        """As Markdown, with the machine described."""
        machine = f"{os.cpu_count()} cores ({platform.machine()}), Python {platform.python_version()}"
        head = [f"Measured on {machine}, {platform.system()} {platform.release()}.", ""]
        table = ["| what | figure | bar |", "|---|---|---|", *(f"| {' | '.join(row)} |" for row in self.rows)]
        path.write_text("\n".join([*head, *table, ""]))
