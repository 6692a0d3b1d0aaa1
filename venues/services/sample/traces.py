"""Sample data: what happens around bookings, and what the program remembers of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from venues.database.models import (
    History,
    Hold,
    Look,
    Offer,
    Outing,
    Override,
    RefusalCode,
    Request,
    Retention,
    Review,
    Setting,
)
from venues.domain.people import Role
from venues.domain.proposal import Span
from venues.services.codes import LETTERS
from venues.services.sample.bookings import Booked
from venues.services.sample.cases import Known
from venues.services.sample.company import AFTER, PICTURED
from venues.services.sample.diary import Diary
from venues.services.sample.hours import Days
from venues.services.sample.people import Person
from venues.services.sample.rooms import Site
from venues.services.sample.rows import Rows

VISIT = timedelta(minutes=75)
DAY = timedelta(days=1)
EVENING = time(18, 15)
"""When those set out who look to the pictured one: no alert while one is at work."""

VISITS = ("Home visit", "School visit", "Visit to a family", "Visit to a college")
REVIEWS = (
    ("hours", "The building is no longer staffed after 4:30pm.", None),
    ("closure", "Heating repairs were announced for that day.", "No longer applies"),
    ("feature", "The hearing loop failed its test.", None),
    (
        "incident",
        "Something happened at the venue.",
        "Kept after a talk with the venue",
    ),
)
"""Cause of a review, its words, and how it was resolved if it was."""

REQUESTS = ("open", "asked", "yes", "no")
CHANGED = (
    ("venue", {"notice_days": [3, 7]}),
    ("room", {"turnaround": [0, 10]}),
    ("booking", {"people": [3, 4]}),
    ("booking", {"status": ["confirmed", "cancelled"]}),
)


@dataclass(frozen=True, slots=True)
class Around:
    """What the traces are about."""

    people: Sequence[Person]
    cases: Sequence[Known]
    sites: Sequence[Site]
    bookings: Sequence[Booked]
    diary: Diary
    days: Days
    today: date

    def person(self, login: str) -> Person:
        """Whoever has that login."""
        return next(person for person in self.people if person.login == login)

    def ahead(self) -> list[Booked]:
        """The live bookings from the next day on."""
        midnight = datetime.combine(self.today, time()) + timedelta(days=1)
        return [
            booked
            for booked in self.bookings
            if booked.live and booked.entry.starts >= midnight
        ]


def add(rows: Rows, around: Around) -> None:
    """Put down offers, requests, reviews, visits, overrides, looks and codes."""
    add_offers(rows, around)
    _requests(rows, around)
    _reviews(rows, around)
    _visits(rows, around)
    _overrides(rows, around)
    _records(rows, around)
    rows.add(Retention, day=around.today - DAY, removed={})


def mark(rows: Rows) -> None:
    """Say that all this is a sample, for screens and paper to show."""
    rows.add(Setting, name="sample", value="yes")


def add_offers(rows: Rows, around: Around) -> None:
    """One room held for somebody who was waiting; three offers that are over."""
    waiting = around.person(PICTURED)
    site = next(
        site
        for site in around.sites
        if (site.room.venue.name, site.room.name)
        == ("Millbrook Family Hub", "Oak Room")
    )
    span = _free_hour(around, site)
    if span is not None:
        around.diary.take(site, span)
        offer_id = _offer(rows, waiting, site, span, "open", around.today)
        for space_id in site.room.space_ids:
            rows.add(
                Hold,
                space_id=space_id,
                starts=span.starts,
                ends=span.ends,
                offer_id=offer_id,
            )
    for days, state in ((-2, "taken"), (-5, "let go"), (-9, "expired")):
        starts = datetime.combine(around.today + timedelta(days=days), time(15, 30))
        over = Span(starts, starts + timedelta(hours=1))
        someone = rows.random.choice(around.people[:14])
        _offer(rows, someone, site, over, state, starts.date())


def _free_hour(around: Around, site: Site) -> Span | None:
    """An hour next week in which nothing holds the room, after school if possible."""
    for days in range(6, 14):
        for hour in (15, 16, 14, 11):
            day = around.today + timedelta(days=days)
            starts = datetime.combine(day, time(hour, 30))
            span = Span(starts, starts + timedelta(hours=1))
            if around.diary.free(site, span):
                return span
    return None


def _offer(
    rows: Rows, person: Person, site: Site, span: Span, state: str, expires: date
) -> int:
    return rows.add(
        Offer,
        staff_id=person.id,
        room_id=site.room.id,
        starts=span.starts,
        ends=span.ends,
        expires=datetime.combine(expires, time(17)),
        state=state,
    )


def _requests(rows: Rows, around: Around) -> None:
    """Somebody would like a room that another booking holds."""
    coordinator = around.person("coordinator.01")
    wanted = rows.random.sample(around.ahead(), len(REQUESTS))
    for booked, state in zip(wanted, REQUESTS, strict=True):
        entry = booked.entry
        others = [
            person
            for person in around.people
            if person.role is Role.PRACTITIONER and person not in entry.wish.workers
        ]
        rows.add(
            Request,
            asked_by=rows.random.choice(others).id,
            booking_id=booked.id,
            room_id=entry.sites[0].room.id,
            starts=entry.starts,
            ends=entry.ends,
            state=state,
            decided_by=coordinator.id if state in {"yes", "no"} else None,
            made_at=datetime.combine(around.today - timedelta(days=2), time(14, 20)),
        )


def _reviews(rows: Rows, around: Around) -> None:
    """Something changed after the booking was made; the first is the pictured one's."""
    mine = around.person(PICTURED)
    ahead = around.ahead()
    first = [booked for booked in ahead if mine in booked.entry.wish.workers][:1]
    others = [booked for booked in ahead if booked not in first]
    chosen = first + rows.random.sample(others, len(REVIEWS) - len(first))
    raised = datetime.combine(around.today - timedelta(days=1), time(8, 40))
    for booked, (cause, words, how) in zip(chosen, REVIEWS, strict=True):
        rows.add(
            Review,
            booking_id=booked.id,
            cause=cause,
            words=words,
            raised_at=raised,
            resolved_at=raised + timedelta(hours=5) if how else None,
            resolved_by=booked.entry.wish.workers[0].id if how else None,
            how=how or "",
        )


