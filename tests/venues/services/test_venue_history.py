"""Who changed what of a venue, and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select

from tests.venues.services import millbrook
from tests.venues.services.millbrook import COORDINATOR, MANAGER, NOW, POSTCODES
from venues.database.models import (
    Answer,
    Assessment,
    BlockHire,
    Criterion,
    History,
    Incident,
)
from venues.database.session import Database
from venues.domain.opening import Stretch
from venues.services import (
    closures,
    hours_editing,
    room_editing,
    venue_editing,
    venue_history,
)
from venues.services.venue_drafts import (
    ClosureDraft,
    ContactDraft,
    EntranceDraft,
    FeatureDraft,
    VenueDraft,
    WaitingDraft,
)

DAY = datetime(2026, 12, 3)


@pytest.fixture
def hub(database: Database) -> VenueDraft:
    """The hub as it was added."""
    millbrook.staff(database)
    return millbrook.venue(database, kind="library")


def told(database: Database, venue_id: int | None) -> list[str]:
    with database.read() as session:
        rows = venue_history.read(session, venue_id or 0)
    return [f"{row.what}: {row.change}" for row in rows]


def change(database: Database, opened: VenueDraft, **changed: Any) -> VenueDraft:
    with database.write() as session:
        return venue_editing.save(
            session,
            replace(opened, **changed),
            COORDINATOR,
            now=NOW,
            opened=opened,
            gazetteer=POSTCODES,
        )


def test_a_change_says_what_who_and_when(database: Database, hub: VenueDraft) -> None:
    before = datetime.now(UTC).replace(tzinfo=None)
    database.actor = MANAGER.staff_id
    change(database, hub, kind="family hub", rate=1400, last_bus=time(21, 5))

    with database.read() as session:
        row = venue_history.read(session, hub.id or 0)[0]

    assert (row.who, row.what) == ("Manager 01", "Venue")
    assert row.change == (
        "Kind “library” → “family hub”; Rate £0.00 → £14.00; "
        "Last bus, Monday to Friday \N{EN DASH} → 9:05pm"
    )
    assert abs(row.at - before) < timedelta(hours=2)


def test_stamps_are_told_in_local_time(database: Database, hub: VenueDraft) -> None:
    with database.write() as session:
        session.execute(
            insert(History).values(
                at=datetime(2026, 6, 4, 9, 12),
                staff_id=1,
                table="venue",
                row_id=hub.id,
                action="changed",
                changes={"town": ["Widnes", "Runcorn"]},
            )
        )

    with database.read() as session:
        row = venue_history.read(session, hub.id or 0)[0]

    assert row.at == datetime(2026, 6, 4, 10, 12)
    assert (row.who, row.change) == ("Coordinator 01", "Town “Widnes” → “Runcorn”")


def test_rooms_are_told_by_name(database: Database, hub: VenueDraft) -> None:
    oak = millbrook.room(database, hub.id, "Oak")
    half = millbrook.room(database, hub.id, "Hall A")
    millbrook.room(database, hub.id, "Hall", space_ids=half.space_ids)
    with database.write() as session:
        room_editing.save(
            session,
            replace(oak, seats_circle=8),
            COORDINATOR,
            now=NOW,
            opened=oak,
        )
        room_editing.withdraw(session, half, COORDINATOR)

    assert told(database, hub.id) == [
        "Hall A: Room taken away",
        "Oak: Seats in a circle 6 → 8",
        "Hall: Takes up Hall A",
        "Hall: Room added",
        "Hall A: Room added",
        "Oak: Room added",
        "Venue: Venue added",
    ]


def hours(database: Database, hub: VenueDraft, *wanted: Stretch, **more: Any) -> Any:
    with database.write() as session:
        return hours_editing.save(
            session, hub.id or 0, wanted, COORDINATOR, **{"opened": ()} | more
        )


def test_hours_changed_together_are_one_row(
    database: Database, hub: VenueDraft
) -> None:
    days = (0, 1, 2, 4)
    hours(database, hub, *(Stretch(day, "open", time(9), time(17)) for day in days))

    assert told(database, hub.id)[0] == (
        "Hours: Mon to Wed open: 9am to 5pm added; Fri open: 9am to 5pm added"
    )


def test_hours_say_what_they_were(database: Database, hub: VenueDraft) -> None:
    week = [Stretch(day, "open", time(9), time(17)) for day in (0, 1, 2)]
    opened = hours(database, hub, *week)

    later = [each._replace(closes=time(18)) for each in week[:2]]
    hours(database, hub, *later, opened=opened)

    said = "; ".join(told(database, hub.id))
    assert "Mon and Tue open: 9am to 5pm → 9am to 6pm" in said
    assert "Wed open: 9am to 5pm taken away" in said


def test_hours_say_room_and_season(database: Database, hub: VenueDraft) -> None:
    oak = millbrook.room(database, hub.id, "Oak")
    hours(
        database, hub, Stretch(5, "usable", time(9), time(12), "term"), room_id=oak.id
    )

    assert told(database, hub.id)[0] == (
        "Hours of Oak: Sat we may use in term: 9am to 12pm added"
    )


def test_closures_are_told_with_their_times(
    database: Database, hub: VenueDraft
) -> None:
    oak = millbrook.room(database, hub.id, "Oak")
    draft = ClosureDraft(
        venue_id=hub.id or 0,
        room_id=oak.id,
        starts=DAY,
        ends=DAY + timedelta(days=1),
        reason="painting",
    )
    with database.write() as session:
        closed = closures.save(session, draft, COORDINATOR, now=NOW)
    with database.write() as session:
        closed = closures.save(
            session,
            replace(closed, reason="new floor"),
            COORDINATOR,
            now=NOW,
            opened=closed,
        )
    with database.write() as session:
        closures.remove(session, closed, COORDINATOR)

    when = "(Thursday 3 December 2026)"
    assert told(database, hub.id)[:3] == [
        f"Closure of Oak: new floor {when} taken away",
        "Closure of Oak: Reason “painting” → “new floor”",
        f"Closure of Oak: painting {when} added",
    ]


def test_doors_contacts_and_features_are_told(
    database: Database, hub: VenueDraft
) -> None:
    full = change(
        database,
        hub,
        contacts=(ContactDraft("Caretaker", "01632 960000"),),
        entrances=(EntranceDraft("Main door"),),
        waiting_spaces=(WaitingDraft("Foyer", 4, "Main door"),),
        features=(FeatureDraft("hearing-loop", present=False),),
        cluster="Mill Brook",
        authority_id=1,
    )
    change(
        database,
        full,
        contacts=(ContactDraft("Caretaker", "01632 960002"),),
        entrances=(EntranceDraft("Main door", step_free=True),),
        waiting_spaces=(),
        features=(FeatureDraft("hearing-loop", present=True),),
    )

    rows = told(database, hub.id)

    assert "Contact: Caretaker: Phone “01632 960000” → “01632 960002”" in rows
    assert "Entrance: Main door: Step-free no → yes" in rows
    assert "Waiting space: Foyer taken away" in rows
    assert any("Hearing loop: Recorded as no → yes" in row for row in rows)
    assert any("Hearing loop: no" in row for row in rows)
    assert any(
        "Authority Warrington → Halton; Neighbours \N{EN DASH} → Mill Brook" in row
        for row in rows
    )


def test_another_venues_changes_stay_out(database: Database, hub: VenueDraft) -> None:
    other = millbrook.venue(database, name="Aspen Court")
    oak = millbrook.room(database, other.id, "Oak")
    with database.write() as session:
        room_editing.withdraw(session, oak, COORDINATOR)
    millbrook.room(database, hub.id, "Elm")

    assert told(database, hub.id) == ["Elm: Room added", "Venue: Venue added"]
    assert told(database, other.id) == [
        "Oak: Room taken away",
        "Oak: Room added",
        "Venue: Venue added",
    ]


def test_what_nobody_did_was_the_program(database: Database, hub: VenueDraft) -> None:
    database.actor = None
    change(database, hub, town="Widnes")

    with database.read() as session:
        assert venue_history.read(session, hub.id or 0)[0].who == "The program"


def test_hours_for_some_dates_say_which(database: Database, hub: VenueDraft) -> None:
    first, last = date(2027, 6, 1), date(2027, 7, 1)
    summer = Stretch(0, "open", time(9), time(17), "always", first, last)
    with database.write() as session:
        hours_editing.save(
            session, hub.id or 0, [summer], COORDINATOR, opened=(), dated_too=True
        )

    assert told(database, hub.id)[0] == (
        "Hours: Mon open from Tue 1 Jun 2027 until Thu 1 Jul 2027: 9am to 5pm added"
    )


def test_assessments_tell_the_visit_and_each_later_change(
    database: Database, hub: VenueDraft
) -> None:
    oak = millbrook.room(database, hub.id, "Oak")
    with database.write() as session:
        criteria = session.scalars(select(Criterion).order_by(Criterion.id).limit(3))
        visit = Assessment(
            venue_id=hub.id,
            room_id=oak.id,
            made_on=date(2026, 6, 4),
            review_by=date(2027, 6, 4),
        )
        session.add(visit)
        session.flush()
        answers = [
            Answer(assessment_id=visit.id, criterion_id=each.id, value="yes")
            for each in criteria
        ]
        session.add_all(answers)
        session.flush()
        words = session.get_one(Criterion, answers[0].criterion_id).words
        ids, visit_id = [each.id for each in answers], visit.id
    with database.write() as session:
        answer = session.get_one(Answer, ids[0])
        answer.value, answer.control_until = "no", date(2026, 12, 1)
    with database.write() as session:
        session.delete(session.get_one(Answer, ids[1]))
        session.get_one(Assessment, visit_id).review_by = date(2027, 1, 4)

    assert set(told(database, hub.id)[:5]) == {
        (
            "Assessment of Oak: Assessment of 4 June 2026: "
            "Review by 4 June 2027 → 4 January 2027"
        ),
        "Assessment of Oak: 1 answer taken away",
        (
            f"Assessment of Oak: {words}: Answer “yes” → “no”; "
            "Control until \N{EN DASH} → 1 December 2026"
        ),
        "Assessment of Oak: 3 answers added",
        "Assessment of Oak: Assessment of 4 June 2026 added",
    }


def test_incidents_and_standing_hires_are_told_without_their_words(
    database: Database, hub: VenueDraft
) -> None:
    oak = millbrook.room(database, hub.id, "Oak")
    with database.write() as session:
        happened = Incident(
            venue_id=hub.id, happened_on=date(2026, 11, 3), words="A door was forced"
        )
        hire = BlockHire(
            venue_id=hub.id,
            room_id=oak.id,
            weekday=3,
            opens=time(16),
            closes=time(19),
            since=date(2026, 9, 1),
        )
        session.add(happened)
        session.flush()
        session.add(hire)
        session.flush()
        happened.closed_on, hire.until = date(2026, 11, 10), date(2027, 7, 1)

    closed, ended = (
        f"{column} \N{EN DASH} → {day}"
        for column, day in (
            ("Closed on", "10 November 2026"),
            ("Last day", "1 July 2027"),
        )
    )
    assert set(told(database, hub.id)[:4]) == {
        f"Incident: Incident of 3 November 2026: {closed}",
        f"Standing agreement of Oak: Thursdays: {ended}",
        "Standing agreement of Oak: Thursdays added",
        "Incident: Incident of 3 November 2026 added",
    }
