"""Settings tell how long things are kept, and what went last."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.venues.aged import utc
from tests.world import World
from ui.pages.settings_kept import KeptCard
from venues.database.models import History, Retention
from venues.services import settings


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.manager, tmp_path)


@pytest.fixture
def card(seat: Sitting) -> KeptCard:
    made = KeptCard(seat.desk)
    seat.show(made)
    return made


def test_it_tells_the_numbers_as_they_are_set(
    seat: Sitting, card: KeptCard, world: World
) -> None:
    assert "13 months after the last appointment" in card.limits.text()

    with world.database.write() as session:
        settings.save(session, world.manager, {"reference_months": "12"})
    seat.rest()

    assert "12 months after the last appointment" in card.limits.text()


def test_it_tells_what_went_last(seat: Sitting, card: KeptCard, world: World) -> None:
    assert card.went.text() == "Not done yet."

    removed = {"references": 12, "links": 1, "past": 1, "left": ["Old.sqlite"]}
    with world.database.write() as session:
        session.add(Retention(day=date(2026, 11, 23), removed=removed))
    seat.rest()

    assert card.went.text() == (
        "Monday 23 November 2026: 12 references, 1 link that ended and 1 old row of "
        "history removed. Old.sqlite could not be opened: delete it."
    )


def test_it_says_when_the_clock_must_be_wrong(
    seat: Sitting, card: KeptCard, world: World
) -> None:
    with world.database.write() as session:
        at = utc() + timedelta(days=900)
        session.add(History(at=at, table="case", row_id=1, action="changed"))
    card.reload()

    assert card.notice.text.startswith("This PC's clock says Monday 23 November 2026")
