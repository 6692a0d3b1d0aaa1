"""Sample data: who comes to a booking, what it waits for, who looks out for whom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from venues.database.models import Condition, Outing, Override, Worker
from venues.domain.numbers import Numbers
from venues.services.booking_rows import PANEL as PANEL_PART
from venues.services.booking_rows import VOLUNTEER
from venues.services.sample.bookings import CONDITIONS, Booked, metres
from venues.services.sample.hours import Opening
from venues.services.sample.people import Person
from venues.services.sample.rows import Rows
from venues.services.sample.safety import alone, late

PANEL = 2
"""Volunteers on a panel, beside the worker."""

AFTER = timedelta(minutes=15)
"""How long after the end somebody checks out."""

PICTURED = "practitioner.04"
"""Whose day the pictures show: nobody waits to check out with them today."""

AGENCIES = {"Police": "police", VOLUNTEER: PANEL_PART}
"""Agency → its part in a meeting; any other is a partner."""


def add(
    rows: Rows,
    bookings: Sequence[Booked],
    people: Sequence[Person],
    today: date,
    opening: Opening,
) -> None:
    """Put down the workers, conditions, reasons and late outings of all bookings."""
    manager = next(person for person in people if person.login == "manager.01")
    for booked in bookings:
        day = booked.entry.starts.date()
        past = day < today and booked.status == "confirmed"
        _workers(rows, booked, past=past)
        _conditions(rows, booked, today, manager)
        if booked.live and alone(opening, booked.entry):
            _met(rows, booked, "sign-off", today, manager)
        _travel(rows, booked)
        if booked.live and late(opening, booked.entry):
            buddies = [
                person for person in people if day != today or person.login != PICTURED
            ]
            _outing(rows, booked, buddies, past=past)


def _workers(rows: Rows, booked: Booked, *, past: bool) -> None:
    kind = booked.entry.wish.kind
    for number, person in enumerate(booked.entry.wish.workers):
        rows.add(
            Worker,
            booking_id=booked.id,
            staff_id=person.id,
            part="second" if number else "lead",
            attended=True if past else None,
        )
    agencies = []
    if kind.code == "RMM" and booked.status != "provisional":
        agencies = ["Police", "Children's services"]
    elif kind.code == "ROP":
        short = booked.status == "provisional"
        agencies = [VOLUNTEER] * (PANEL - 1 if short else PANEL)
    for agency in agencies:
        rows.add(
            Worker,
            booking_id=booked.id,
            agency=agency,
            part=AGENCIES.get(agency, "partner"),
            attended=rows.chance(0.9) if past else None,
        )


def _conditions(rows: Rows, booked: Booked, today: date, manager: Person) -> None:
    wish = booked.entry.wish
    kind, _ = CONDITIONS.get(wish.kind.code, ("", 0.0))
    if not kind or not booked.live:
        return
    by = manager if kind == "sign-off" else wish.workers[0]
    _met(rows, booked, kind, today, by if booked.status == "confirmed" else None)


def _met(rows: Rows, booked: Booked, kind: str, today: date, by: Person | None) -> None:
    """A condition, and who saw to it if anybody has."""
    day = booked.entry.starts.date()
    at = datetime.combine(min(day, today) - timedelta(days=1), time(11, 30))
    rows.add(
        Condition,
        booking_id=booked.id,
        kind=kind,
        due=day - timedelta(days=2),
        met_by=by.id if by else None,
        met_at=at if by else None,
    )


def _travel(rows: Rows, booked: Booked) -> None:
    """A family asked to come further than is reasonable: somebody said why."""
    far = metres(booked.entry)
    if far is None:
        return
    district = booked.entry.wish.cases[0].sector.split()[0]
    if far > Numbers().travel_limit(district):
        rows.add(
            Override,
            booking_id=booked.id,
            rule="R21",
            kind="accepted",
            reason="Nothing nearer was free; a lift is arranged.",
            by=booked.entry.wish.workers[0].id,
            at=datetime.combine(booked.made_on, time(9)),
        )


def _outing(
    rows: Rows, booked: Booked, people: Sequence[Person], *, past: bool
) -> None:
    """Who is out late checks out with a colleague."""
    entry = booked.entry
    lead = entry.wish.workers[0]
    buddies = [
        person
        for person in people
        if person.id != lead.id and person.authority_id == lead.authority_id
    ]
    rows.add(
        Outing,
        staff_id=lead.id,
        booking_id=booked.id,
        place=entry.sites[0].room.venue.name,
        starts=entry.starts,
        ends=entry.ends,
        check_out=entry.ends + AFTER,
        buddy_id=rows.random.choice(buddies).id,
        checked_in=entry.starts if past else None,
        checked_out=entry.ends + AFTER if past else None,
    )
