"""What happens when a booking is saved, and its undoing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from tests import turned
from tests.ui.pages import find_scene
from tests.ui.schedule_scene import COLLEAGUE, COORDINATOR, NOW, WILLOW, book
from ui.desk import Desk
from ui.pages import booking_work
from ui.pages.booking_work import Outcome, attempt
from venues.database.models import Booking, CaseVenue
from venues.database.session import Database
from venues.domain.findings import Finding, Severity
from venues.domain.people import Audience
from venues.domain.rules import no_go
from venues.errors import Refused, Stale
from venues.services import booking_changes, booking_edits
from venues.services.asking import Request

THREE = datetime(2026, 11, 27, 15)
HOUR = timedelta(hours=1)


@pytest.fixture
def desk(database: Database, tmp_path: Path) -> Desk:
    find_scene.fill(database)
    return find_scene.desk(database, tmp_path)


def request(desk: Desk, **changed: object) -> Request:
    made = booking_work.at_room(desk, WILLOW, THREE, THREE + HOUR)
    assert made is not None
    return replace(made, references=("WA-20391",), **changed)  # type: ignore[arg-type]


def save(desk: Desk, wanted: Request) -> Outcome:
    return attempt(desk, wanted, None, NOW, None)


def status(desk: Desk, id_: int) -> str:
    with desk.database.read() as session:
        found = session.scalars(select(Booking).where(Booking.id == id_)).one()
        return f"{found.status} {found.starts:%H}"


def test_a_booking_is_taken_back_and_made_again(desk: Desk) -> None:
    booked = save(desk, request(desk)).booked
    assert booked is not None
    assert desk.undo.undo_name == "Undo booking of Willow Room"

    turned.undo(desk.database, desk.viewer, NOW)
    assert status(desk, booked.id) == "cancelled 15"
    turned.redo(desk.database, desk.viewer, NOW)
    assert status(desk, booked.id) == "confirmed 15"
    turned.undo(desk.database, desk.viewer, NOW)
    assert status(desk, booked.id) == "cancelled 15"


def test_what_somebody_else_touched_is_not_taken_back(desk: Desk) -> None:
    booked = save(desk, request(desk)).booked
    assert booked is not None
    with desk.database.write() as session:
        booking_changes.move(
            session,
            booked.id,
            desk.viewer,
            now=NOW,
            period=request(desk).period.moved(HOUR),
        )

    with pytest.raises(Stale):
        turned.undo(desk.database, desk.viewer, NOW)


def test_a_change_is_put_back_and_forth(desk: Desk) -> None:
    booked = save(desk, request(desk)).booked
    assert booked is not None
    with desk.database.read() as session:
        before = booking_edits.open_booking(session, booked.id, desk.viewer)
    later = replace(before.request, period=before.request.period.moved(HOUR))
    changed = attempt(desk, later, before, NOW, None).booked
    assert changed is not None
    assert desk.undo.undo_name == "Undo change of Willow Room"

    turned.undo(desk.database, desk.viewer, NOW)
    assert status(desk, booked.id) == "confirmed 15"
    turned.redo(desk.database, desk.viewer, NOW)
    assert status(desk, booked.id) == "confirmed 16"


def test_a_refusal_comes_with_what_would_do(desk: Desk) -> None:
    with desk.database.write() as session:
        book(session, WILLOW, 4, (15, 0), (16, 0), "SUP", COLLEAGUE)

    outcome = save(desk, request(desk))

    assert outcome.booked is None
    assert outcome.sentence.startswith("Willow Room is in use from 3pm to 4pm.")
    assert len(outcome.ways) == 3


def test_for_a_person_nothing_else_is_said_and_no_time_that_day_is_offered(
    desk: Desk,
) -> None:
    with desk.database.write() as session:
        session.add(CaseVenue(case_id=1, venue_id=1, since=NOW.date()))
        book(session, WILLOW, 4, (15, 0), (16, 0), "SUP", COLLEAGUE)

    outcome = save(desk, request(desk))

    assert outcome.sentence.startswith(no_go.NOT_AVAILABLE)
    assert "K-" in outcome.sentence
    assert "pm" not in outcome.sentence
    here = [way for way in outcome.ways if way.room.venue.id == 1]
    assert all(way.period.day != THREE.date() for way in here)


def test_a_note_that_names_somebody_gets_no_other_room(desk: Desk) -> None:
    outcome = save(desk, request(desk, note="Ring Mrs Archer"))

    assert outcome.sentence == "Use the case reference only. This looks like a name."
    assert outcome.ways == ()


def test_only_those_refuse_who_were_asked() -> None:
    taken = Finding("R1", Severity.REFUSAL, "In use.")

    assert Outcome().sentence == ""
    assert Outcome(refused=Refused((taken, taken))).sentence == "In use. In use."
    both = Refused((taken, no_go.FINDING))
    assert Outcome(refused=both).sentence == no_go.FINDING.message


def test_a_room_and_a_time_are_enough_to_begin_with(
    database: Database, tmp_path: Path, desk: Desk
) -> None:
    own = booking_work.at_room(desk, WILLOW, THREE, THREE + HOUR)
    assert own is not None
    assert (own.audience, own.kind, own.people) == (Audience.CHILD, "SUP", 3)
    keeper = find_scene.desk(database, tmp_path, COORDINATOR)
    theirs = booking_work.at_room(keeper, WILLOW, THREE, THREE + HOUR)
    assert theirs is not None
    assert theirs.audience is Audience.STAFF

    assert booking_work.at_room(desk, WILLOW, THREE, THREE) is None
    assert booking_work.at_room(desk, 4711, THREE, THREE + HOUR) is None


def test_a_wish_and_a_booking_ask_for_the_same(desk: Desk) -> None:
    wanted = request(desk)

    wish = booking_work.wish_of(wanted)
    again = booking_work.request_of(wish, WILLOW)

    assert replace(again, uuid=wanted.uuid) == wanted
