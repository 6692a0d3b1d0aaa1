"""Booking again and again in the window: every date in view, all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import delete

from tests.ui.pages import find_scene, repeat_scene
from tests.ui.pages.find_scene import Scene, focused, nameless, press, settled, write
from tests.ui.pages.repeat_scene import CLOSED, TAKEN, chips, choose, editor_of, weekly
from ui.kinds import Kind
from ui.pages.series_section import AS_ASKED, LEAVE_OUT, ROOM, TIME
from venues.database.models import (
    Booking,
    CaseVenue,
    ClosedDay,
    Override,
    RefusalCode,
    SeriesDate,
    Setting,
    Term,
)
from venues.database.session import Database
from venues.domain.recurrence import Every

SAID = "Booked 10 dates in Willow Room, every week on Thursday, 12 times. "
SAID += "Left out: 24 and 31 Dec."


@pytest.fixture
def scene(qtbot: QtBot, database: Database, tmp_path: Path) -> Iterator[Scene]:
    repeat_scene.fill(database)
    yield from find_scene.opened(qtbot, database, tmp_path)


def save(qtbot: QtBot, scene: Scene) -> None:
    scene.booking.try_to_save()
    settled(qtbot, scene)


def of_series(scene: Scene) -> list[Booking]:
    return [row for row in scene.rows(Booking) if row.series_id is not None]


def decide(qtbot: QtBot, scene: Scene) -> None:
    """Use the other room for the date that is taken, and leave out the other two."""
    scene.booking.section.nearest.click()
    settled(qtbot, scene)
    scene.booking.section.leave_out.click()
    settled(qtbot, scene)


def test_every_date_stands_with_its_outcome_before_anything_is_saved(
    qtbot: QtBot, scene: Scene
) -> None:
    weekly(qtbot, scene)

    section = scene.booking.section
    assert section.isVisible()
    assert section.heading.text() == "12 dates"
    assert section.summary.text() == "9 fit and 3 do not."
    failing = {label: words for label, words in chips(scene).items() if words}
    assert failing == {"17 Dec": "in use", "24 Dec": "closed", "31 Dec": "closed"}
    assert section.nearest.text() == "Use the nearest room that fits for 17 Dec"
    assert section.leave_out.text() == "Leave out 24 and 31 Dec"
    assert scene.booking.card.save.text() == "Book 12 dates"
    assert scene.booking.card.why.text() == (
        "Say what to do about 17, 24 and 31 Dec, which do not fit."
    )
    assert of_series(scene) == []


def test_checks_say_what_holds_for_some_dates_only(qtbot: QtBot, scene: Scene) -> None:
    weekly(qtbot, scene)

    found = {e.check.heading: e.check for e in scene.booking.checks.shown()}
    assert found["Free"].kind is Kind.BAD
    assert found["Free"].words == (
        "17 Dec: Willow Room is in use from 3pm to 4pm. It is free again at 4pm. "
        "The others: nobody else has it then."
    )
    assert found["Seats"].words == "6 seats for 3 people."


def test_each_is_decided_and_all_that_is_left_is_booked_together(
    qtbot: QtBot, scene: Scene
) -> None:
    weekly(qtbot, scene)
    decide(qtbot, scene)
    assert scene.booking.section.summary.text() == "10 fit and 2 left out."
    assert scene.booking.card.save.text() == "Book 10 dates"
    assert not scene.booking.card.why.text()

    save(qtbot, scene)

    assert scene.host.said == [SAID]
    assert len(of_series(scene)) == 10
    kept = {row.day: row.outcome for row in scene.rows(SeriesDate)}
    assert kept[TAKEN] == "other room"
    assert [kept[day] for day in CLOSED] == ["left out"] * 2


def test_the_whole_series_is_undone_and_done_again(qtbot: QtBot, scene: Scene) -> None:
    weekly(qtbot, scene)
    decide(qtbot, scene)
    save(qtbot, scene)
    before = scene.bookings()

    scene.desk.undo.undo()
    settled(qtbot, scene)
    assert scene.bookings() == before - 10
    scene.desk.undo.redo()
    settled(qtbot, scene)

    assert scene.bookings() == before


def test_all_of_it_with_the_keyboard_alone(qtbot: QtBot, scene: Scene) -> None:
    repeat_scene.at(qtbot, scene)
    scene.booking.form.repeating.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    assert focused() is editor_of(scene).how
    for _ in range(3):
        press(qtbot, Qt.Key.Key_Down)
    settled(qtbot, scene)
    press(qtbot, Qt.Key.Key_Escape)
    assert focused() is scene.booking.form.repeating.box
    assert scene.booking.isVisible()
    assert scene.booking.form.repeating.box.currentText() == (
        "Every week on Thursday, 12 times"
    )

    scene.booking.section.chips.setFocus()
    for _ in range(3):
        press(qtbot, Qt.Key.Key_Right)
    press(qtbot, Qt.Key.Key_Return)
    assert focused() is scene.booking.section.detail.buttons[ROOM]
    press(qtbot, Qt.Key.Key_Space)
    settled(qtbot, scene)
    press(qtbot, Qt.Key.Key_Escape)
    assert focused().text() == "17 Dec Hall instead"
    press(qtbot, Qt.Key.Key_Tab)
    assert focused() is scene.booking.section.leave_out
    press(qtbot, Qt.Key.Key_Space)
    settled(qtbot, scene)
    assert focused() is scene.booking.section.chips.chips[0]
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, scene)

    assert scene.host.said == [SAID]


def test_everything_has_a_name_for_those_who_hear_the_page(
    qtbot: QtBot, scene: Scene
) -> None:
    weekly(qtbot, scene)
    scene.booking.form.repeating.open(on=True)
    editor_of(scene).choose("weeks")
    settled(qtbot, scene)
    scene.booking.section.chips.chips[0].click()

    assert nameless(scene.booking) == []
    assert scene.booking.section.chips.chips[3].accessibleName() == (
        "Thursday 17 December 2026: Willow Room is in use from 3pm to 4pm. It is free "
        "again at 4pm."
    )


def test_a_date_goes_to_another_time_and_back_again(qtbot: QtBot, scene: Scene) -> None:
    weekly(qtbot, scene)

    choose(qtbot, scene, "17 Dec", TIME)
    assert chips(scene)["17 Dec"] == "at 2pm instead"
    choose(qtbot, scene, "24 Dec", LEAVE_OUT)
    choose(qtbot, scene, "31 Dec", LEAVE_OUT)
    save(qtbot, scene)

    moved = [row.starts.hour for row in of_series(scene) if row.starts.minute == 0]
    assert moved == [14]


def test_what_was_chosen_is_taken_back(qtbot: QtBot, scene: Scene) -> None:
    weekly(qtbot, scene)

    choose(qtbot, scene, "24 Dec", LEAVE_OUT)
    assert chips(scene)["24 Dec"] == "left out"
    scene.booking.section.detail.buttons[AS_ASKED].click()
    settled(qtbot, scene)

    assert chips(scene)["24 Dec"] == "closed"


def test_saved_as_it_is_nothing_is_booked_and_the_dates_are_named(
    qtbot: QtBot, scene: Scene
) -> None:
    weekly(qtbot, scene)

    save(qtbot, scene)

    assert of_series(scene) == []
    assert scene.booking.card.refusal.text().startswith(
        "Not booked. 3 dates of 12 cannot be booked. 17 December: Willow Room is in use"
    )
    assert focused() is scene.booking.section.nearest


def test_when_somebody_was_quicker_the_date_is_named_and_asked_about_again(
    qtbot: QtBot, scene: Scene
) -> None:
    weekly(qtbot, scene)
    decide(qtbot, scene)
    scene.desk.changes.committed.disconnect()  # as from another PC, not heard of yet
    repeat_scene.occupy(scene.database, date(2027, 1, 7))

    save(qtbot, scene)

    assert of_series(scene) == []
    assert scene.booking.card.refusal.text().startswith(
        "Not booked. 7 January has changed since you looked. Look again before you book"
    )
    assert chips(scene)["7 Jan"] == "in use"
    scene.booking.section.nearest.click()
    settled(qtbot, scene)
    save(qtbot, scene)
    assert len(of_series(scene)) == 10


def test_what_somebody_else_changes_shows_at_once(qtbot: QtBot, scene: Scene) -> None:
    weekly(qtbot, scene)
    with scene.database.write() as session:
        session.execute(delete(ClosedDay).where(ClosedDay.day.in_(CLOSED)))
    settled(qtbot, scene)

    assert scene.booking.section.summary.text() == "11 fit and 1 does not."


def test_one_reason_holds_for_all_dates(qtbot: QtBot, scene: Scene) -> None:
    with scene.database.write() as session:
        session.execute(delete(Setting).where(Setting.name.startswith("school")))
        since, until = date(2026, 9, 1), date(2027, 3, 1)
        authority = scene.desk.viewer.authority_id
        session.add(Term(authority_id=4, name="T", since=since, until=until))
        session.add(Term(authority_id=authority, name="T", since=since, until=until))
    weekly(qtbot, scene, times=3)
    assert set(chips(scene).values()) == {"school"}
    save(qtbot, scene)
    assert focused() is scene.booking.checks.entry("School").tick

    press(qtbot, Qt.Key.Key_Space)
    write(qtbot, "The school has agreed")
    settled(qtbot, scene)
    assert set(chips(scene).values()) == {"with your reason"}
    save(qtbot, scene)

    assert [row.reason for row in scene.rows(Override)] == ["The school has agreed"] * 3


def test_refused_for_a_person_there_is_one_sentence_and_one_code(
    qtbot: QtBot, scene: Scene
) -> None:
    with scene.database.write() as session:
        session.add(CaseVenue(case_id=1, venue_id=1, since=date(2026, 12, 3)))
    weekly(qtbot, scene, times=3)
    assert list(chips(scene).values()) == ["", "not available", "not available"]
    assert scene.rows(RefusalCode) == []
    section = scene.booking.section
    section.chips.chips[1].click()
    assert TIME not in section.detail.buttons

    save(qtbot, scene)

    (code,) = scene.rows(RefusalCode)
    said = scene.booking.card.refusal.text()
    assert f"quoting {code.code}" in said
    assert said.count("This venue is not available for this case at this time.") == 2


def test_a_rule_that_makes_no_sense_is_said_beside_its_field(
    qtbot: QtBot, scene: Scene
) -> None:
    repeat_scene.at(qtbot, scene)
    editor = editor_of(scene)
    editor.ends.setCurrentIndex(1)
    editor.until.choose(date(2026, 11, 1))
    editor.choose(Every.WEEK)
    settled(qtbot, scene)

    complaint = "It ends before it begins. Choose a later last date."
    assert scene.booking.form.fields["repeat"].complaint == complaint
    assert not scene.booking.section.isVisible()


def test_saving_waits_until_the_dates_have_been_looked_at(
    qtbot: QtBot, scene: Scene
) -> None:
    repeat_scene.at(qtbot, scene)
    editor = editor_of(scene)
    editor.times.setValue(3)
    editor.choose(Every.WEEK)

    scene.booking.try_to_save()
    settled(qtbot, scene)

    assert len(of_series(scene)) == 3


def test_what_does_not_repeat_any_more_is_booked_once(
    qtbot: QtBot, scene: Scene
) -> None:
    weekly(qtbot, scene)
    before = scene.bookings()

    scene.booking.form.repeating.never()
    settled(qtbot, scene)
    assert not scene.booking.section.isVisible()
    assert scene.booking.card.save.text() == "Book"
    save(qtbot, scene)

    assert scene.bookings() == before + 1
    assert of_series(scene) == []


def test_another_time_forgets_other_rooms_and_keeps_what_is_left_out(
    qtbot: QtBot, scene: Scene
) -> None:
    weekly(qtbot, scene)
    decide(qtbot, scene)

    period = scene.booking.form.time.period()
    scene.booking.form.time.choose(period.moved(period.starts - period.ends))
    settled(qtbot, scene)

    found = chips(scene)
    assert (found["17 Dec"], found["24 Dec"]) == ("", "left out")


def test_a_booking_that_is_changed_does_not_repeat(qtbot: QtBot, scene: Scene) -> None:
    scene.booking.change(1)
    scene.window.show_page("find", booking=1)
    settled(qtbot, scene)

    assert not scene.booking.form.repeating.isVisible()