def _visits(rows: Rows, around: Around) -> None:
    """Work away from a venue, each with a buddy; two look to the pictured one."""
    practitioners = [each for each in around.people if each.role is Role.PRACTITIONER]
    buddy = around.person(PICTURED)
    starts = datetime.combine(around.days.working(around.today, 0), EVENING)
    others = [person for person in practitioners if person is not buddy]
    free = [each for each in others if _free(around, each, starts)]
    for person in free[:2]:
        _visit(rows, around, person, buddy, starts)
    for number in range(-10, 11):
        day = around.days.working(around.today, number)
        afternoon = datetime.combine(day, time(13))
        person, other, third = rows.random.sample(practitioners, 3)
        if day == around.today and buddy in {person, other}:
            person, other = third, next(iter({person, other} - {buddy}))
        if _free(around, person, afternoon):
            _visit(rows, around, person, other, afternoon)


def _free(around: Around, person: Person, starts: datetime) -> bool:
    return around.diary.worker_free(person, starts, starts + VISIT)


def _visit(
    rows: Rows, around: Around, person: Person, buddy: Person, starts: datetime
) -> None:
    ends = starts + VISIT
    around.diary.send(person, starts, ends)
    past = starts.date() < around.today
    rows.add(
        Outing,
        staff_id=person.id,
        place=rows.random.choice(VISITS),
        starts=starts,
        ends=ends,
        check_out=ends + AFTER,
        buddy_id=buddy.id,
        checked_in=starts if past else None,
        checked_out=ends + AFTER if past else None,
    )


def _overrides(rows: Rows, around: Around) -> None:
    """A need met another way, and a rule a manager passed."""
    manager = around.person("manager.01")
    adjusted, passed = rows.random.sample(around.ahead(), 2)
    at = datetime.combine(around.today - timedelta(days=3), time(10, 5))
    rows.add(
        Override,
        booking_id=adjusted.id,
        rule="R12",
        kind="adjustment",
        reason="A portable hearing loop is brought.",
        by=adjusted.entry.wish.workers[0].id,
        at=at,
    )
    rows.add(
        Override,
        booking_id=passed.id,
        rule="R33",
        kind="override",
        reason="The person chose this place.",
        note_reference="N-118",
        by=manager.id,
        at=at,
    )


def _records(rows: Rows, around: Around) -> None:
    """Who changed what, who looked, and attempts that were refused for a person."""
    coordinator, manager = around.person("coordinator.01"), around.person("manager.01")
    noon = datetime.combine(around.today, time(12))
    for number, (name, changes) in enumerate(CHANGED):
        rows.add(
            History,
            at=noon - timedelta(days=number + 1, minutes=number * 37),
            staff_id=coordinator.id,
            table=name,
            row_id=around.bookings[number].id if name == "booking" else number + 1,
            action="changed",
            changes=changes,
        )
    for number, case in enumerate(rows.random.sample(around.cases, 6)):
        moment = noon - timedelta(days=number * 4 + 1, minutes=number * 11)
        code = "".join(rows.random.choice(LETTERS) for _ in range(6))
        code_id = rows.add(
            RefusalCode,
            code=f"K-{code}",
            at=moment,
            staff_id=case.worker.id,
            case_id=case.id,
            venue_id=rows.random.choice(around.sites).room.venue.id,
            day=moment.date() + timedelta(days=6),
            half=rows.random.randrange(3),
        )
        looker = manager if number % 2 else coordinator
        later = moment + timedelta(minutes=50)
        rows.add(Look, at=later, staff_id=looker.id, what="code", row_id=code_id)
