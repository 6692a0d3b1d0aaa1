"""What a manager is asked to sign off."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, DateTime, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from venues.database.models.base import Base, Code, Key, Name, Stamp, Versioned


class SignOff(Versioned, Base):
    """Somebody asks a manager for a booking that the rules do not let them make.

    ``asked`` is the booking as data, with case ids and never a reference.
    ``booking_id`` is the one that is there already, or that was made of it. ``passed``
    are the rules that a yes is good for, at that room and time only, and by a mark each
    what kept people apart then.
    """

    __tablename__ = "sign_off"
    __table_args__ = (
        CheckConstraint("state IN ('open', 'yes', 'no', 'withdrawn')", name="state"),
        CheckConstraint("ends > starts", name="ends_after_it_starts"),
    )

    id: Mapped[Key]
    asked_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    made_at: Mapped[Stamp]
    booking_id: Mapped[int | None] = mapped_column(ForeignKey("booking.id"), index=True)
    room_id: Mapped[int] = mapped_column(ForeignKey("room.id"))
    starts: Mapped[datetime]
    ends: Mapped[datetime]
    asked: Mapped[dict[str, Any]] = mapped_column(default=dict)
    why: Mapped[str] = mapped_column(default="")
    code: Mapped[Code | None]
    state: Mapped[Code] = mapped_column(default="open")
    passed: Mapped[list[str]] = mapped_column(default=list)
    reason: Mapped[str] = mapped_column(default="")
    note_reference: Mapped[Name] = mapped_column(default="")
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    decided_at: Mapped[datetime | None] = mapped_column(DateTime())
