"""One year of days that are not like others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.world import World
from ui.pages.settings_days import DaysSection
from venues.services import calendar_days
from venues.services.calendar_days import Closed, SchoolTerm


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.coordinator, tmp_path)


@pytest.fixture
def section(seat: Sitting) -> DaysSection:
    made = DaysSection(seat.desk)
    seat.show(made)
    return made


def test_it_begins_with_this_year_and_steps_through_the_others(
    section: DaysSection,
) -> None:
    assert section.shown.text() == "2026"

    section.after.click()
    assert section.shown.text() == "2027"

    section.before.click()
    section.before.click()
    assert section.shown.text() == "2025"


def test_it_ends_where_nothing_can_be_put_down(section: DaysSection) -> None:
    for _ in range(10):
        section.after.click()

    assert section.shown.text() == "2036"
    assert not section.after.isEnabled()
    assert section.before.isEnabled()


def test_what_others_put_down_appears(
    seat: Sitting, section: DaysSection, world: World
) -> None:
    with world.database.write() as session:
        day = Closed(day=date(2026, 12, 15), name="Training")
        calendar_days.close(session, world.manager, day, now=world.now)
        term = SchoolTerm(
            authority_id=1,
            name="Autumn",
            since=date(2026, 9, 3),
            until=date(2026, 10, 23),
        )
        calendar_days.add_term(session, world.manager, term, now=world.now)
    seat.rest()

    assert len(section.closed.rows.buttons) == 1
    assert len(section.terms.rows.buttons) == 1
