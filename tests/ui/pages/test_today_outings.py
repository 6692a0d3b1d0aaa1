"""Lone working on the Today page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.pages.today_scene import book, button, opened, words
from tests.ui.sitting import Sitting, sit
from tests.venues.services.out_scene import FOUR, NOON, PLACE, THREE, plan, row
from tests.world import World
from ui.dialogs.outing_editor import OutingEditor
from ui.pages.today import TodayPage
from venues.services import outing_marks

DUE = FOUR + timedelta(minutes=15)


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.practitioner, tmp_path, THREE)


@pytest.fixture
def buddy(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.colleague, tmp_path, THREE)


def verbs(page: TodayPage) -> list[list[str]]:
    return [
        [made.text() for made in shown.buttons.values()] for shown in page.outings.rows
    ]


def test_ones_own_outing_is_checked_in_and_out(seat: Sitting, world: World) -> None:
    planned = plan(world)
    page = opened(seat)
    assert "Out today" in words(page)
    assert verbs(page) == [["Check in", "Change…"]]

    button(page, f"Check in: {PLACE}").click()
    seat.rest()
    assert row(world, planned).checked_in == THREE
    assert verbs(page) == [["Check out", "15 minutes more", "Change…"]]
    button(page, f"Check out: {PLACE}").click()
    seat.rest()

    assert row(world, planned).checked_out == THREE
    assert verbs(page) == [[]]
    assert seat.host.said == [
        "You are checked in. [Undo]",
        "You are checked out. [Undo]",
    ]


def test_a_check_out_is_taken_back_and_done_again(seat: Sitting, world: World) -> None:
    planned = plan(world)
    page = opened(seat)
    button(page, f"Check in: {PLACE}").click()
    seat.rest()
    button(page, f"Check out: {PLACE}").click()
    seat.rest()

    seat.desk.undo.undo()
    seat.rest()
    assert row(world, planned).checked_out is None
    assert "Check out" in verbs(page)[0]
    seat.desk.undo.redo()
    seat.rest()

    assert row(world, planned).checked_out == THREE


def test_the_keyboard_stays_on_what_can_be_done_next(
    seat: Sitting, world: World, qtbot: QtBot
) -> None:
    plan(world)
    page = opened(seat)
    qtbot.waitUntil(page.isActiveWindow)
    more = f"15 minutes more: {PLACE}"
    button(page, f"Check in: {PLACE}").click()
    seat.rest()
    button(page, more).setFocus()

    button(page, more).click()
    seat.rest()

    assert button(page, more).hasFocus()
    assert seat.host.said[-1] == "Check-out is due at 4:30pm. [Undo]"


def test_a_buddy_reads_where_and_can_check_them_out(
    buddy: Sitting, world: World
) -> None:
    planned = plan(world)
    page = opened(buddy)
    assert "I am buddy for" in words(page)
    assert f"Practitioner 04, {PLACE}, out by 4:15pm" in words(page)

    button(page, f"Check out: Practitioner 04, {PLACE}").click()
    buddy.rest()

    assert row(world, planned).checked_out == THREE
    assert buddy.host.said == ["Practitioner 04 is checked out. [Undo]"]
    assert "I am buddy for" not in words(page)


def test_a_buddy_has_nothing_to_do_before_they_go(buddy: Sitting, world: World) -> None:
    plan(world)
    buddy.at(NOON)

    page = opened(buddy)

    assert verbs(page) == [[]]
    assert f"Practitioner 04, {PLACE}, from 3:00pm, out by 4:15pm" in words(page)


def test_time_alone_brings_the_word_that_check_out_is_due(
    buddy: Sitting, world: World
) -> None:
    plan(world)
    page = opened(buddy)

    buddy.at(DUE)
    page.reload()

    assert page.outings.rows[0].badge.text() == "Check-out due"


def test_a_refusal_stands_at_its_outing_until_it_is_closed(
    seat: Sitting, world: World
) -> None:
    planned = plan(world)
    page = opened(seat)
    pressed = button(page, f"Check in: {PLACE}")
    seat.desk.changes.blockSignals(True)  # noqa: FBT003 - as if nobody had told it yet
    with world.database.write() as session:
        outing_marks.check_out(session, world.practitioner, planned, now=THREE)

    pressed.click()
    seat.rest()

    (shown,) = page.outings.rows
    assert shown.notice.text == "They have checked out already."
    shown.notice.close_button.click()
    page.reload()
    assert page.outings.rows[0].notice.text == ""


def test_the_outing_of_an_appointment_leads_to_it(seat: Sitting, world: World) -> None:
    booked = book(world, buddy_id=world.colleague.staff_id, check_out=time(16, 30))
    page = opened(seat)

    button(page, "Open: Millbrook").click()

    assert seat.host.shown == [("find", {"booking": booked, "back": "today"})]


def test_change_and_new_open_the_form(seat: Sitting, world: World) -> None:
    plan(world)
    page = opened(seat)

    page.new_outing.click()
    button(page, f"Change…: {PLACE}").click()

    new, change = page.window().findChildren(OutingEditor)
    assert (new.windowTitle(), change.windowTitle()) == ("New outing", "Change outing")
    for editor in (new, change):
        editor.reject()


def test_a_colleague_who_is_nobodys_buddy_sees_no_card(
    qtbot: QtBot, world: World, tmp_path: Path
) -> None:
    plan(world)

    for seat in sit(qtbot, world.database, world.coordinator, tmp_path, THREE):
        page = opened(seat)

        assert page.outings.rows == []
        assert "Runcorn" not in words(page)
