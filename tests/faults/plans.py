"""Random places close, and no plan for their bookings breaks a rule.

Each is made of dice: venues, neighbours, seats, links and bookings. What the plan moved
is judged afterwards by the rule engine, as if nobody had planned anything.
"""
# ruff: noqa: S311 - dice, not secrets

from __future__ import annotations

import random
import shutil
from datetime import datetime, time, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from tests import turned
from tests.faults import arena, trial
from tests.faults.trial import Trial
from venues.database.models import (
    Booking,
    BookingRoom,
    Cluster,
    Hours,
    Room,
    RoomSpace,
    Separation,
    Series,
    Space,
    Staff,
    Venue,
)
from venues.database.session import Database
from venues.domain.people import Role, Viewer
from venues.domain.period import Period
from venues.errors import VenuesError
from venues.services import booking_changes, bookings
from venues.services.rehousing import applying, planning
from venues.services.rehousing.values import Away, Cause, Closing, One, Outcome, Plan

PLANS = 500
KEEPER = Viewer(90, "manager.90", "Manager 90", Role.MANAGER)
KINDS = ("same offence", "co-defendants", "group conflict", "no contact", "family")
DAYS = 2
TRIES = 16
"""Bookings that are tried for each closure; some of them are refused."""

State = dict[int, tuple[str, datetime, datetime, tuple[int, ...]]]
"""Booking → its status, its time and its rooms."""


def run(folder: Path, *, seed: int, plans: int = PLANS) -> Trial:
    """Close one place after another, each in a world of its own."""
    template = folder / "template.sqlite"
    arena.build(template)
    total = dict.fromkeys(("affected", "moved", "other time", "nowhere"), 0)
    with trial.timed("plans", seed) as made:
        for n in range(plans):
            path = folder / f"plan-{n}.sqlite"
            shutil.copy(template, path)
            plan = _one(made, path, random.Random(seed + n))
            total["affected"] += len(plan.lines)
            total["moved"] += len(plan.moving)
            total["other time"] += plan.count(Outcome.OTHER_TIME)
            total["nowhere"] += plan.count(Outcome.NOWHERE)
            for left in folder.glob(f"plan-{n}.sqlite*"):
                left.unlink()
    made.figures |= {"plans": plans} | total
    return made


def _one(made: Trial, path: Path, dice: random.Random) -> Plan:
    database = Database.open(path)
    with database.write() as session:
        places(session, dice)
        _book(session, dice)
    before = state(database)
    with database.read() as session:
        plan = planning.make(session, _cause(before, dice), KEEPER, now=arena.NOW)
    plan = _by_hand(plan, dice)
    if not plan.clashing:
        _carry_out(made, database, plan, before)
    database.close()
    made.faults += trial.sound(path)
    return plan


def _carry_out(made: Trial, database: Database, plan: Plan, before: State) -> None:
    database.actor = KEEPER.staff_id
    with database.write("closing of a venue") as session:
        applying.apply(session, plan, KEEPER, now=arena.NOW)
    after = state(database)
    made.expect(before.keys() == after.keys(), "a booking was lost")
    with database.read() as session:
        for line in plan.moving:
            for words in _against(session, line.booking_id):
                made.faults.append(f"{line.booking_id}: {words}")
    try:
        if after != before or turned.listed(database, KEEPER).undo:
            turned.undo(database, KEEPER, arena.NOW)
    except VenuesError:  # who came second may stand in the way of who came first
        made.expect(state(database) == after, "half of it was taken back")
    else:
        made.expect(state(database) == before, "it is not as it was")


def _against(session: Session, booking_id: int) -> list[str]:
    """What the rules refuse of a booking where it is."""
    booking = session.get_one(Booking, booking_id)
    request, case_ids = booking_changes.stored(session, booking)
    judged = bookings.judge(
        session, request, KEEPER, case_ids, now=arena.NOW, without=booking_id
    )
    return [each.message for each in judged.findings if each.refuses]


def state(database: Database) -> State:
    """All bookings as they are."""
    with database.read() as session:
        rooms: dict[int, list[int]] = {}
        for booking_id, room_id in session.execute(
            select(BookingRoom.booking_id, BookingRoom.room_id).order_by(BookingRoom.id)
        ):
            rooms.setdefault(booking_id, []).append(room_id)
        return {
            id_: (status, starts, ends, tuple(rooms[id_]))
            for id_, status, starts, ends in session.execute(
                select(Booking.id, Booking.status, Booking.starts, Booking.ends)
            )
        }


