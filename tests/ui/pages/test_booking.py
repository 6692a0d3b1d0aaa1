"""Booking a room in the window: checks, refusals, and what would do instead."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.pages import find_scene
from tests.ui.pages.find_scene import Scene, enter, settled
from tests.ui.schedule_scene import (
    COLLEAGUE,
    OAK,
    PRACTITIONER,
    STUDY,
    WILLOW,
    book,
)
from ui.dialogs.message import MessageDialog
from ui.kinds import Kind
from ui.pages import check_words
from ui.preferences import TWENTY_FOUR
from venues.database.models import (
    Booking,
    CaseVenue,
    Override,
    RefusalCode,
    Worker,
)
from venues.database.session import Database

HOUR = timedelta(hours=1)


@pytest.fixture
def scene(qtbot: QtBot, database: Database, tmp_path: Path) -> Iterator[Scene]:
    find_scene.fill(database)
    yield from find_scene.opened(qtbot, database, tmp_path)


def at(
    qtbot: QtBot, scene: Scene, room: int = WILLOW, day: int = 27, case: str = ""
) -> None:
    """Open the booking page for a room at 3pm, as the schedule does."""
    starts = datetime(2026, 11, day, 15)
    scene.window.show_page("find", room=room, starts=starts, ends=starts + HOUR)
    if case:
        enter(scene.booking.form.subject.case.edit, case)
    settled(qtbot, scene)


def checks(scene: Scene) -> dict[str, tuple[Kind, str]]:
    return {
        entry.check.heading: (entry.check.kind, entry.check.words)
        for entry in scene.booking.checks.shown()
    }


def save(qtbot: QtBot, scene: Scene) -> None:
    scene.booking.try_to_save()
    settled(qtbot, scene)


def offers(scene: Scene) -> list[str]:
    """The ways out that are shown as buttons."""
    ways = scene.booking.card.ways
    return [button.text() for button in ways.buttons] if ways.isVisible() else []


def test_every_check_is_there_and_passed_in_words(qtbot: QtBot, scene: Scene) -> None:
    at(qtbot, scene, case="WA-20391")

    assert checks(scene) == {
        "Free": (Kind.GOOD, "Nobody else has it then."),
        "Opening hours": (Kind.GOOD, "Ours to use from 8am to 8pm."),
        "This case": (
            Kind.QUIET,
            "Nothing recorded against this venue and time. Not confirmed yet.",
        ),
        "Needs": (Kind.QUIET, "None were asked for."),
        "Seats": (Kind.GOOD, "6 seats for 3 people."),
        "Your diary": (Kind.GOOD, "Nothing else then."),
        "Getting there": (Kind.QUIET, "No place to measure from."),
        "Notes": (Kind.GOOD, "Nothing in them names anybody."),
    }
    assert not scene.booking.card.why.text()


def test_that_nothing_is_recorded_never_gets_a_tick(qtbot: QtBot, scene: Scene) -> None:
    at(qtbot, scene, case="WA-20391")

    assert checks(scene)["This case"][0] is Kind.QUIET
    enter(scene.booking.form.subject.case.edit, "WA-99999")
    settled(qtbot, scene)
    kind, words = checks(scene)["This case"][:2]
    assert kind is Kind.WARN
    assert "New reference: check that it is typed right." in words


def test_without_a_reference_it_is_booked_provisionally(
    qtbot: QtBot, scene: Scene
) -> None:
    at(qtbot, scene)
    assert checks(scene)["This case"][1] == (
        "Add the case reference to confirm this booking."
    )

    save(qtbot, scene)

    assert scene.rows(Booking)[-1].status == "provisional"
    assert scene.host.said[-1] == "Booked Willow Room, Friday 27 November, 3pm to 4pm."


def test_checks_follow_the_typing(qtbot: QtBot, scene: Scene) -> None:
    at(qtbot, scene, case="WA-20391")

    scene.booking.form.people.setValue(9)
    settled(qtbot, scene)

    assert checks(scene)["Seats"] == (Kind.BAD, "9 people, 6 seats.")
    assert scene.booking.card.why.text().startswith("It cannot be booked like this")


def test_a_double_booking_is_refused_at_save_and_offers_what_would_do(
    qtbot: QtBot, scene: Scene
) -> None:
    at(qtbot, scene, case="WA-20391")
    scene.desk.changes.blockSignals(True)  # noqa: FBT003 - the news is late
    with scene.database.write() as session:
        book(session, WILLOW, 4, (15, 0), (16, 0), "SUP", COLLEAGUE)
    before = scene.bookings()

    save(qtbot, scene)

    assert scene.bookings() == before
    assert scene.booking.card.refusal.text() == (
        "Not booked. Willow Room is in use from 3pm to 4pm. It is free again at 4pm."
    )
    here = "Millbrook Family Hub, Warrington"
    assert offers(scene) == [
        f"Hall, {here}. The same time, another room",
        f"Willow Room, {here}. 4pm to 5pm, later here",
        f"Willow Room, {here}. Monday 30 November, 3pm",
    ]
    assert scene.booking.form.subject.case.edit.text() == "WA-20391"

    scene.booking.card.ways.buttons[0].click()
    settled(qtbot, scene)
    assert scene.booking.header.title() == "Book Hall"
    save(qtbot, scene)
    assert scene.bookings() == before + 1


def test_a_refusal_for_a_person_is_one_sentence_with_a_code(
    qtbot: QtBot, scene: Scene
) -> None:
    with scene.database.write() as session:
        session.add(CaseVenue(case_id=1, venue_id=1, since=find_scene.NOW.date()))
        book(session, WILLOW, 4, (14, 30), (15, 30), "SUP", COLLEAGUE)
    at(qtbot, scene, case="WA-20391")
    assert checks(scene)["Free"][1] == check_words.IN_USE

    save(qtbot, scene)

    (code,) = scene.rows(RefusalCode)
    assert scene.booking.card.refusal.text() == (
        "Not booked. This venue is not available for this case at this time. Choose "
        f"another, or ring the coordinator quoting {code.code}."
    )
    assert offers(scene)
    for words in offers(scene):
        assert "Millbrook" not in words or "November" in words
        assert "Try" not in words
    shown = [entry.check.words for entry in scene.booking.checks.shown()]
    assert not any("3:30pm" in words for words in shown)


def test_a_warning_waits_for_its_tick_and_its_reason(
    qtbot: QtBot, scene: Scene
) -> None:
    with scene.database.write() as session:
        book(session, STUDY, 4, (16, 5), (17, 0), "TRN", PRACTITIONER)
    at(qtbot, scene, case="WA-20391")
    before = scene.bookings()
    assert checks(scene)["Your diary"][0] is Kind.WARN

    save(qtbot, scene)
    entry = scene.booking.checks.entry("Your diary")
    assert scene.bookings() == before
    assert entry.tick.hasFocus()
    assert scene.booking.card.why.text() == "Tick “Your diary” and say why."

    entry.tick.click()
    entry.reason.setText("A colleague begins without me")
    settled(qtbot, scene)
    save(qtbot, scene)

    assert scene.bookings() == before + 1
    kept = [(row.rule, row.kind, row.reason) for row in scene.rows(Override)]
    assert kept == [("R19", "accepted", "A colleague begins without me")]


def test_a_reason_that_names_somebody_is_refused(qtbot: QtBot, scene: Scene) -> None:
    at(qtbot, scene, case="WA-20391")

    scene.booking.form.note.setPlainText("Ring Mrs Archer on 01925 123456")
    settled(qtbot, scene)

    assert checks(scene)["Notes"] == (
        Kind.BAD,
        "Use the case reference only. This looks like a name.",
    )
    save(qtbot, scene)
    assert "Ring Mrs Archer" in scene.booking.form.note.toPlainText()
    assert offers(scene) == []


def test_more_rooms_of_the_venue_are_taken_along(qtbot: QtBot, scene: Scene) -> None:
    at(qtbot, scene, case="WA-20391")
    scene.booking.form.rooms.choose((OAK,))
    settled(qtbot, scene)

    save(qtbot, scene)

    with scene.database.write() as session:
        book(session, STUDY, 4, (15, 0), (16, 0), "SUP", COLLEAGUE)
    at(qtbot, scene, room=OAK, case="WA-20288")
    assert checks(scene)["Free"][0] is Kind.BAD


def test_two_workers_are_two_people(qtbot: QtBot, scene: Scene) -> None:
    at(qtbot, scene, case="WA-20391")
    form = scene.booking.form

    form.second.choose(PRACTITIONER)
    settled(qtbot, scene)
    assert form.fields["second"].complaint == (
        "The second worker must be somebody else."
    )

    form.second.choose(COLLEAGUE)
    settled(qtbot, scene)
    save(qtbot, scene)
    assert [row.staff_id for row in scene.rows(Worker)][-2:] == [1, 2]


def test_what_the_schedule_opens_goes_back_to_it(qtbot: QtBot, scene: Scene) -> None:
    at(qtbot, scene, case="WA-20391")

    save(qtbot, scene)

    assert scene.host.shown[-1] == ("schedule", {})
    assert scene.searches() == []


def test_a_bad_time_is_said_beside_its_field(qtbot: QtBot, scene: Scene) -> None:
    at(qtbot, scene, case="WA-20391")
    before = scene.bookings()

    enter(scene.booking.form.time.start, "25:00")
    settled(qtbot, scene)
    save(qtbot, scene)

    field = scene.booking.form.time.fields["starts"]
    assert field.complaint.startswith("“25:00” is not a time.")
    assert field.isVisible()
    assert scene.bookings() == before


def test_everything_that_takes_the_keyboard_has_a_name(
    qtbot: QtBot, scene: Scene
) -> None:
    at(qtbot, scene, case="WA-20391")
    scene.booking.form.when.link.click()

    nameless = find_scene.nameless(scene.booking)

    assert nameless == []


def test_checks_and_times_follow_the_24_hour_clock(qtbot: QtBot, scene: Scene) -> None:
    at(qtbot, scene, room=OAK, day=26)

    scene.desk.preferences[TWENTY_FOUR] = True
    settled(qtbot, scene)

    said = checks(scene)["Free"][1]
    assert said.startswith("Oak Room is in use from 15:00 to 16:15.")
    assert scene.booking.form.check_out.currentText() == "16:15"


def test_escape_asks_before_what_was_typed_is_gone(qtbot: QtBot, scene: Scene) -> None:
    at(qtbot, scene)
    scene.booking.form.note.setPlainText("Chairs in a circle")

    find_scene.press(qtbot, Qt.Key.Key_Escape)
    dialog = scene.window.findChild(MessageDialog)
    asked = scene.booking.isVisible(), dialog is not None
    dialog.accept()

    assert asked == (True, True)
    assert scene.host.shown[-1][0] == "schedule"


def test_escape_goes_back_at_once_when_nothing_was_typed(
    qtbot: QtBot, scene: Scene
) -> None:
    at(qtbot, scene)

    find_scene.press(qtbot, Qt.Key.Key_Escape)

    assert scene.host.shown[-1][0] == "schedule"
