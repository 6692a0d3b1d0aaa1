"""Changing a series in its form."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Any, NamedTuple

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.ui.schedule_driver import Told
from tests.venues.services.series import changes, scene
from tests.venues.services.series.scene import THURSDAYS
from tests.world import OAK, WILLOW, World
from ui.changes import Changes
from ui.desk import Desk
from ui.dialogs.series_editor import ALONE_FURTHER, SeriesEditor
from ui.jobs import Jobs
from ui.pages.series_changing import SeriesChanging
from ui.preferences import Preferences
from ui.undo import UndoStack
from venues.database.models import CaseVenue
from venues.services.series.change import Way
from venues.services.series.opened import Scope


class Seat(NamedTuple):
    """The form on the second of four Thursdays, its desk and what is said there."""

    editor: SeriesEditor
    desk: Desk
    told: Told
    world: World

    def choose(self, scope: Scope) -> None:
        """Choose which dates, as a hand would."""
        box = self.editor.scope
        box.setCurrentIndex(box.findData(scope))
        box.activated.emit(box.currentIndex())

    def room(self, room_id: int) -> None:
        """Choose another room."""
        self.editor.room.setCurrentIndex(self.editor.room.findData(room_id))

    def way(self, day: date, way: Way) -> None:
        """Choose a way out for a date."""
        box = self.editor.fates.boxes[day]
        box.setCurrentIndex(box.findData(way))
        box.activated.emit(box.currentIndex())

    def lines(self) -> list[str]:
        """What is said of the dates."""
        return list(self.editor.fates.lines.values())


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    """What the form belongs to."""
    owner = QWidget()
    qtbot.addWidget(owner)
    return owner


@pytest.fixture
def seat(owner: QWidget, world: World) -> Iterator[Seat]:
    """The form, opened."""
    _, second, *_ = changes.ids(world)
    told = Told([], [])
    jobs, news = Jobs(), Changes()
    world.database.listen(news.announce)
    desk = Desk(
        database=world.database,
        viewer=world.practitioner,
        now=lambda: world.now,
        changes=news,
        jobs=jobs,
        undo=UndoStack(jobs),
        preferences=Preferences(QSettings()),
        host=told,
        gazetteer=lambda: None,
    )
    desk.undo.sit(desk)
    editor = SeriesChanging(desk, owner).editor(second)
    assert editor is not None
    editor.show()
    yield Seat(editor, desk, told, world)
    if isValid(editor):
        editor._leave()  # noqa: SLF001 - without the question
    jobs.close()


def saved(qtbot: QtBot, seat: Seat) -> Any:
    """Press the button, and wait until it is done."""
    qtbot.waitUntil(seat.editor.save.isEnabled)
    with qtbot.waitSignal(seat.editor.saved) as done:
        seat.editor.save.click()
    return done.args


def test_it_begins_as_the_date_is_and_asks_for_a_change(seat: Seat) -> None:
    editor = seat.editor

    assert editor.day.value() == THURSDAYS[1]
    assert editor.room.currentText() == "Willow Room, Millbrook"
    assert [editor.scope.itemText(n) for n in range(3)] == [
        "This one only",
        "This one and later (3 dates)",
        "All to come (4 dates)",
    ]
    assert not editor.save.isEnabled()


def test_every_date_is_judged_while_typing(qtbot: QtBot, seat: Seat) -> None:
    scene.occupy(seat.world, THURSDAYS[2], OAK)

    seat.room(OAK)
    qtbot.waitUntil(lambda: len(seat.lines()) == 3)

    assert [line.split(":")[0] for line in seat.lines()] == [
        "Fits",
        "Does not fit",
        "Fits",
    ]
    assert "Oak Room is in use from 3pm" in seat.lines()[1]
    assert not seat.editor.save.isEnabled()


def test_a_date_that_does_not_fit_has_ways_out(qtbot: QtBot, seat: Seat) -> None:
    scene.occupy(seat.world, THURSDAYS[2], OAK)
    seat.room(OAK)
    qtbot.waitUntil(lambda: bool(seat.editor.fates.boxes))

    seat.way(THURSDAYS[2], Way.OTHER_TIME)
    saved(qtbot, seat)

    assert changes.places(seat.world)[1:] == [
        (THURSDAYS[1], "15:00", OAK),
        (THURSDAYS[2], "16:00", OAK),
        (THURSDAYS[3], "15:00", OAK),
    ]


def test_it_says_what_was_done_and_takes_it_back(qtbot: QtBot, seat: Seat) -> None:
    seat.choose(Scope.ALL)
    seat.editor.length.setCurrentText("1 h 30")
    saved(qtbot, seat)

    assert seat.told.said == [
        "Changed 4 dates: Every week on Thursday, 4 times. [Undo]"
    ]
    assert seat.desk.undo.undo_name == "Undo change of a series"
    before = changes.places(seat.world)
    with qtbot.waitSignal(seat.desk.undo.told):
        seat.desk.undo.undo()
    with qtbot.waitSignal(seat.desk.undo.told):
        seat.desk.undo.redo()
    assert changes.places(seat.world) == before


def test_another_room_goes_back_and_again(qtbot: QtBot, seat: Seat) -> None:
    seat.room(OAK)
    saved(qtbot, seat)
    rooms = [room for *_, room in changes.places(seat.world)]
    with qtbot.waitSignal(seat.desk.undo.told):
        seat.desk.undo.undo()

    assert rooms == [WILLOW, OAK, OAK, OAK]
    assert [room for *_, room in changes.places(seat.world)] == [WILLOW] * 4


def test_it_is_handed_over(qtbot: QtBot, seat: Seat) -> None:
    seat.choose(Scope.ALL)
    seat.editor.lead.choose(2)
    saved(qtbot, seat)

    assert changes.workers(seat.world) == [(2,)] * 4
    with qtbot.waitSignal(seat.desk.undo.told):
        seat.desk.undo.undo()
    assert changes.workers(seat.world) == [(1,)] * 4


def test_it_goes_on(qtbot: QtBot, seat: Seat) -> None:
    seat.editor.more.setValue(2)
    qtbot.waitUntil(lambda: len(seat.lines()) == 2)

    assert all(line.startswith("New: ") for line in seat.lines())
    saved(qtbot, seat)
    assert len(changes.places(seat.world)) == 6
    assert seat.told.said == [
        "Changed 2 dates: Every week on Thursday, 6 times. [Undo]"
    ]


def test_further_dates_come_alone(qtbot: QtBot, seat: Seat) -> None:
    seat.editor.more.setValue(2)
    seat.room(OAK)
    field = seat.editor.fields["more"]
    qtbot.waitUntil(lambda: field.complaint != "")

    assert field.complaint == ALONE_FURTHER
    assert not seat.editor.save.isEnabled()


def test_what_cannot_be_used_is_said_beside_its_field(qtbot: QtBot, seat: Seat) -> None:
    seat.editor.lead.choose(6)
    field = seat.editor.fields["workers"]
    qtbot.waitUntil(lambda: field.complaint != "")

    assert field.complaint == "Not to a board reader. Choose somebody else."
    assert seat.lines() == []


def test_what_somebody_else_changed_is_told_with_both_versions(
    qtbot: QtBot, seat: Seat
) -> None:
    seat.choose(Scope.LATER)
    seat.room(OAK)
    qtbot.waitUntil(seat.editor.save.isEnabled)
    third = seat.editor.opened.dates[2].booking_id
    changes.change(
        seat.world, third, Scope.THIS, viewer=seat.world.manager, starts=time(10)
    )

    seat.editor.save.click()
    qtbot.waitUntil(seat.editor.notice.isVisible)

    said = seat.editor.notice.text
    assert said.startswith("Somebody else changed this series")
    assert "3pm to 4pm" in said
    assert "it is now Thursday 10 December 2026, 10am to 11am" in said
    saved(qtbot, seat)
    assert changes.places(seat.world)[2] == (THURSDAYS[2], "10:00", OAK)


def test_a_date_refused_for_a_person_is_offered_no_other_time(
    qtbot: QtBot, seat: Seat
) -> None:
    with seat.world.database.write() as session:
        session.add(CaseVenue(case_id=1, venue_id=1, since=THURSDAYS[3]))
    seat.room(OAK)
    qtbot.waitUntil(lambda: bool(seat.editor.fates.boxes))

    box = seat.editor.fates.boxes[THURSDAYS[3]]

    assert box.findData(Way.OTHER_TIME) < 0
    assert box.findData(Way.OTHER_ROOM) > 0


def test_what_is_typed_elsewhere_forgets_the_ways_out(qtbot: QtBot, seat: Seat) -> None:
    scene.occupy(seat.world, THURSDAYS[2], OAK)
    seat.room(OAK)
    qtbot.waitUntil(lambda: bool(seat.editor.fates.boxes))
    seat.way(THURSDAYS[2], Way.LEAVE_OUT)
    qtbot.waitUntil(seat.editor.save.isEnabled)

    seat.editor.number.setValue(4)
    qtbot.waitUntil(lambda: not seat.editor.save.isEnabled())

    assert seat.editor.fates.ways() == {}


def test_a_series_of_somebody_else_is_not_opened(
    qtbot: QtBot, seat: Seat, owner: QWidget
) -> None:
    assert SeriesChanging(seat.desk, owner).editor(999) is None
    assert seat.told.said[-1].startswith("There is no booking of yours")
    assert qtbot is not None


def test_a_day_that_is_not_there_is_told(qtbot: QtBot, seat: Seat) -> None:
    seat.editor.day.choose(THURSDAYS[1] - timedelta(30))
    field = seat.editor.fields["date"]
    qtbot.waitUntil(lambda: field.complaint != "")

    assert "has passed" in field.complaint
