"""Case references, whose list they are on, and whom they are kept from."""

from __future__ import annotations

from datetime import date, time

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from venues.database.models.base import Base, Code, Exchange, Key, Name, Versioned


class Case(Versioned, Base):
    """A child or a victim, by reference only: never a name, address or date of birth.

    ``sector`` is a postcode sector at most ("WA2 9"). The reference is taken off the
    row when its time is over, which takes it off everything else.
    """

    __tablename__ = "case"
    __table_args__ = (CheckConstraint("kind IN ('child', 'victim')", name="kind"),)

    id: Mapped[Key]
    uuid: Mapped[Exchange]
    reference: Mapped[str | None] = mapped_column(String(24), unique=True)
    kind: Mapped[Code]
    authority_id: Mapped[int | None] = mapped_column(ForeignKey("authority.id"))
    sector: Mapped[str] = mapped_column(String(6), default="")
    needs: Mapped[list[str]] = mapped_column(default=list)
    two_workers: Mapped[bool] = mapped_column(default=False)
    in_education: Mapped[bool] = mapped_column(default=True)
    confirmed: Mapped[bool] = mapped_column(default=False)
    confirmed_on: Mapped[date | None]
    confirmed_by_role: Mapped[Code] = mapped_column(default="")
    ends_on: Mapped[date | None]
    on_hold: Mapped[bool] = mapped_column(default=False)
    hold_until: Mapped[date | None]
    held_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    merged_into: Mapped[int | None] = mapped_column(ForeignKey("case.id"))


class CaseStaff(Base):
    """A case on somebody's list."""

    __tablename__ = "case_staff"
    __table_args__ = (CheckConstraint("until >= since", name="ends_after_it_starts"),)

    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), primary_key=True)
    staff_id: Mapped[int] = mapped_column(
        ForeignKey("staff.id"), primary_key=True, index=True
    )
    since: Mapped[date] = mapped_column(primary_key=True)
    until: Mapped[date | None]


class CaseHours(Base):
    """Hours of a weekday in which a case can attend, until a date."""

    __tablename__ = "case_hours"
    __table_args__ = (
        CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
        CheckConstraint("closes > opens", name="closes_after_it_opens"),
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), index=True)
    weekday: Mapped[int]
    opens: Mapped[time]
    closes: Mapped[time]
    court_condition: Mapped[bool] = mapped_column(default=False)
    until: Mapped[date | None]


class CaseVenue(Versioned, Base):
    """A venue that a case must not use. No reason is stored.

    The number of one that is gone is never given again: history speaks of it.
    """

    __tablename__ = "case_venue"
    __table_args__ = (
        UniqueConstraint("case_id", "venue_id", "since"),
        CheckConstraint("until >= since", name="ends_after_it_starts"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"))
    venue_id: Mapped[int] = mapped_column(ForeignKey("venue.id"))
    court_condition: Mapped[bool] = mapped_column(default=False)
    since: Mapped[date]
    until: Mapped[date | None]
    review_on: Mapped[date | None]
    set_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    closed_on: Mapped[date | None]
    closed_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))


class Separation(Versioned, Base):
    """Two cases that are kept apart, or are the same person.

    Closed, and let go of when its time is over (``forgetting.py``). Its number is
    never given again: history and looks speak of it.
    """

    __tablename__ = "separation"
    __table_args__ = (
        CheckConstraint("first_id < second_id", name="two_cases_in_order"),
        CheckConstraint("until >= since", name="ends_after_it_starts"),
        CheckConstraint(
            "kind IN ('same offence', 'co-defendants', 'group conflict', 'no contact', "
            "'family', 'same person')",
            name="kind",
        ),
        Index("ix_separation_second_id", "second_id", "first_id"),
        Index("ix_separation_first_id", "first_id", "second_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    first_id: Mapped[int] = mapped_column(ForeignKey("case.id"))
    second_id: Mapped[int] = mapped_column(ForeignKey("case.id"))
    kind: Mapped[Code]
    court_condition: Mapped[bool] = mapped_column(default=False)
    since: Mapped[date]
    until: Mapped[date | None]
    review_on: Mapped[date | None]
    set_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    confirmed_on: Mapped[date | None]
    confirmed_by_role: Mapped[Name] = mapped_column(default="")
    closed_on: Mapped[date | None]
    closed_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))


class Tie(Base):
    """What follows from the links for one reference; triggers keep it (``ties.py``).

    Of the kind "same person" are all of the person's references, itself among them, if
    there is another; of the other kinds those it is kept from, by any of these.
    """

    __tablename__ = "tie"
    __table_args__ = ({"sqlite_with_rowid": False},)

    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), primary_key=True)
    kind: Mapped[Code] = mapped_column(primary_key=True)
    other_id: Mapped[int] = mapped_column(ForeignKey("case.id"), primary_key=True)
    since: Mapped[date] = mapped_column(primary_key=True)
    until: Mapped[date] = mapped_column(primary_key=True)
