"""``sample``, ``check``, ``backup``, ``backups``, ``restore`` and ``retain``."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from venues import private
from venues.commands.desk import Desk
from venues.database.session import Database
from venues.domain import words
from venues.errors import VenuesError
from venues.services import (
    backups,
    checks,
    daily_backups,
    releasing,
    restoring,
    retention,
    sample,
    starting,
)


def fill(desk: Desk) -> int:
    """Fill an empty database with sample data; another is refused."""
    if desk.options.remove:
        return _remove_sample(desk)
    place = desk.place
    if not desk.options.data:
        private.make_folder(desk.path.parent)
    database = Database.open(place, create=True)
    try:
        summary = sample.fill(
            database,
            size=desk.options.size,
            seed=desk.options.seed,
            today=desk.now.date(),
        )
    finally:
        database.close()
    facts = asdict(summary)
    desk.answer(
        facts,
        [
            (
                f"{place.name} now holds {summary.venues} venues, "
                f"{summary.rooms} rooms, {summary.staff} staff, "
                f"{summary.cases} cases and {summary.bookings} bookings "
                f"from {words.day(summary.first_day)} to "
                f"{words.day(summary.last_day)}. All of it is invented."
            )
        ],
    )
    return 0


def _remove_sample(desk: Desk) -> int:
    kept = starting.without_sample(desk.path, now=desk.now)
    said = f"The sample data of {desk.path.name} was removed."
    if kept is not None:
        said += f" It is kept as {kept.name}."
    desk.answer({"removed": True, "kept": str(kept) if kept else None}, [said])
    return 0


def check(desk: Desk) -> int:
    """Say whether the database is sound."""
    database = desk.open()
    try:
        report = checks.check(database, now=desk.now)
    finally:
        database.close()
    desk.answer(
        {
            "ok": report.ok,
            "problems": list(report.problems),
            "counted": report.counted,
        },
        ["The database is sound." if report.ok else "The database needs attention."],
    )
    if not report.ok:
        desk.complain(" ".join(report.problems))
    return 0 if report.ok else 1


def back_up(desk: Desk) -> int:
    """Write a checked copy: where it is said, or among the daily ones."""
    target = desk.options.to or desk.options.file
    database = desk.open()
    try:
        if target:
            copy = backups.back_up(database, Path(target))
        else:
            copy = daily_backups.make(database, desk.now)
    finally:
        database.close()
    desk.answer({"backup": str(copy)}, [f"Backed up and read back: {copy}."])
    return 0


def list_backups(desk: Desk) -> int:
    """The copies that the program kept, newest first, and whether each is sound."""
    copies = daily_backups.every(desk.path)
    rows = [_about(copy) for copy in copies]
    lines = [
        f"{words.short_day(copy.made)} {words.clock(copy.made, column=True)}  "
        f"{copy.what}: {row['holds'] or row['trouble']}  {copy.path}"
        for copy, row in zip(copies, rows, strict=True)
    ]
    none = f"There are no backups of {desk.path.name} beside it yet."
    desk.answer({"backups": rows}, lines or [none])
    return 0


def _about(copy: daily_backups.Copy) -> dict[str, object]:
    facts: dict[str, object] = {
        "file": str(copy.path),
        "what": copy.what,
        "made": copy.made,
        "size": copy.size,
        "bookings": None,
        "newest": None,
        "holds": "",
        "trouble": "",
    }
    try:
        info = backups.inspect(copy.path)
    except VenuesError as trouble:
        return facts | {"trouble": str(trouble)}
    held = words.count(info.bookings, "booking")
    return facts | {"bookings": info.bookings, "newest": info.newest, "holds": held}


def restore(desk: Desk) -> int:
    """Put a checked copy in the place of the database, which is kept beside it."""
    done = restoring.restore(desk.path, Path(desk.options.file), now=desk.now)
    kept = done.kept
    desk.answer(
        {"restored": str(desk.path), "kept": str(kept) if kept else None},
        [
            f"Restored {desk.path.name}."
            + (f" What was there before is kept as {kept.name}." if kept else ""),
            *([done.cleared] if done.cleared else []),
        ],
    )
    return 0


def retain(desk: Desk) -> int:
    """Let go of what is kept no longer, once a day; for whoever plans tasks."""
    database = desk.open()
    try:
        cleared = retention.run(database, desk.now)  # tells a clock that is wrong
        released = releasing.release(database, desk.now)
    finally:
        database.close()
    facts: dict[str, Any] = {"done": cleared is not None, "released": released}
    lines = [cleared.words if cleared else "That was done already today."]
    if released:
        lines.append(f"{words.count(released, 'provisional booking')} released.")
    desk.answer(facts | (asdict(cleared) if cleared else {}), lines)
    return 0
