"""The checklist, and what each venue and room answered."""

from __future__ import annotations

from datetime import date, time

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from venues.database.models.base import Base, Code, Key, Name, Versioned


class Criterion(Versioned, Base):
    """One question of the checklist, and what each appointment set asks of it.

    The eight columns named after the sets hold M, M2, M3, M*, K, D or a dash.
    """

    __tablename__ = "criterion"
    __table_args__ = (
        CheckConstraint("level IN ('venue', 'room', 'entrance')", name="level"),
    )

    id: Mapped[Key]
    code: Mapped[Code] = mapped_column(unique=True)
    group: Mapped[Name]
    badge: Mapped[Name] = mapped_column(default="")
    level: Mapped[Code]
    words: Mapped[str]
    why: Mapped[str] = mapped_column(default="")
    answers: Mapped[str]
    passes: Mapped[str]
    satisfies_need: Mapped[str] = mapped_column(default="")
    evidence: Mapped[str] = mapped_column(default="")
    ch: Mapped[str] = mapped_column(String(2), default="-")
    fa: Mapped[str] = mapped_column(String(2), default="-")
    gr: Mapped[str] = mapped_column(String(2), default="-")
    pa: Mapped[str] = mapped_column(String(2), default="-")
    vi: Mapped[str] = mapped_column(String(2), default="-")
    rd: Mapped[str] = mapped_column(String(2), default="-")
    rm: Mapped[str] = mapped_column(String(2), default="-")
    st: Mapped[str] = mapped_column(String(2), default="-")
    retired_on: Mapped[date | None]


class Assessment(Versioned, Base):
    """One visit to a venue, or to one of its rooms, with what was found."""

    __tablename__ = "assessment"
    __table_args__ = (
        CheckConstraint("review_by > made_on", name="review_after_it_was_made"),
    )

    id: Mapped[Key]
    venue_id: Mapped[int] = mapped_column(ForeignKey("venue.id"), index=True)
    room_id: Mapped[int | None] = mapped_column(ForeignKey("room.id"))
    made_on: Mapped[date]
    made_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    review_by: Mapped[date]
    carried_from: Mapped[int | None] = mapped_column(ForeignKey("assessment.id"))
    trigger: Mapped[Name] = mapped_column(default="")


class Answer(Base):
    """What was found for one criterion; it may hold for some hours of some days only.

    ``weekdays`` is a sum of 1 for Monday up to 64 for Sunday. A control makes a failed
    answer acceptable until its date, once a manager has accepted it. ``found_on`` is
    the day of the test or check; None is the day of the assessment.
    """

    __tablename__ = "answer"
    __table_args__ = (
        CheckConstraint("weekdays BETWEEN 1 AND 127", name="weekdays"),
        Index(
            "uq_answer_criterion",
            "assessment_id",
            "criterion_id",
            "weekdays",
            "opens",
            text("coalesce(entrance_id, 0)"),
            text("coalesce(waiting_space_id, 0)"),
            unique=True,
        ),
    )

    id: Mapped[Key]
    assessment_id: Mapped[int] = mapped_column(ForeignKey("assessment.id"))
    criterion_id: Mapped[int] = mapped_column(ForeignKey("criterion.id"))
    entrance_id: Mapped[int | None] = mapped_column(ForeignKey("entrance.id"))
    waiting_space_id: Mapped[int | None] = mapped_column(ForeignKey("waiting_space.id"))
    value: Mapped[str]
    evidence: Mapped[str] = mapped_column(default="")
    found_on: Mapped[date | None]
    weekdays: Mapped[int] = mapped_column(default=127)
    opens: Mapped[time] = mapped_column(default=time(0, 0))
    closes: Mapped[time] = mapped_column(default=time(23, 59))
    control: Mapped[str] = mapped_column(default="")
    control_until: Mapped[date | None]
    accepted_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    accepted_on: Mapped[date | None]


class Incident(Versioned, Base):
    """Something that happened at a venue and is not settled until it is closed."""

    __tablename__ = "incident"

    id: Mapped[Key]
    venue_id: Mapped[int] = mapped_column(ForeignKey("venue.id"), index=True)
    room_id: Mapped[int | None] = mapped_column(ForeignKey("room.id"))
    happened_on: Mapped[date]
    words: Mapped[str]
    suspends: Mapped[bool] = mapped_column(default=False)
    recorded_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    closed_on: Mapped[date | None]
    closed_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
