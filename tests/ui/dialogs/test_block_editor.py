"""Keeping one standing agreement."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.venues.hired import RAILSIDE
from tests.world import HALL_A, World
from ui.dialogs.block_editor import BlockEditor
from venues.services import block_hires, venue_details
from venues.services.block_hires import BlockDraft


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.coordinator, tmp_path)


def opened(seat: Sitting, block: BlockDraft | None = None) -> BlockEditor:
    with seat.desk.database.read() as session:
        found = venue_details.details(session, RAILSIDE)
    editor = BlockEditor(seat.desk, found.venue, found.rooms, block, seat.owner())
    editor.show()
    return editor


def stored(seat: Sitting) -> tuple[BlockDraft, ...]:
    with seat.desk.database.read() as session:
        return block_hires.of_venue(session, RAILSIDE)


def test_a_new_one_is_until_further_notice(seat: Sitting) -> None:
    editor = opened(seat)
    assert not editor.until.isEnabled()

    editor.what.setCurrentIndex(editor.what.findData(HALL_A))
    editor.weekday.setCurrentIndex(3)
    editor.terms.setText("Billed each quarter")
    with seat.qtbot.waitSignal(editor.saved):
        editor.try_to_save()

    assert stored(seat) == (
        BlockDraft(
            venue_id=RAILSIDE,
            room_id=HALL_A,
            weekday=3,
            opens=time(16),
            closes=time(18),
            since=date(2026, 11, 23),
            terms="Billed each quarter",
        ),
    )


def test_one_with_a_last_day_is_shown_and_changed(seat: Sitting) -> None:
    draft = BlockDraft(
        venue_id=RAILSIDE,
        weekday=1,
        opens=time(9),
        closes=time(12),
        since=date(2026, 1, 1),
        until=date(2026, 12, 31),
    )
    with seat.desk.database.write() as session:
        block = block_hires.save(session, draft, seat.desk.viewer)

    editor = opened(seat, block)
    assert editor.draft() == block
    editor.until.choose(date(2027, 1, 31))
    with seat.qtbot.waitSignal(editor.saved):
        editor.try_to_save()

    (after,) = stored(seat)
    assert after.until == date(2027, 1, 31)


def test_what_cannot_be_is_said_beside_its_field(seat: Sitting) -> None:
    editor = opened(seat)

    editor.closes.choose(time(15))
    editor.try_to_save()
    seat.rest()
    order = editor.fields["closes"].complaint
    editor.closes.choose(time(18))
    editor.since.setText("soon")
    editor.try_to_save()

    assert order == "It must end after it starts."
    assert editor.fields["since"].complaint
