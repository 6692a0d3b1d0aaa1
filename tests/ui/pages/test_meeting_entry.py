"""What some kinds of appointment ask for, in the window and by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from tests.ui.pages import find_scene
from tests.ui.pages.find_scene import Scene, enter, settled
from tests.ui.schedule_scene import HALL, OAK, WILLOW
from ui.kinds import Kind
from ui.pages.meeting_entry import MeetingEntry
from venues.database.models import (
    Booking,
    BookingRoom,
    Case,
    CaseHours,
    Condition,
    Setting,
    Venue,
    WaitingSpace,
    Worker,
)
from venues.database.session import Database
from venues.domain.meeting import Meeting
from venues.domain.people import Audience


@pytest.fixture
def scene(qtbot: QtBot, database: Database, tmp_path: Path) -> Iterator[Scene]:
    find_scene.fill(database)
    yield from find_scene.opened(qtbot, database, tmp_path)


def at(
    qtbot: QtBot,
    scene: Scene,
    kind: str,
    audience: Audience = Audience.CHILD,
    hour: int = 15,
) -> MeetingEntry:
    """Open the booking page for that kind on Friday."""
    starts = datetime(2026, 11, 27, hour)
    ends = starts + timedelta(hours=1)
    scene.window.show_page("find", room=WILLOW, starts=starts, ends=ends)
    subject = scene.booking.form.subject
    subject.audience.choose(audience.value)
    subject.kind.setCurrentIndex(subject.kind.findData(kind))
    form = scene.booking.form
    form.people.setValue(4)
    form.seating.setCurrentIndex(form.seating.findData("circle"))
    if audience is not Audience.STAFF:
        enter(subject.case.edit, "WA-20391")
    settled(qtbot, scene)
    return scene.booking.form.meeting


def said(scene: Scene, heading: str) -> tuple[Kind, str] | None:
    """A check on the right, as it came out."""
    return next(
        (
            (entry.check.kind, entry.check.words)
            for entry in scene.booking.checks.shown()
            if entry.check.heading == heading
        ),
        None,
    )


def save(qtbot: QtBot, scene: Scene) -> Booking:
    scene.booking.try_to_save()
    settled(qtbot, scene)
    booking = scene.rows(Booking)[-1]
    assert isinstance(booking, Booking)
    return booking


def shown(entry: MeetingEntry) -> set[str]:
    return {key for key, field in entry.fields.items() if field.entry.isVisible()}


@pytest.mark.parametrize(
    ("kind", "audience", "asks"),
    [
        ("SUP", Audience.CHILD, set()),
        ("RMM", Audience.STAFF, {"police"}),
        ("ROP", Audience.CHILD, {"panel_members", "order_on", "waiting"}),
        ("RJD", Audience.CHILD, {"both_agreed", "waiting"}),
    ],
)
def test_a_kind_is_asked_only_for_what_it_needs(
    qtbot: QtBot, scene: Scene, kind: str, audience: Audience, asks: set[str]
) -> None:
    assert shown(at(qtbot, scene, kind, audience)) == asks


def test_the_police_are_named_by_keyboard_and_confirm_the_meeting(
    qtbot: QtBot, scene: Scene
) -> None:
    entry = at(qtbot, scene, "RMM", Audience.STAFF)
    assert said(scene, "Police") == (
        Kind.WARN,
        "Name the police representative to confirm this meeting.",
    )
    assert save(qtbot, scene).status == "provisional"

    id_ = scene.rows(Booking)[-1].id
    scene.window.show_page("find", booking=id_)
    settled(qtbot, scene)
    entry.police.setFocus()
    qtbot.keyClicks(entry.police, "Cheshire Police, risk desk")
    settled(qtbot, scene)
    qtbot.keyClick(entry.police, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, scene)

    booking = scene.rows(Booking)[-1]
    assert (booking.id, booking.status) == (id_, "confirmed")
    (worker,) = [row for row in scene.rows(Worker) if row.part == "police"]
    assert worker.agency == "Cheshire Police, risk desk"
    scene.window.show_page("find", booking=id_)
    settled(qtbot, scene)
    found = said(scene, "Police")
    assert found is not None
    assert found[0] is Kind.GOOD
    assert found[1].startswith("Seen to by Practitioner 04, ")


def test_a_persons_name_is_not_taken_for_the_police(qtbot: QtBot, scene: Scene) -> None:
    entry = at(qtbot, scene, "RMM", Audience.STAFF)

    enter(entry.police, "Mr Smith")
    settled(qtbot, scene)

    found = said(scene, "Notes")
    assert found is not None
    assert found[1].startswith("Use the case reference only.")


def test_a_panel_says_who_is_missing_and_by_when_it_is_due(
    qtbot: QtBot, scene: Scene
) -> None:
    entry = at(qtbot, scene, "ROP")
    enter(entry.order, "2 October")
    settled(qtbot, scene)

    assert said(scene, "The panel") == (
        Kind.WARN,
        "A panel needs 1 service member and 2 panel members.",
    )
    assert said(scene, "In time") == (
        Kind.WARN,
        "The first panel is due by 30 October, 20 working days after the order.",
    )
    entry.panel.setValue(2)
    enter(entry.order, "2 November")
    settled(qtbot, scene)
    assert said(scene, "The panel") is None
    assert said(scene, "In time") is None
    assert save(qtbot, scene).order_on == date(2026, 11, 2)


def test_an_order_on_no_day_is_said_beside_its_field(
    qtbot: QtBot, scene: Scene
) -> None:
    entry = at(qtbot, scene, "ROP")

    enter(entry.order, "32 November")
    settled(qtbot, scene)

    assert entry.fields["order_on"].complaint


def test_a_meeting_face_to_face_waits_for_a_manager(qtbot: QtBot, scene: Scene) -> None:
    with scene.database.write() as session:
        session.add(WaitingSpace(venue_id=1, name="Foyer"))
    entry = at(qtbot, scene, "RJD")
    found = said(scene, "Sign-off")
    assert found is not None
    assert found[1] == (
        "Needs a manager's sign-off. Before that: a second facilitator, two break-out "
        "rooms and a yes from both."
    )
    assert said(scene, "Arriving") is not None

    entry.agreed.setChecked(True)
    entry.waiting.choose([HALL])
    scene.booking.form.rooms.choose([OAK])
    settled(qtbot, scene)

    assert said(scene, "Arriving") is None
    booking = save(qtbot, scene)
    roles = [row.role for row in scene.rows_of(BookingRoom, booking.id)]
    assert roles == ["main", "break-out", "waiting"]
    assert [row.kind for row in scene.rows_of(Condition, booking.id)] == ["sign-off"]


def test_nobody_works_alone_without_a_plan(qtbot: QtBot, scene: Scene) -> None:
    entry = at(qtbot, scene, "SUP", hour=18)
    assert said(scene, "Staff in the building") == (
        Kind.BAD,
        "Nobody else is in the building after 6pm. Add a second worker.",
    )
    assert shown(entry) == {"lone_plan"}

    entry.plan.setFocus()
    qtbot.keyClick(entry.plan, Qt.Key.Key_Space)
    settled(qtbot, scene)

    assert said(scene, "Staff in the building") == (
        Kind.WARN,
        "A manager has still to approve the plan for working alone.",
    )
    booking = save(qtbot, scene)
    assert (booking.status, booking.lone_plan) == ("provisional", True)


def test_late_hours_school_buses_and_the_case_are_said_each_in_a_check(
    qtbot: QtBot, scene: Scene
) -> None:
    with scene.database.write() as session:
        case_id = session.query(Case.id).filter_by(reference="WA-20391").scalar()
        session.get_one(Case, case_id).two_workers = True
        session.add(
            CaseHours(case_id=case_id, weekday=0, opens=time(9), closes=time(10))
        )
        session.get_one(Setting, "late_from").value = "15:00"
        session.get_one(Venue, 1).last_bus = time(15, 30)

    at(qtbot, scene, "SUP")

    assert said(scene, "When it can come") == (
        Kind.WARN,
        "Outside the hours recorded for this case.",
    )
    assert said(scene, "Workers") == (Kind.BAD, "Two workers needed.")
    assert said(scene, "Checking out") == (
        Kind.WARN,
        "Late appointment: choose who you check out with.",
    )
    assert said(scene, "Last bus") == (
        Kind.WARN,
        "The last bus is at 3:30pm and this ends at 4pm. Travel help?",
    )


def test_what_is_said_of_a_meeting_is_shown_again(qtbot: QtBot, scene: Scene) -> None:
    entry = at(qtbot, scene, "ROP")
    whole = Meeting(panel_members=2, order_on=date(2026, 11, 2), waiting_ids=(OAK,))
    form = scene.booking.form
    asked = replace(form.request({}), room_ids=(WILLOW, OAK), meeting=whole)

    form.show_request(asked)

    assert form.request({}) == asked
    assert entry.order.text() == "Mon 2 Nov 2026"


def test_every_input_has_a_name_for_those_who_hear_the_page(
    qtbot: QtBot, scene: Scene
) -> None:
    entry = at(qtbot, scene, "RJD")

    for field in entry.fields.values():
        assert QAccessible.queryAccessibleInterface(field.entry).text(
            QAccessible.Text.Name
        )
