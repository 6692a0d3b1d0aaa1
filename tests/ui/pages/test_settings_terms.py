"""School terms of one authority."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.world import World
from ui.pages.settings_terms import Terms, between
from venues.services import calendar_days
from venues.services.calendar_days import SchoolTerm


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.coordinator, tmp_path)


@pytest.fixture
def card(seat: Sitting) -> Terms:
    made = Terms(seat.desk)
    made.show_year(2026)
    seat.show(made)
    return made


def stored(world: World, authority: int = 1) -> list[str]:
    with world.database.read() as session:
        return [each.name for each in calendar_days.terms(session, authority)]


def add(seat: Sitting, card: Terms, name: str, since: str, until: str) -> None:
    card.name.setText(name)
    card.since.setText(since)
    card.until.setText(until)
    card.plus.click()
    seat.rest()


def test_ones_own_authority_is_shown_first(card: Terms) -> None:
    assert card.authority.currentText() == "Warrington"


def test_a_term_is_added_and_taken_back(
    seat: Sitting, card: Terms, world: World
) -> None:
    add(seat, card, "Autumn", "3/9/2026", "23/10/2026")

    assert stored(world) == ["Autumn"]
    assert len(card.rows.buttons) == 1
    assert seat.host.said == ["Added Autumn. [Undo]"]
    seat.desk.undo.undo()
    seat.rest()
    assert stored(world) == []
    seat.desk.undo.redo()
    seat.rest()
    assert stored(world) == ["Autumn"]


def test_another_authority_has_its_own(
    seat: Sitting, card: Terms, world: World
) -> None:
    add(seat, card, "Autumn", "3/9/2026", "23/10/2026")

    card.authority.setCurrentText("Halton")
    assert card.rows.buttons == []
    add(seat, card, "Autumn in Halton", "3/9/2026", "23/10/2026")

    assert stored(world, 2) == ["Autumn in Halton"]


@pytest.mark.parametrize(
    ("since", "until", "field"),
    [
        ("soon", "23/10/2026", "since"),
        ("3/9/2026", "late", "until"),
        ("3/9/2026", "1/9/2026", "until"),
    ],
)
def test_what_cannot_be_is_said_beside_it(
    seat: Sitting, card: Terms, world: World, since: str, until: str, field: str
) -> None:
    add(seat, card, "Autumn", since, until)

    assert card.fields[field].complaint
    assert card.name.text() == "Autumn"
    assert stored(world) == []


def test_a_term_is_removed_and_put_back(
    seat: Sitting, card: Terms, world: World
) -> None:
    add(seat, card, "Autumn", "3/9/2026", "23/10/2026")

    card.rows.buttons[0].click()
    seat.rest()

    assert stored(world) == []
    seat.desk.undo.undo()
    seat.rest()
    assert stored(world) == ["Autumn"]


def test_only_what_touches_the_year_is_shown(seat: Sitting, card: Terms) -> None:
    add(seat, card, "Winter", "1/12/2026", "10/1/2027")
    add(seat, card, "Spring", "1/2/2027", "10/3/2027")
    assert len(card.rows.buttons) == 1

    card.show_year(2027)

    assert len(card.rows.buttons) == 2


def test_the_days_of_a_term_in_words() -> None:
    winter = SchoolTerm(
        authority_id=1, name="", since=date(2026, 12, 1), until=date(2027, 1, 10)
    )
    spring = replace(winter, since=date(2027, 1, 4))

    assert between(winter) == "1 December 2026 to 10 January 2027"
    assert between(spring) == "4 January to 10 January 2027"


def test_others_read_them(seat: Sitting, world: World) -> None:
    card = Terms(seat.desk.for_viewer(world.practitioner))
    seat.show(card)

    assert not card.plus.isVisible()


def test_without_authorities_there_is_nothing_to_show(
    seat: Sitting, card: Terms
) -> None:
    card.authority.clear()

    card.show_year(2027)

    assert card.rows.buttons == []
