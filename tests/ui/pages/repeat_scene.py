"""A weekly appointment on the booking page, and what stands in the way of some dates.

Thursdays at half past two from 26 November 2026: on 17 December the colleague has the
room, and on 24 and 31 December the venue is closed.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from pytestqt.qtbot import QtBot

from tests.ui import schedule_scene
from tests.ui.pages import find_scene
from tests.ui.pages.find_scene import Scene, enter, settled
from tests.ui.schedule_scene import COLLEAGUE, NOW, WILLOW
from ui.pages.series_section import SeriesSection
from ui.widgets.repeateditor import RepeatEditor
from venues.database.models import ClosedDay
from venues.database.session import Database
from venues.domain.people import Audience
from venues.domain.period import Period
from venues.domain.recurrence import Every
from venues.services import bookings
from venues.services.asking import Request

STARTS = datetime(2026, 11, 26, 14, 30)
TAKEN = date(2026, 12, 17)
CLOSED = (date(2026, 12, 24), date(2026, 12, 31))
CASE = "WA-20391"


def fill(database: Database) -> None:
    """The venues, and what is in the way."""
    find_scene.fill(database)
    with database.write() as session:
        session.add_all(ClosedDay(day=day, name="Christmas") for day in CLOSED)
    occupy(database, TAKEN)


def occupy(database: Database, day: date, room_id: int = WILLOW) -> int:
    """Let the colleague have the room in the afternoon of that day."""
    starts = datetime(day.year, day.month, day.day, 15)
    request = Request(
        audience=Audience.STAFF,
        kind="TRN",
        period=Period.lasting(starts, 60),
        people=3,
        worker_ids=(COLLEAGUE,),
        room_ids=(room_id,),
    )
    who = schedule_scene.viewer(COLLEAGUE)
    with database.write() as session:
        return bookings.book(session, request, who, now=NOW).id


def at(
    qtbot: QtBot, scene: Scene, room: int = WILLOW, case: str = CASE
) -> SeriesSection:
    """Open the booking page for the room, once."""
    ends = STARTS + timedelta(hours=1)
    scene.window.show_page("find", room=room, starts=STARTS, ends=ends)
    if case:
        enter(scene.booking.form.subject.case.edit, case)
    settled(qtbot, scene)
    return scene.booking.section


def weekly(qtbot: QtBot, scene: Scene, times: int = 12, room: int = WILLOW) -> None:
    """Let it repeat every week."""
    at(qtbot, scene, room)
    editor = editor_of(scene)
    editor.times.setValue(times)
    editor.choose(Every.WEEK)
    settled(qtbot, scene)


def editor_of(scene: Scene) -> RepeatEditor:
    """Everything behind the sentence."""
    return scene.booking.form.repeating.editor


def chips(scene: Scene) -> dict[str, str]:
    """Date → what its chip says beside it."""
    marks = [chip.mark for chip in scene.booking.section.chips.chips]
    return {mark.label: mark.words for mark in marks}


def choose(qtbot: QtBot, scene: Scene, label: str, key: str) -> None:
    """Open a date and press one of its buttons."""
    section = scene.booking.section
    chip = next(each for each in section.chips.chips if each.mark.label == label)
    chip.click()
    section.detail.buttons[key].click()
    settled(qtbot, scene)
