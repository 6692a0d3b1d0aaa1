"""What workers are told of their bookings that somebody else moved."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, DateTime, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from venues.database.models.base import Base, Key, Stamp


class Notice(Base):
    """A booking was moved, and one of its workers is told: from where, to where.

    The room is the main one, ``made_at`` and ``seen_at`` are UTC. Where it was handed
    over to them, room and time stay the same.
    """

    __tablename__ = "notice"
    __table_args__ = (
        CheckConstraint("was_ends > was_starts", name="was_ends_after_it_starts"),
        CheckConstraint("ends > starts", name="ends_after_it_starts"),
    )

    id: Mapped[Key]
    booking_id: Mapped[int] = mapped_column(ForeignKey("booking.id"), index=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    made_at: Mapped[Stamp]
    made_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    was_room_id: Mapped[int] = mapped_column(ForeignKey("room.id"))
    was_starts: Mapped[datetime]
    was_ends: Mapped[datetime]
    room_id: Mapped[int] = mapped_column(ForeignKey("room.id"))
    starts: Mapped[datetime]
    ends: Mapped[datetime]
    seen_at: Mapped[datetime | None] = mapped_column(DateTime())
