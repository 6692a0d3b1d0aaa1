"""The databases measured on: made once, the same from the same seed."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from venues.database.session import Database
from venues.services import sample

SEED = 1
TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 10)
LOGIN = "practitioner.04"


def made(folder: Path, size: str) -> Path:
    """The database of that size, filled if it is not there yet."""
    path = folder / f"{size}.sqlite"
    if not path.exists():
        print(f"Making {size} (once) …", flush=True)
        draft = folder / f"{size}.new.sqlite"
        for end in ("", "-wal", "-shm"):
            Path(f"{draft}{end}").unlink(missing_ok=True)
        database = Database.open(draft, create=True)
        sample.fill(database, size=size, seed=SEED, today=TODAY)  # type: ignore[arg-type]
        database.close()
        draft.rename(path)
    return path
