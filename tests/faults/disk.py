"""The disk fills up in mid-save: a sentence, nothing lost, and on it goes."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults import arena, trial
from tests.faults.player import Player
from tests.faults.trial import Trial
from venues.database.session import Database
from venues.errors import CannotOpen

SMALL = 1_300_000
"""Bytes of the disk that fills up; an empty database takes a third of it."""

FULL = ("The disk is full, so nothing was saved. ", "The disk could not be read or ")


def run(folder: Path, *, seed: int) -> Trial:
    """Fill a small disk where one can be had, and in any case a limited file."""
    empty = folder / "empty.db"
    arena.build(empty)
    with trial.timed("disk", seed) as made:
        limited = folder / "limited"
        limited.mkdir()
        _fill(made, empty, limited, seed, limit=SMALL // 2)
        with small_disk(folder / "small") as small:
            made.figures["small disk"] = "yes" if small else "could not be had"
            if small:
                _fill(made, empty, small, seed, limit=None)
                _open_on_full(made, small)
    return made


@contextmanager
def small_disk(place: Path) -> Iterator[Path | None]:
    """A disk of a few blocks, in memory; None where this is not allowed."""
    place.mkdir()
    size = f"size={SMALL}"
    try:
        answer = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(place)],
            check=False,
            capture_output=True,
        )
    except OSError:
        yield None
        return
    if answer.returncode:
        yield None
        return
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def _fill(made: Trial, empty: Path, disk: Path, seed: int, limit: int | None) -> None:
    """Book until it is full, then make room and look at what is there."""
    path = Path(shutil.copy(empty, disk / "venues.db"))
    said: dict[int, tuple[int, str]] = {}
    told: list[str] = []
    with Player("writer") as writer:
        writer.tell(str(path), seed, None, limit)
        while (line := writer.hear()) is not None:
            if line[0] == "has":
                said[line[1]] = (line[2], line[3])
            elif line[0] == "told":
                told = line[1:]
    made.expect(told, "it ended without a word")
    made.expect(told[-1].startswith(FULL), f"it said: {told}")
    there = {id_: row[:2] for id_, row in trial.stored(path).items()}
    made.expect(there == said, "what is there is not what was said")
    made.faults += trial.sound(path)
    name = "bookings on a limited file" if limit else "bookings on a small disk"
    made.figures[name] = len(there)


def _open_on_full(made: Trial, disk: Path) -> None:
    """With not a byte left it may not open, but is never called damaged."""
    ballast = disk / "ballast"
    try:
        with ballast.open("wb", buffering=0) as file:
            while True:
                file.write(b"\0" * 512)
    except OSError:
        pass
    try:
        Database.open(disk / "venues.db").close()
    except CannotOpen as trouble:
        made.expect("disk" in str(trouble), f"it said: {trouble}")
    ballast.unlink()
    made.faults += trial.sound(disk / "venues.db")
