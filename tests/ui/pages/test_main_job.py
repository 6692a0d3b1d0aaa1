"""The main job, by keyboard alone: from the first field to booked, and back again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.server import Kept, Server
from tests.ui.pages import find_scene
from tests.ui.pages.find_scene import FRIDAY, Scene, focused, press, settled, write
from tests.ui.schedule_scene import PRACTITIONER, ROLES
from venues.database import keys
from venues.database.engines import postgres_logins
from venues.database.models import Attendance, Booking, Case
from venues.database.session import Database

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

# A list that pops up asks the screen for what there is none of here.
pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


@pytest.fixture
def scene(qtbot: QtBot, database: Database, tmp_path: Path) -> Iterator[Scene]:
    find_scene.fill(database)
    yield from find_scene.opened(qtbot, database, tmp_path)


def look_on_friday(qtbot: QtBot, scene: Scene, reference: str) -> None:
    """Type the reference and the day, and go on to the rooms."""
    press(qtbot, Key.Key_Tab)
    write(qtbot, reference)
    settled(qtbot, scene)
    press(qtbot, Key.Key_Tab)
    press(qtbot, Key.Key_Tab)
    write(qtbot, FRIDAY)
    press(qtbot, Key.Key_Return)
    settled(qtbot, scene)


@pytest.fixture
def own_sign_in(
    qtbot: QtBot, shared_template: Kept, server: Server, tmp_path: Path
) -> Iterator[Scene]:
    """The same on a server, where somebody signs in with no more than their rights."""
    whole = Database.open(shared_template.reset())
    find_scene.fill(whole)
    with whole.write() as session:
        keys.catch_up(session)
    whole.close()
    login, _, role = ROLES[PRACTITIONER]
    postgres_logins.enter(shared_template.address, login, role, PRACTITIONER)
    database = Database.open(server.address(shared_template.address.name, login))
    yield from find_scene.opened(qtbot, database, tmp_path)
    database.close()


def test_from_the_first_field_to_booked_without_the_mouse(
    qtbot: QtBot, scene: Scene
) -> None:
    before = scene.bookings()

    first_to_last(qtbot, scene)

    assert scene.bookings() == before + 1


def test_it_is_the_same_with_ones_own_sign_in_on_a_server(
    qtbot: QtBot, own_sign_in: Scene
) -> None:
    assert own_sign_in.database.blind

    first_to_last(qtbot, own_sign_in)


def first_to_last(qtbot: QtBot, scene: Scene) -> None:
    """From the first field to booked, taken back, and booked again."""
    before = scene.bookings()
    form = scene.page.form
    assert focused() is form.subject.audience.segment("child")

    press(qtbot, Key.Key_Tab)
    assert focused() is form.subject.case.edit
    write(qtbot, "wa 20417")
    settled(qtbot, scene)
    press(qtbot, Key.Key_Tab)
    press(qtbot, Key.Key_Tab)
    assert focused() is form.date
    write(qtbot, FRIDAY)
    press(qtbot, Key.Key_Tab)
    press(qtbot, Key.Key_Tab)
    write(qtbot, "2pm")
    press(qtbot, Key.Key_Return)
    settled(qtbot, scene)
    assert focused() is scene.page.results.list

    press(qtbot, Key.Key_Down)
    chosen = scene.page.results.list.chosen()
    assert chosen is not None
    press(qtbot, Key.Key_Return)
    settled(qtbot, scene)
    assert scene.page.booking.isVisible()
    press(qtbot, Key.Key_Return, CONTROL)
    settled(qtbot, scene)

    assert scene.bookings() == before + 1
    made = scene.rows(Booking)[-1]
    assert (made.starts.hour, made.starts.day, made.people) == (14, 27, 3)
    assert made.arrival == f"Come to the door of {chosen.room.venue.name}."
    said = f"Booked {chosen.room.name}, Friday 27 November, 2pm to 3pm."
    assert scene.host.said[-1] == said
    assert scene.page.results.isVisible()
    assert form.subject.case.edit.text() == "wa 20417"

    press(qtbot, Key.Key_Z, CONTROL)
    settled(qtbot, scene)
    assert scene.bookings() == before
    press(qtbot, Key.Key_Y, CONTROL)
    settled(qtbot, scene)
    assert scene.bookings() == before + 1


def test_escape_goes_back_and_everything_typed_is_still_there(
    qtbot: QtBot, scene: Scene
) -> None:
    look_on_friday(qtbot, scene, "WA-20417")
    press(qtbot, Key.Key_Down)
    chosen = scene.page.results.list.chosen()
    press(qtbot, Key.Key_Return)
    settled(qtbot, scene)

    press(qtbot, Key.Key_Escape)

    assert scene.page.results.isVisible()
    assert focused() is scene.page.results.list
    assert scene.page.results.list.chosen() == chosen
    assert scene.page.form.subject.case.edit.text() == "WA-20417"


def test_the_reference_booked_is_the_one_that_was_typed(
    qtbot: QtBot, scene: Scene
) -> None:
    look_on_friday(qtbot, scene, "WA20417")
    press(qtbot, Key.Key_Return)
    settled(qtbot, scene)
    press(qtbot, Key.Key_Return, CONTROL)
    settled(qtbot, scene)

    made = scene.rows(Booking)[-1]
    with scene.database.read() as session:
        cases = [
            session.get(Case, row.case_id).reference
            for row in session.query(Attendance).filter_by(booking_id=made.id)
        ]
    assert cases == ["WA-20417"]
    assert made.status == "confirmed"


def test_a_completed_reference_does_not_swallow_the_return(
    qtbot: QtBot, scene: Scene
) -> None:
    press(qtbot, Key.Key_Tab)
    write(qtbot, "204")
    settled(qtbot, scene)
    scene.page.form.subject.case.edit.completer().popup().hide()
    write(qtbot, "17")
    press(qtbot, Key.Key_Return)

    assert scene.page.form.subject.fields["case"].complaint.startswith(
        "That is not a case reference."
    )
    assert focused() is scene.page.form.subject.case.edit
