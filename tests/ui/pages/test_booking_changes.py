"""A booking that is there already: changed, repeated, or somebody else's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.ui.pages import find_scene
from tests.ui.pages.find_scene import Scene, enter, settled
from tests.ui.schedule_scene import COLLEAGUE, COORDINATOR, PRACTITIONER, WILLOW, book
from venues.database.models import Attendance, Booking, Case, Outing, Worker
from venues.database.session import Database
from venues.services import booking_changes


@pytest.fixture
def scene(qtbot: QtBot, database: Database, tmp_path: Path) -> Iterator[Scene]:
    find_scene.fill(database)
    yield from find_scene.opened(qtbot, database, tmp_path)


def own(scene: Scene) -> int:
    """A booking of one's own, on Friday at 3pm in Willow Room."""
    with scene.database.write() as session:
        return book(session, WILLOW, 4, (15, 0), (16, 0), "SUP", PRACTITIONER, 1)


def opened(qtbot: QtBot, scene: Scene, **hint: int) -> None:
    scene.window.show_page("find", **hint)
    settled(qtbot, scene)


def save(qtbot: QtBot, scene: Scene) -> None:
    scene.booking.try_to_save()
    settled(qtbot, scene)


def test_a_booking_is_changed_and_the_change_undone(qtbot: QtBot, scene: Scene) -> None:
    id_ = own(scene)
    opened(qtbot, scene, booking=id_)
    assert scene.booking.header.title() == "Change Willow Room"
    assert scene.booking.form.subject.case.edit.text() == "WA-20391"

    enter(scene.booking.form.time.start, "4pm")
    scene.booking.form.buddy.choose(COLLEAGUE)
    settled(qtbot, scene)
    save(qtbot, scene)

    changed = next(row for row in scene.rows(Booking) if row.id == id_)
    assert (changed.starts.hour, changed.ends.hour) == (16, 17)
    (outing,) = scene.rows(Outing)
    assert (outing.buddy_id, outing.check_out.hour) == (COLLEAGUE, 17)
    said = "Changed: Willow Room, Friday 27 November, 4pm to 5pm."
    assert scene.host.said[-1] == said

    scene.desk.undo.undo()
    settled(qtbot, scene)
    put_back = next(row for row in scene.rows(Booking) if row.id == id_)
    assert put_back.starts.hour == 15
    assert scene.rows(Outing) == []


def test_its_own_time_is_not_in_its_way(qtbot: QtBot, scene: Scene) -> None:
    opened(qtbot, scene, booking=own(scene))

    refused = [
        entry for entry in scene.booking.checks.shown() if entry.check.kind == "bad"
    ]

    assert refused == []


def test_somebody_elses_change_in_between_is_not_overwritten(
    qtbot: QtBot, scene: Scene
) -> None:
    id_ = own(scene)
    opened(qtbot, scene, booking=id_)
    with scene.database.write() as session:
        booking_changes.cancel(
            session, id_, scene.desk.viewer, reason="Not needed", now=find_scene.NOW
        )
        booking_changes.restore(session, id_, scene.desk.viewer, now=find_scene.NOW)

    scene.booking.form.people.setValue(4)
    save(qtbot, scene)

    assert scene.booking.card.refusal.text().startswith("Somebody else changed this")
    assert scene.booking.card.again.isVisible()
    assert scene.booking.form.people.value() == 4
    scene.booking.card.again.click()
    settled(qtbot, scene)
    assert scene.booking.form.people.value() == 3


def test_a_second_worker_keeps_the_case_of_another_list(
    qtbot: QtBot, scene: Scene
) -> None:
    with scene.database.write() as session:
        id_ = book(session, WILLOW, 4, (15, 0), (16, 0), "SUP", COLLEAGUE)
        session.add(Worker(booking_id=id_, staff_id=PRACTITIONER, part="second"))
        case = session.scalars(
            select(Case.reference)
            .join(Attendance, Attendance.case_id == Case.id)
            .where(Attendance.booking_id == id_)
        ).one()
    opened(qtbot, scene, booking=id_)
    assert scene.booking.form.subject.case.edit.text() == case

    scene.booking.form.people.setValue(4)
    settled(qtbot, scene)
    save(qtbot, scene)

    changed = next(row for row in scene.rows(Booking) if row.id == id_)
    assert (changed.people, changed.status) == (4, "confirmed")
    assert [row.case_id for row in scene.rows_of(Attendance, id_)] != []
    workers = [row.staff_id for row in scene.rows_of(Worker, id_)]
    assert workers == [COLLEAGUE, PRACTITIONER]


def test_a_colleagues_booking_answers_as_if_there_were_none(
    qtbot: QtBot, scene: Scene
) -> None:
    with scene.database.write() as session:
        theirs = book(session, WILLOW, 4, (15, 0), (16, 0), "SUP", COLLEAGUE)

    opened(qtbot, scene, booking=theirs)
    opened(qtbot, scene, booking=4711)

    assert scene.host.said[-1] == scene.host.said[-2]
    assert scene.page.results.isVisible()


def test_a_coordinator_is_sent_to_the_schedule(
    qtbot: QtBot, database: Database, tmp_path: Path
) -> None:
    find_scene.fill(database)
    for scene in find_scene.opened(qtbot, database, tmp_path, COORDINATOR):
        opened(qtbot, scene, booking=own(scene))

        assert scene.host.said[-1].endswith("move or cancel it in the schedule.")
        assert scene.page.results.isVisible()


def test_the_same_again_asks_for_a_date(qtbot: QtBot, scene: Scene) -> None:
    before = own(scene), scene.bookings()
    opened(qtbot, scene, like=before[0])
    date = scene.booking.form.time.date
    assert date.isVisible()
    assert date.text() == ""

    save(qtbot, scene)
    assert scene.bookings() == before[1]
    assert scene.booking.form.time.fields["date"].complaint.startswith("Type a date")

    enter(date, "Mon 30 Nov")
    settled(qtbot, scene)
    save(qtbot, scene)

    again = scene.rows(Booking)[-1]
    assert (again.starts.day, again.starts.hour, again.people) == (30, 15, 3)
    assert scene.bookings() == before[1] + 1