def places(session: Session, dice: random.Random) -> None:
    """More venues, some of them neighbours, and who is kept from whom."""
    session.add(Staff(id=KEEPER.staff_id, login=KEEPER.login, name="M", role="manager"))
    session.add(Cluster(id=1, name="Neighbours"))
    session.add_all(Series(id=n, rule="", words="", made_at=arena.NOW) for n in (1, 2))
    session.flush()
    for venue_id in range(10, 10 + dice.randint(1, 3)):
        session.add(
            Venue(
                id=venue_id,
                name=f"Venue {venue_id}",
                authority_id=1,
                easting=360_000 + dice.randint(0, 12_000),
                northing=388_000,
                cluster_id=dice.choice([None, 1]),
            )
        )
        session.flush()
        session.add_all(
            Hours(
                venue_id=venue_id,
                weekday=day,
                use="usable",
                opens=time(dice.randint(8, 10)),
                closes=time(dice.randint(16, 20)),
            )
            for day in range(5)
        )
        for room_id in range(venue_id * 10, venue_id * 10 + dice.randint(1, 3)):
            session.add(
                Room(
                    id=room_id,
                    venue_id=venue_id,
                    name=f"Room {room_id}",
                    seats_circle=dice.choice([2, 4, 8]),
                    turnaround=dice.choice([0, 15]),
                )
            )
            session.add(Space(id=room_id, venue_id=venue_id, name=f"Part {room_id}"))
            session.flush()
            session.add(RoomSpace(room_id=room_id, space_id=room_id))
    for _ in range(dice.randint(0, 6)):
        first, second = sorted(dice.sample(range(1, arena.PEOPLE + 1), 2))
        session.add(
            Separation(
                first_id=first,
                second_id=second,
                kind=dice.choice([*KINDS, "same person"]),
                since=arena.SINCE,
            )
        )


def _book(session: Session, dice: random.Random) -> None:
    """Whatever can be booked at Millbrook and elsewhere on two days."""
    rooms = list(session.scalars(select(Room.id).order_by(Room.id)))
    for _ in range(TRIES):
        who = dice.randint(1, arena.PEOPLE)
        day = arena.FIRST + timedelta(days=dice.randrange(DAYS))
        start = time(dice.randint(9, 15), dice.choice([0, 15, 30]))
        starts = datetime.combine(day, start)
        near = dice.random() < 0.7
        wish = arena.request(
            who,
            dice.choice(arena.ROOMS if near else rooms),
            Period.lasting(starts, dice.choice([30, 60, 90])),
            references=(arena.reference(who),) if dice.random() < 0.8 else (),
            people=dice.choice([2, 3, 6]),
        )
        try:
            made = bookings.book(session, wish, arena.viewer(who), now=arena.NOW)
        except VenuesError:
            continue  # refused before anything was written
        series = dice.choice([None, None, 1, 2])
        session.get_one(Booking, made.id).series_id = series


def _cause(before: State, dice: random.Random) -> Cause:
    first = datetime.combine(arena.FIRST, time())
    many = dice.random()
    if many < 0.1 and before:
        return One(booking_id=dice.choice(sorted(before)))
    if many < 0.2:
        whole = first + timedelta(days=DAYS)
        return Away(staff_id=dice.randint(1, arena.PEOPLE), starts=first, ends=whole)
    part = dice.random() < 0.3
    return Closing(
        venue_id=1,
        room_id=dice.choice([None, None, arena.WILLOW, arena.HALL_A]),
        starts=first + timedelta(hours=11 if part else 0),
        ends=first + timedelta(hours=14 if part else 24 * dice.randint(1, DAYS)),
        reason="heating repairs",
    )


def _by_hand(plan: Plan, dice: random.Random) -> Plan:
    """Now and then somebody chooses another place, or leaves one out."""
    for line in plan.lines:
        many = dice.random()
        if many < 0.05:
            plan = planning.leave_out(plan, line.booking_id)
        elif many < 0.15:
            targets = [
                each
                for each in planning.choices(plan, line.booking_id).targets
                if not each.warnings
            ]
            if targets:
                target = dice.choice(targets)
                plan = planning.choose(plan, line.booking_id, target)
    return plan
