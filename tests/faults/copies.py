"""Backups while somebody writes, restoring them, and backups that are no good."""
# ruff: noqa: S311 - dice, not secrets

from __future__ import annotations

import random
from pathlib import Path

from tests import files
from tests.faults import arena, trial
from tests.faults.player import Player
from tests.faults.trial import Trial
from venues.database.session import Database
from venues.errors import VenuesError
from venues.services import backups

COPIES = 20


def run(folder: Path, *, seed: int, copies: int = COPIES) -> Trial:
    """Back up between bookings of a program that never stops, then restore."""
    path = folder / "copies.db"
    arena.build(path)
    dice = random.Random(seed)
    with trial.timed("backups", seed) as made:
        made.figures["backups"] = copies
        with Player("writer") as writer:
            writer.tell(str(path), seed, None, None)
            last = _back_up(made, writer, path, copies, dice)
            writer.process.kill()
        _restore(made, path, last)
        _refuse(made, path, last)
    return made


def _back_up(
    made: Trial, writer: Player, path: Path, copies: int, dice: random.Random
) -> Path:
    """Each copy holds all that was said before it, and nothing by half."""
    database = Database.open(path)
    said: set[int] = set()
    sizes = []
    backup = path.with_name("backup.db")
    for _ in range(copies):
        for _ in range(dice.randrange(1, 6)):
            said.add(writer.hear()[1])
        backups.back_up(database, backup)
        there = trial.stored(backup).keys()
        made.expect(said <= there, "a backup misses what was saved before it")
        made.faults += trial.sound(backup)
        sizes.append(len(there))
    database.close()
    made.figures["bookings in the last"] = sizes[-1]
    return backup


def _restore(made: Trial, path: Path, backup: Path) -> None:
    lost = files.dump(path)
    kept = backups.restore(path, backup, now=arena.NOW)
    made.expect(files.dump(path) == files.dump(backup), "restored is not backed up")
    made.expect(kept and files.dump(kept) == lost, "the present one was not kept")
    made.faults += trial.sound(path)


def _refuse(made: Trial, path: Path, backup: Path) -> None:
    before = path.read_bytes()
    harms = [*files.UNUSABLE, files.spoil_rows, files.strip, files.disown]
    for harm in harms:
        bad = path.with_name("bad.db")
        bad.write_bytes(backup.read_bytes())
        harm(bad)
        try:
            backups.restore(path, bad, now=arena.NOW)
        except VenuesError:
            made.expect(path.read_bytes() == before, f"{harm.__name__} changed it")
        else:
            made.faults.append(f"a backup after {harm.__name__} was restored")
    made.figures["damaged backups refused"] = len(harms)
