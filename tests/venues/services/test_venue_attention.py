"""Which venues wait for whoever keeps the list, and what for."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import update

from tests.venues.assessed import checklist
from tests.venues.services import millbrook
from tests.venues.services.millbrook import (
    COORDINATOR,
    MANAGER,
    NOW,
    PRACTITIONER,
    TODAY,
)
from venues.database.models import (
    Answer,
    Assessment,
    Booking,
    Closure,
    Criterion,
    Hours,
    Incident,
)
from venues.database.session import Database
from venues.domain.hours_words import read_hours
from venues.services import suitability, venue_attention, venue_editing


@pytest.fixture
def hub(database: Database) -> int:
    """A hub in order: a room, hours, an assessment that holds until the summer."""
    millbrook.staff(database)
    hub = millbrook.venue(database).id or 0
    millbrook.room(database, hub, "Oak")
    nine_to_five = read_hours("9-5")[0]
    with database.write() as session:
        checklist(session)
        session.add(
            Hours(
                venue_id=hub,
                weekday=0,
                use="open",
                opens=nine_to_five.opens,
                closes=nine_to_five.closes,
            )
        )
    assess(database, hub)
    return hub


def assess(database: Database, hub: int, **values: Any) -> None:
    usual = {"made_on": date(2026, 6, 4), "review_by": date(2027, 6, 4)}
    with database.write() as session:
        session.add(Assessment(venue_id=hub, **(usual | values)))
        session.add(Assessment(venue_id=hub, room_id=1, **(usual | values)))


def told(database: Database, hub: int) -> list[str]:
    with database.read() as session:
        standing = suitability.of_all(session, today=TODAY)
        found = venue_attention.read(session, COORDINATOR, standing, now=NOW)
    return [f"{each.word}: {each.sentence}" for each in found.get(hub, ())]


def test_a_venue_in_order_waits_for_nothing(database: Database, hub: int) -> None:
    assert told(database, hub) == []


def test_a_control_waits_until_a_manager_has_answered(
    database: Database, hub: int
) -> None:
    with database.write() as session:
        visit = session.query(Assessment).filter_by(room_id=1).one()
        criterion = session.query(Criterion).filter_by(code="C2").one()
        answer = Answer(assessment_id=visit.id, criterion_id=criterion.id, value="no")
        answer.control, answer.control_until = "Blinds down", date(2027, 3, 1)
        session.add(answer)
    waiting = told(database, hub)
    with database.write() as session:
        session.query(Answer).one().accepted_by = MANAGER.staff_id

    assert waiting == [
        "Control to accept: 1 control waits for a manager to accept or decline."
    ]
    assert told(database, hub) == []


def test_a_new_venue_needs_rooms_hours_and_an_assessment(
    database: Database, hub: int
) -> None:
    aspen = millbrook.venue(database, name="Aspen Court").id or 0

    assert told(database, aspen) == [
        "No rooms: No rooms are recorded, so nothing can be booked.",
        "No hours: No hours are recorded, so nothing can be booked.",
        (
            "Not assessed: It is not assessed yet. The venue and one of its rooms have "
            "to be."
        ),
    ]


@pytest.mark.parametrize(
    ("review_by", "said"),
    [
        (
            TODAY - timedelta(days=1),
            ["Review overdue: A review has been due since Sunday 22 November 2026."],
        ),
        (TODAY, ["Review due: A review is due by Monday 23 November 2026."]),
        (TODAY + timedelta(days=28), []),
    ],
)
def test_a_review_is_asked_for_in_time(
    database: Database, hub: int, review_by: date, said: list[str]
) -> None:
    assess(database, hub, made_on=date(2026, 7, 1), review_by=review_by)

    assert told(database, hub) == said


def close(database: Database, hub: int, starts: datetime, **values: Any) -> None:
    with database.write() as session:
        session.add(
            Closure(
                venue_id=hub,
                starts=starts,
                ends=starts + timedelta(days=1),
                reason="heating repairs",
                **values,
            )
        )


def test_a_closure_is_announced_and_told_while_it_lasts(
    database: Database, hub: int
) -> None:
    close(database, hub, datetime(2026, 11, 23))
    close(database, hub, datetime(2026, 12, 3), room_id=1)
    close(database, hub, datetime(2026, 11, 1))
    close(database, hub, datetime(2027, 3, 1))

    assert told(database, hub) == [
        "Closed now: It is closed until Mon 23 Nov 2026: heating repairs.",
        "Closes soon: Oak is closed from Thu 3 Dec 2026: heating repairs.",
    ]


def test_an_open_incident_waits_and_asks_for_a_review(
    database: Database, hub: int
) -> None:
    with database.write() as session:
        for day, closed in ((1, None), (2, None), (3, TODAY)):
            session.add(
                Incident(
                    venue_id=hub,
                    happened_on=date(2026, 11, day),
                    words="A door was forced",
                    closed_on=closed,
                )
            )

    assert told(database, hub) == [
        "Incident open: An incident of Sunday 1 November 2026 is not closed.",
        "Review overdue: A review has been due since Sunday 1 November 2026.",
    ]


@pytest.mark.parametrize(
    ("bookings", "said"),
    [
        (0, []),
        (1, ["To confirm: 1 booking waits for this venue to say yes."]),
        (2, ["To confirm: 2 bookings wait for this venue to say yes."]),
    ],
)
def test_bookings_wait_for_the_venue_to_say_yes(
    database: Database, hub: int, bookings: int, said: list[str]
) -> None:
    for hour in range(bookings):
        millbrook.book(database, 1, NOW + timedelta(days=1, hours=2 * hour))
    with database.write() as session:
        session.execute(update(Booking).values(venue_answer="to ask"))
    millbrook.book(database, 1, NOW + timedelta(days=2))

    assert told(database, hub) == said


def test_a_retired_venue_waits_for_nothing(database: Database, hub: int) -> None:
    aspen = millbrook.venue(database, name="Aspen Court").id or 0
    with database.write() as session:
        venue_editing.retire(session, aspen, COORDINATOR, now=NOW)

    assert told(database, aspen) == []


def test_only_who_keeps_the_list_is_told(database: Database, hub: int) -> None:
    millbrook.venue(database, name="Aspen Court")

    with database.read() as session:
        standing = suitability.of_all(session, today=TODAY)
        found = [
            len(venue_attention.read(session, viewer, standing, now=NOW))
            for viewer in (COORDINATOR, MANAGER, PRACTITIONER)
        ]

    assert found == [1, 1, 0]
