"""The people who use the program, and who may act for whom."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from venues.database.models.base import Base, Code, Key, Name, Versioned


class Staff(Versioned, Base):
    """A member of staff or of a partner agency who signs in."""

    __tablename__ = "staff"
    __table_args__ = (
        CheckConstraint(
            "role IN ('practitioner', 'victim_worker', 'coordinator', 'manager', "
            "'board')",
            name="role",
        ),
    )

    id: Mapped[Key]
    login: Mapped[Name] = mapped_column(unique=True)
    name: Mapped[Name]
    ask_for: Mapped[Name] = mapped_column(default="")
    role: Mapped[Code]
    authority_id: Mapped[int | None] = mapped_column(ForeignKey("authority.id"))
    agency: Mapped[Name] = mapped_column(default="")
    work_phone: Mapped[Name] = mapped_column(default="")
    duty_manager: Mapped[bool] = mapped_column(default=False)
    left_on: Mapped[date | None]


class Acting(Base):
    """One member of staff may act for another, for a while."""

    __tablename__ = "acting"
    __table_args__ = (
        CheckConstraint("staff_id <> for_id", name="two_different_people"),
        CheckConstraint("until >= since", name="ends_after_it_starts"),
    )

    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), primary_key=True)
    for_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), primary_key=True)
    since: Mapped[date] = mapped_column(primary_key=True)
    until: Mapped[date | None]
