"""The files that come with the program: lists, words and pictures."""

from __future__ import annotations

import csv
from pathlib import Path


def folder() -> Path:
    """Where they lie: beside the packages, in the source as in a packaged program."""
    return Path(__file__).resolve().parent.parent / "resources"


def table(name: str) -> list[dict[str, str]]:
    """The rows of one list, such as "terms" or "sample/rooms", as they are written."""
    with (folder() / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
