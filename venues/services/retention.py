"""What is kept no longer goes, once a day: references, links that ended, the past.

It has no undo. What is left of it is a number of each, and the day.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import past
from venues.database.forgetting import Forgetting
from venues.database.models import Retention
from venues.database.session import Database
from venues.domain import clocks
from venues.domain.keeping import Limits
from venues.domain.numbers import Numbers
from venues.domain.words import count, listing
from venues.domain.words import day as day_words
from venues.errors import Clash, NotAllowed
from venues.services import kept_copies, settings

SLACK = timedelta(minutes=10)
"""How far the clocks of two PCs may be apart."""

SHOWN = 5
"""How many days are told of."""


@dataclass(frozen=True, slots=True)
class Cleared:
    """What went on a day; ``left`` are copies that could not be seen to."""

    day: date
    references: int = 0
    links: int = 0
    notes: int = 0
    past: int = 0
    cleaned: int = 0
    deleted: int = 0
    left: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The day and what went: "3 references and 1 link"."""
        parts = [
            count(self.references, "reference"),
            count(self.links, "link that ended", "links that ended"),
            count(self.notes, "note"),
            count(self.past, "old row of history", "old rows of history"),
            count(self.deleted, "old copy", "old copies"),
        ]
        went = [part for part in parts if not part.startswith("0 ")]
        said = f"{listing(went)} removed" if went else "Nothing had to go"
        if self.left:
            said += f". {listing(list(self.left))} could not be opened: delete it"
        return f"{day_words(self.day)}: {said}."


def run(
    database: Database, now: datetime, copies: Collection[Path] = ()
) -> Cleared | None:
    """Let go of all that is due, in the database and in its copies.

    ``copies`` are backups that somebody put elsewhere. Returns None if that was done
    already today; ``now`` is local time.

    Raises:
        NotAllowed: this PC's clock is behind what was written down last, or it is for
            whoever looks after a shared database.
        Busy, CannotOpen: the database cannot be written to now.
    """
    today, instant = now.date(), clocks.to_utc(now).replace(tzinfo=None)
    with database.read() as session:
        if sentence := wrong_clock(session, now):
            raise NotAllowed(sentence)
        if session.get(Retention, today) is not None:
            return None
        limits = limits_of(settings.read(session))
    around: dict[str, object] = {}
    if database.path is not None:  # the copies of a server are its keeper's
        around = kept_copies.clean(database.path, copies, limits, today, instant)
    try:
        with database.write(as_owner=True) as session:
            work = Forgetting(session, limits, today, instant)
            gone = work.everything() | around
            session.add(Retention(day=today, removed=gone))
    except Clash:  # another copy of the program was quicker
        return None
    cleared = _told(today, gone)
    if any((cleared.references, cleared.links, cleared.notes, cleared.past)):
        database.compact()
    return cleared


def latest(session: Session) -> tuple[Cleared, ...]:
    """The last days on which something went, and the last one at all; newest first."""
    rows = session.execute(
        select(Retention.day, Retention.removed).order_by(Retention.day.desc())
    ).all()
    told = [_told(day, removed) for day, removed in rows]
    some = [each for each in told[1:] if each != Cleared(each.day)]
    return tuple(told[:1] + some[: SHOWN - 1])


def limits_of(numbers: Numbers) -> Limits:
    """The numbers of months, as they are set."""
    return Limits(
        references=numbers.reference_months,
        links=numbers.ended_months,
        past=numbers.history_months,
    )


def wrong_clock(session: Session, now: datetime) -> str:
    """Why this PC's clock cannot be right, if something was written down later."""
    instant = clocks.to_utc(now).replace(tzinfo=None)
    newest = past.newest_stamp(session)
    if newest is None or newest <= instant + SLACK:
        return ""
    return (
        f"This PC's clock says {day_words(now)}, but something was saved here on "
        f"{day_words(clocks.to_local(newest))}. Nothing was removed. Set the clock "
        "right, then start Venues again."
    )


def _told(day: date, removed: dict[str, object]) -> Cleared:
    known = {
        name: value
        for name, value in removed.items()
        if name in Cleared.__dataclass_fields__
    }
    left = known.pop("left", ())
    names = tuple(str(each) for each in left) if isinstance(left, list | tuple) else ()
    return Cleared(day, **known, left=names)  # type: ignore[arg-type]
