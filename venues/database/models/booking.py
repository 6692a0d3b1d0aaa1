"""Bookings, the rooms and people in them, and the holds that keep rooms theirs."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, DateTime, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from venues.database.models.base import (
    Base,
    Code,
    Exchange,
    Key,
    Name,
    Stamp,
    Versioned,
)

LONGEST_HOLD = 24
"""Hours no hold exceeds, so that a search need look back no further."""


class AppointmentType(Versioned, Base):
    """A kind of appointment; lengths in minutes, ``people`` the usual number."""

    __tablename__ = "appointment_type"
    __table_args__ = (
        CheckConstraint("minutes > 0", name="lasts"),
        CheckConstraint("longest >= shortest", name="range"),
        CheckConstraint("people >= 0", name="people_not_negative"),
        CheckConstraint("set_up >= 0 AND clear_down >= 0", name="set_up_not_negative"),
    )

    id: Mapped[Key]
    code: Mapped[Code] = mapped_column(unique=True)
    label: Mapped[Name]
    set: Mapped[Code]
    minutes: Mapped[int]
    shortest: Mapped[int]
    longest: Mapped[int]
    people: Mapped[int]
    set_up: Mapped[int] = mapped_column(default=0)
    clear_down: Mapped[int] = mapped_column(default=0)
    workers: Mapped[int] = mapped_column(default=1)
    layout: Mapped[Code | None]
    extra: Mapped[str] = mapped_column(default="")
    demands: Mapped[str] = mapped_column(default="")
    active: Mapped[bool] = mapped_column(default=True)


class Series(Versioned, Base):
    """A repeating booking: its rule in words; its bookings are ordinary bookings."""

    __tablename__ = "series"

    id: Mapped[Key]
    uuid: Mapped[Exchange]
    rule: Mapped[str]
    words: Mapped[str]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("series.id"))
    made_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    made_at: Mapped[Stamp]


class Booking(Versioned, Base):
    """An appointment in one or more rooms.

    ``travel`` is metres in a straight line; ``made_at`` is UTC; ``sequence`` counts the
    changes a calendar must hear of.
    """

    __tablename__ = "booking"
    __table_args__ = (
        CheckConstraint("ends > starts", name="ends_after_it_starts"),
        CheckConstraint("people > 0", name="somebody_comes"),
        CheckConstraint(
            "status IN ('provisional', 'confirmed', 'cancelled', 'declined')",
            name="status",
        ),
        CheckConstraint(
            "audience IN ('child', 'victim', 'family', 'staff')", name="audience"
        ),
        CheckConstraint(
            "venue_answer IN ('not needed', 'to ask', 'asked', 'yes', 'no')",
            name="venue_answer",
        ),
        Index("ix_booking_starts", "starts", "ends"),
    )

    id: Mapped[Key]
    uuid: Mapped[Exchange]
    reference: Mapped[Code] = mapped_column(unique=True)
    type_id: Mapped[int] = mapped_column(ForeignKey("appointment_type.id"))
    audience: Mapped[Code]
    authority_id: Mapped[int] = mapped_column(ForeignKey("authority.id"))
    status: Mapped[Code]
    starts: Mapped[datetime]
    ends: Mapped[datetime]
    people: Mapped[int]
    needs: Mapped[list[str]] = mapped_column(default=list)
    note: Mapped[str] = mapped_column(default="")
    arrival: Mapped[str] = mapped_column(default="")
    police_representative: Mapped[Name] = mapped_column(default="")
    venue_answer: Mapped[Code] = mapped_column(default="not needed")
    asked_on: Mapped[date | None]
    answered_on: Mapped[date | None]
    answered_by: Mapped[Name] = mapped_column(default="")
    venue_reference: Mapped[Name] = mapped_column(default="")
    cost: Mapped[int | None]
    travel: Mapped[int | None]
    venues_offered: Mapped[int | None]
    person_chose: Mapped[bool] = mapped_column(default=False)
    due_by: Mapped[date | None]
    order_on: Mapped[date | None]
    both_agreed: Mapped[bool | None]
    lone_plan: Mapped[bool | None]
    outcome: Mapped[Code] = mapped_column(default="")
    cancel_reason: Mapped[str] = mapped_column(default="")
    made_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    made_at: Mapped[Stamp]
    series_id: Mapped[int | None] = mapped_column(ForeignKey("series.id"), index=True)
    sequence: Mapped[int] = mapped_column(default=0)


class BookingRoom(Base):
    """A room of a booking, and what it is for."""

    __tablename__ = "booking_room"
    __table_args__ = (
        UniqueConstraint("booking_id", "room_id"),
        CheckConstraint("role IN ('main', 'break-out', 'waiting')", name="role"),
        Index("ix_booking_room_room_id", "room_id", "booking_id"),
    )

    id: Mapped[Key]
    booking_id: Mapped[int] = mapped_column(ForeignKey("booking.id"))
    room_id: Mapped[int] = mapped_column(ForeignKey("room.id"))
    role: Mapped[Code] = mapped_column(default="main")
    layout: Mapped[Code | None]


class Offer(Base):
    """A freed room held for somebody who was waiting, until it expires."""

    __tablename__ = "offer"
    __table_args__ = (
        CheckConstraint(
            "state IN ('open', 'taken', 'let go', 'expired')", name="state"
        ),
        CheckConstraint("ends > starts", name="ends_after_it_starts"),
    )

    id: Mapped[Key]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    room_id: Mapped[int] = mapped_column(ForeignKey("room.id"))
    starts: Mapped[datetime]
    ends: Mapped[datetime]
    expires: Mapped[datetime]
    state: Mapped[Code] = mapped_column(default="open")


class Hold(Base):
    """A space that is taken: derived from a live booking's rooms, or from an offer.

    ``[starts - set-up, ends + max(clear-down, turnaround))``. A cancelled booking has
    none. No two rows of one space overlap: the database itself sees to it.
    """

    __tablename__ = "hold"
    __table_args__ = (
        CheckConstraint("ends > starts", name="ends_after_it_starts"),
        CheckConstraint(
            f"ends <= strftime('%Y-%m-%d %H:%M', starts, '+{LONGEST_HOLD} hours')",
            name="not_too_long",
        ).ddl_if(dialect="sqlite"),
        CheckConstraint(
            "starts IS strftime('%Y-%m-%d %H:%M', starts) "
            "AND ends IS strftime('%Y-%m-%d %H:%M', ends)",
            name="whole_minutes",  # other words would pass unseen by the trigger
        ).ddl_if(dialect="sqlite"),
        CheckConstraint(
            f"ends <= starts + interval '{LONGEST_HOLD} hours'", name="not_too_long_pg"
        ).ddl_if(dialect="postgresql"),
        CheckConstraint(
            "starts = date_trunc('minute', starts) "
            "AND ends = date_trunc('minute', ends)",
            name="whole_minutes_pg",
        ).ddl_if(dialect="postgresql"),
        CheckConstraint(
            "(booking_id IS NULL) <> (offer_id IS NULL)", name="for_one_thing"
        ),
        Index("ix_hold_space", "space_id", "starts", "ends", "booking_id"),
        Index("ix_hold_time", "starts", "ends", "space_id", "booking_id"),
        Index("ix_hold_booking_id", "booking_id"),
    )

    id: Mapped[Key]
    space_id: Mapped[int] = mapped_column(ForeignKey("space.id"))
    starts: Mapped[datetime]
    ends: Mapped[datetime]
    booking_id: Mapped[int | None] = mapped_column(ForeignKey("booking.id"))
    offer_id: Mapped[int | None] = mapped_column(ForeignKey("offer.id"))


class Attendance(Base):
    """A case in a booking."""

    __tablename__ = "attendance"

    booking_id: Mapped[int] = mapped_column(ForeignKey("booking.id"), primary_key=True)
    case_id: Mapped[int] = mapped_column(
        ForeignKey("case.id"), primary_key=True, index=True
    )
    outcome: Mapped[Code] = mapped_column(default="")


class Worker(Base):
    """A member of staff in a booking, or an agency that sends somebody."""

    __tablename__ = "worker"
    __table_args__ = (
        CheckConstraint(
            "(staff_id IS NULL) <> (agency IS NULL)", name="person_or_agency"
        ),
        UniqueConstraint("booking_id", "staff_id"),
        Index("ix_worker_staff_id", "staff_id", "booking_id"),
    )

    id: Mapped[Key]
    booking_id: Mapped[int] = mapped_column(ForeignKey("booking.id"))
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    agency: Mapped[Name | None]
    part: Mapped[Code] = mapped_column(default="lead")
    planned: Mapped[bool] = mapped_column(default=True)
    attended: Mapped[bool | None]


class Condition(Base):
    """Something that must still happen before a booking is confirmed."""

    __tablename__ = "condition"
    __table_args__ = (
        UniqueConstraint("booking_id", "kind"),
        CheckConstraint(
            "kind IN ('police', 'quorum', 'sign-off', 'case', 'reference')",
            name="kind",
        ),
    )

    id: Mapped[Key]
    booking_id: Mapped[int] = mapped_column(ForeignKey("booking.id"))
    kind: Mapped[Code]
    due: Mapped[date | None]
    met_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    met_at: Mapped[datetime | None] = mapped_column(DateTime())


class Override(Base):
    """A rule that was passed with a reason, for one booking only.

    ``kind`` is accepted (a warning, ticked), adjustment (a need met another way) or
    override (a manager's).
    """

    __tablename__ = "override"
    __table_args__ = (
        CheckConstraint("kind IN ('accepted', 'adjustment', 'override')", name="kind"),
        Index("ix_override_booking_id", "booking_id"),
    )

    id: Mapped[Key]
    booking_id: Mapped[int] = mapped_column(ForeignKey("booking.id"))
    rule: Mapped[Code]
    kind: Mapped[Code]
    reason: Mapped[str]
    note_reference: Mapped[Name] = mapped_column(default="")
    by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[Stamp]


class SeriesDate(Base):
    """What became of one date of a series."""

    __tablename__ = "series_date"
    __table_args__ = (
        UniqueConstraint("series_id", "day"),
        CheckConstraint(
            "outcome IN ('booked', 'other room', 'left out')", name="outcome"
        ),
    )

    id: Mapped[Key]
    series_id: Mapped[int] = mapped_column(ForeignKey("series.id"))
    day: Mapped[date]
    outcome: Mapped[Code]
    why: Mapped[str] = mapped_column(default="")
    for_a_person: Mapped[bool] = mapped_column(default=False)
    booking_id: Mapped[int | None] = mapped_column(ForeignKey("booking.id"))


class Outing(Base):
    """A worker out alone: where, until when, and who waits to hear from them.

    ``rung_at`` and ``rung_by`` say who rang last because nobody had checked out.
    """

    __tablename__ = "outing"
    __table_args__ = (
        CheckConstraint("ends > starts", name="ends_after_it_starts"),
        CheckConstraint("buddy_id <> staff_id", name="buddy_is_somebody_else"),
        Index("ix_outing_starts", "starts", "ends"),
    )

    id: Mapped[Key]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    booking_id: Mapped[int | None] = mapped_column(ForeignKey("booking.id"), index=True)
    place: Mapped[str] = mapped_column(default="")
    starts: Mapped[datetime]
    ends: Mapped[datetime]
    check_out: Mapped[datetime]
    buddy_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    checked_in: Mapped[datetime | None]
    checked_out: Mapped[datetime | None]
    rung_at: Mapped[datetime | None]
    rung_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))


class Request(Base):
    """Somebody asks for a room that another booking holds."""

    __tablename__ = "request"
    __table_args__ = (
        CheckConstraint(
            "state IN ('open', 'asked', 'yes', 'no', 'withdrawn')", name="state"
        ),
        CheckConstraint("ends > starts", name="ends_after_it_starts"),
    )

    id: Mapped[Key]
    asked_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    booking_id: Mapped[int] = mapped_column(ForeignKey("booking.id"))
    room_id: Mapped[int] = mapped_column(ForeignKey("room.id"))
    starts: Mapped[datetime]
    ends: Mapped[datetime]
    state: Mapped[Code] = mapped_column(default="open")
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    made_at: Mapped[Stamp]


class Review(Base):
    """A booking that a later change touched, for a person to decide.

    ``words`` say what is the matter; where it is about somebody they are empty, and
    ``grounds`` is a mark of what lies behind it, by which a new reason is told from one
    that was decided on. ``told_at`` is when its worker was told, with the ``code``;
    ``gone_at`` when the cause went away. Both stamps are UTC.
    """

    __tablename__ = "review"
    __table_args__ = (UniqueConstraint("booking_id", "cause"),)

    id: Mapped[Key]
    booking_id: Mapped[int] = mapped_column(ForeignKey("booking.id"))
    cause: Mapped[Name]
    words: Mapped[str] = mapped_column(default="")
    for_a_person: Mapped[bool] = mapped_column(default=False)
    raised_at: Mapped[Stamp]
    resolved_at: Mapped[datetime | None] = mapped_column(DateTime())
    resolved_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    how: Mapped[str] = mapped_column(default="")
    grounds: Mapped[str | None]
    told_at: Mapped[datetime | None] = mapped_column(DateTime())
    code: Mapped[Code | None]
    gone_at: Mapped[datetime | None] = mapped_column(DateTime())
