"""Closed days: added, filled in, removed, and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.world import World
from ui.pages.settings_closed import ClosedDays
from venues.services import bookings, calendar_days


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.coordinator, tmp_path)


@pytest.fixture
def card(seat: Sitting) -> ClosedDays:
    made = ClosedDays(seat.desk)
    made.show_year(2026)
    seat.show(made)
    return made


def stored(world: World, year: int = 2026) -> list[tuple[str, int | None]]:
    with world.database.read() as session:
        days = calendar_days.closed_days(session, year)
    return [(each.name, each.authority_id) for each in days]


def add(card: ClosedDays, day: str, name: str) -> None:
    card.day.setText(day)
    card.name.setText(name)
    card.name.returnPressed.emit()


def test_a_day_is_added_and_taken_back(
    seat: Sitting, card: ClosedDays, world: World
) -> None:
    card.place.setCurrentText("Warrington")
    add(card, "15/12/2026", "Training")
    seat.rest()

    assert stored(world) == [("Training", 1)]
    assert len(card.rows.buttons) == 1
    assert card.rows.buttons[0].accessibleName() == "Remove Tue 15 Dec 2026, Training"
    assert seat.host.said == ["Tue 15 Dec 2026 is closed: Training. [Undo]"]
    seat.desk.undo.undo()
    seat.rest()
    assert stored(world) == []
    seat.desk.undo.redo()
    seat.rest()
    assert stored(world) == [("Training", 1)]


def test_a_day_of_another_year_is_shown_where_it_is(
    seat: Sitting, card: ClosedDays, world: World
) -> None:
    add(card, "15/12/2027", "Training")
    seat.rest()

    assert stored(world, 2027) == [("Training", None)]
    assert len(card.rows.buttons) == 1


@pytest.mark.parametrize(
    ("day", "name", "complaint"),
    [
        ("soon", "Training", ("day", "is not a date")),
        ("15/12/2026", " ", ("name", "Say why")),
        ("15/12/2062", "Training", ("day", "Check the year")),
    ],
)
def test_what_cannot_be_used_is_said_beside_it(
    seat: Sitting,
    card: ClosedDays,
    day: str,
    name: str,
    complaint: tuple[str, str],
) -> None:
    add(card, day, name)
    seat.rest()

    field, said = complaint
    assert said in card.fields[field].complaint
    assert card.day.text().startswith(("soon", "15/12", "Tue 15 Dec", "Fri 15 Dec"))


def test_bookings_in_the_way_are_listed(
    seat: Sitting, card: ClosedDays, world: World
) -> None:
    with world.database.write() as session:
        bookings.book(session, world.request(), world.practitioner, now=world.now)

    add(card, "26/11/2026", "Training")
    seat.rest()

    assert "1 booking stands in the way" in card.notice.text
    assert card.name.text() == "Training"


def test_the_bank_holidays_are_filled_in_at_once(
    seat: Sitting, card: ClosedDays, world: World
) -> None:
    card.show_year(2028)
    assert card.fill.text() == "Fill in the bank holidays of England for 2028"

    card.fill.click()
    seat.rest()

    assert len(stored(world, 2028)) == 8
    assert card.fill.isHidden()
    assert seat.host.said == ["Filled in 8 bank holidays. [Undo]"]
    seat.desk.undo.undo()
    seat.rest()
    assert stored(world, 2028) == []


def test_a_day_is_removed_and_put_back(
    seat: Sitting, card: ClosedDays, world: World
) -> None:
    add(card, "15/12/2026", "Training")
    seat.rest()

    card.rows.buttons[0].click()
    seat.rest()

    assert stored(world) == []
    assert seat.host.said[-1] == "Tue 15 Dec 2026 is not closed any more. [Undo]"
    seat.desk.undo.undo()
    seat.rest()
    assert stored(world) == [("Training", None)]


def test_others_read_them(seat: Sitting, world: World) -> None:
    card = ClosedDays(seat.desk.for_viewer(world.practitioner))
    card.show_year(2028)
    seat.show(card)

    assert not card.plus.isVisible()
    assert not card.fill.isVisible()
    assert card.rows.buttons == []
