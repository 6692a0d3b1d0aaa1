"""When a venue is open, staffed and ours to use, and when it is closed."""

from __future__ import annotations

from datetime import date, datetime, time

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from venues.database.models.base import Base, Code, Key, Name, Versioned


class Hours(Base):
    """A stretch of one weekday (Monday is 0) for one of the three uses.

    ``use`` is open, staffed or usable; ``season`` is always, term or holiday. Without
    a room it holds for the whole venue; a room's own hours replace its venue's.
    """

    __tablename__ = "hours"
    __table_args__ = (
        CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
        CheckConstraint("use IN ('open', 'staffed', 'usable')", name="use"),
        CheckConstraint("season IN ('always', 'term', 'holiday')", name="season"),
        CheckConstraint("closes > opens", name="closes_after_it_opens"),
        CheckConstraint("valid_until >= valid_from", name="valid_forwards"),
    )

    id: Mapped[Key]
    venue_id: Mapped[int] = mapped_column(ForeignKey("venue.id"), index=True)
    room_id: Mapped[int | None] = mapped_column(ForeignKey("room.id"))
    weekday: Mapped[int]
    use: Mapped[Code]
    opens: Mapped[time]
    closes: Mapped[time]
    season: Mapped[Code] = mapped_column(default="always")
    valid_from: Mapped[date | None]
    valid_until: Mapped[date | None]


class Closure(Versioned, Base):
    """A venue or room that cannot be used from one moment to another."""

    __tablename__ = "closure"
    __table_args__ = (
        CheckConstraint("ends > starts", name="ends_after_it_starts"),
        Index("ix_closure_when", "ends", "starts"),
    )

    id: Mapped[Key]
    venue_id: Mapped[int] = mapped_column(ForeignKey("venue.id"))
    room_id: Mapped[int | None] = mapped_column(ForeignKey("room.id"))
    starts: Mapped[datetime]
    ends: Mapped[datetime]
    reason: Mapped[Name]


class BlockHire(Base):
    """A standing agreement: the venue has said yes to this stretch of each week."""

    __tablename__ = "block_hire"
    __table_args__ = (
        CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
        CheckConstraint("closes > opens", name="closes_after_it_opens"),
        CheckConstraint("until >= since", name="ends_after_it_starts"),
    )

    id: Mapped[Key]
    venue_id: Mapped[int] = mapped_column(ForeignKey("venue.id"))
    room_id: Mapped[int | None] = mapped_column(ForeignKey("room.id"))
    weekday: Mapped[int]
    opens: Mapped[time]
    closes: Mapped[time]
    since: Mapped[date]
    until: Mapped[date | None]
    terms: Mapped[str] = mapped_column(default="")
