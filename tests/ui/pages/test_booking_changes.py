"""A booking that is there already: changed, repeated, or somebody else's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select, update

from tests.ui.pages import find_scene
from tests.ui.pages.find_scene import Scene, enter, settled
from tests.ui.schedule_scene import COLLEAGUE, COORDINATOR, PRACTITIONER, WILLOW, book
from ui.dialogs.versions import VersionsDialog
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


def test_the_case_of_a_booking_is_not_called_new(qtbot: QtBot, scene: Scene) -> None:
    opened(qtbot, scene, booking=own(scene))

    said = {entry.check.heading: entry.check for entry in scene.booking.checks.shown()}
    assert said["This case"].words.startswith("Nothing recorded against this venue")


def test_its_own_time_is_not_in_its_way(qtbot: QtBot, scene: Scene) -> None:
    opened(qtbot, scene, booking=own(scene))

    refused = [
        entry for entry in scene.booking.checks.shown() if entry.check.kind == "bad"
    ]

    assert refused == []


def elsewhere(scene: Scene, id_: int, **changed: Any) -> None:
    """Somebody else saves the booking from another PC."""
    with scene.database.write() as session:
        viewer = scene.desk.viewer
        booking = booking_changes.by_id(session, id_, viewer)
        request, case_ids = booking_changes.stored(session, booking)
        booking_changes.change(
            session,
            id_,
            replace(request, **changed),
            viewer,
            now=find_scene.NOW,
            case_ids=case_ids,
        )


def compared(qtbot: QtBot, scene: Scene) -> VersionsDialog:
    """Save, and be shown what somebody else saved meanwhile."""
    save(qtbot, scene)
    dialog = scene.booking.findChild(VersionsDialog)
    assert dialog is not None
    return dialog


def test_somebody_elses_change_in_between_is_shown_beside_what_is_typed(
    qtbot: QtBot, scene: Scene
) -> None:
    id_ = own(scene)
    opened(qtbot, scene, booking=id_)
    elsewhere(scene, id_, note="Chairs in a circle", people=2)
    scene.booking.form.people.setValue(4)

    dialog = compared(qtbot, scene)

    assert scene.booking.card.refusal.text().startswith("Somebody else changed this")
    shown = {
        name: (dialog.mine[name].words.text(), dialog.theirs[name].words.text())
        for name in dialog.mine
    }
    assert shown == {
        "people": ("4", "2"),
        "note": ("Nothing", "Chairs in a circle"),
    }
    assert dialog.kept() == {"people"}
    dialog.reject()


def test_somebody_elses_change_is_said_at_once_and_what_is_typed_stays(
    qtbot: QtBot, scene: Scene
) -> None:
    id_ = own(scene)
    opened(qtbot, scene, booking=id_)
    scene.booking.form.people.setValue(4)
    scene.booking.form.people.setFocus()
    settled(qtbot, scene)

    elsewhere(scene, id_, note="Chairs in a circle")
    settled(qtbot, scene)

    card = scene.booking.card
    assert card.refusal.text().startswith("This booking was changed elsewhere just now")
    assert card.compare.isVisible()
    assert scene.booking.form.people.value() == 4
    assert scene.booking.form.people.hasFocus()


def test_that_it_was_cancelled_or_handed_over_is_said_at_once_too(
    qtbot: QtBot, scene: Scene
) -> None:
    id_ = own(scene)
    opened(qtbot, scene, booking=id_)
    with scene.database.write() as session:
        booking_changes.cancel(
            session,
            id_,
            scene.desk.viewer,
            reason="Not needed",
            now=find_scene.NOW,
        )
    settled(qtbot, scene)
    cancelled = scene.booking.card.refusal.text()
    with scene.database.write() as session:
        session.execute(update(Worker).values(staff_id=COLLEAGUE))
    settled(qtbot, scene)

    assert cancelled.startswith("Somebody else cancelled this booking")
    assert "There is no booking" in scene.booking.card.refusal.text()


def test_mine_and_theirs_are_put_together_and_saved(qtbot: QtBot, scene: Scene) -> None:
    id_ = own(scene)
    opened(qtbot, scene, booking=id_)
    elsewhere(scene, id_, note="Chairs in a circle", people=2)
    scene.booking.form.people.setValue(4)

    compared(qtbot, scene).go.click()
    settled(qtbot, scene)
    before = next(row.people for row in scene.rows(Booking) if row.id == id_)
    save(qtbot, scene)

    saved = next(row for row in scene.rows(Booking) if row.id == id_)
    assert before == 2
    assert (saved.people, saved.note) == (4, "Chairs in a circle")


def test_who_looks_and_goes_back_finds_everything_as_typed(
    qtbot: QtBot, scene: Scene
) -> None:
    id_ = own(scene)
    opened(qtbot, scene, booking=id_)
    elsewhere(scene, id_, people=2)
    scene.booking.form.people.setValue(4)
    compared(qtbot, scene).reject()
    qtbot.waitUntil(lambda: scene.booking.findChild(VersionsDialog) is None)

    scene.booking.card.compare.click()

    assert scene.booking.form.people.value() == 4
    again = scene.booking.findChild(VersionsDialog)
    again.all_theirs.click()
    again.go.click()
    settled(qtbot, scene)
    assert scene.booking.form.people.value() == 2


def test_a_booking_without_words_on_arriving_is_opened_without_them(
    qtbot: QtBot, scene: Scene
) -> None:
    opened(qtbot, scene, booking=own(scene))

    assert not scene.booking.form.arrival.toPlainText()


def test_what_somebody_else_cancelled_is_said_to_be_so(
    qtbot: QtBot, scene: Scene
) -> None:
    id_ = own(scene)
    opened(qtbot, scene, booking=id_)
    with scene.database.write() as session:
        booking_changes.cancel(
            session, id_, scene.desk.viewer, reason="Not needed", now=find_scene.NOW
        )
    scene.booking.form.people.setValue(4)

    save(qtbot, scene)

    said = scene.booking.card.refusal.text()
    assert said.startswith("Somebody else cancelled this booking since you opened it.")
    assert scene.booking.findChild(VersionsDialog) is None
    assert scene.booking.form.people.value() == 4


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
        session.execute(update(Case).values(confirmed=True))
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
    assert scene.booking.checks.shown() == []

    save(qtbot, scene)
    assert scene.bookings() == before[1]
    assert scene.booking.form.time.fields["date"].complaint.startswith("Type a date")

    enter(date, "Mon 30 Nov")
    settled(qtbot, scene)
    save(qtbot, scene)

    again = scene.rows(Booking)[-1]
    assert (again.starts.day, again.starts.hour, again.people) == (30, 15, 3)
    assert scene.bookings() == before[1] + 1
