"""Files that cannot be used: one sentence each, and not a byte is changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tests import files
from tests.faults import arena, trial
from tests.faults.trial import Trial
from venues.database.session import Database
from venues.errors import CannotOpen


def run(folder: Path, *, seed: int) -> Trial:
    """Try each harm, a lock, a folder and a name that is not there."""
    sound = folder / "sound.db"
    arena.build(sound)
    with trial.timed("files", seed) as made:
        for harm, sentence in files.UNUSABLE.items():
            place = folder / harm.__name__
            place.mkdir()
            path = place / "venues.db"
            path.write_bytes(sound.read_bytes())
            harm(path)
            _try(made, path, sentence.format(path.name))
        inside = folder / files.empty.__name__
        _try(made, inside, f"{inside} is a folder. Name a file in it.")
        missing = folder / "missing.db"
        _try(made, missing, f"There is no database at {missing}.")
        with locked(sound):
            _try(made, sound, "sound.db is locked by another program.")
        made.figures["kinds"] = len(files.UNUSABLE) + 3
    return made


def _try(made: Trial, path: Path, sentence: str) -> None:
    before = files.contents(path.parent)
    try:
        Database.open(path).close()
    except CannotOpen as trouble:
        said = str(trouble)
        made.expect(said.startswith(sentence), f"it said: {said}")
    else:
        made.faults.append(f"{path.name} was opened")
    made.expect(files.contents(path.parent) == before, f"{path.name} was changed")


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Another program keeps the file to itself."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        yield
