"""The bookings that a record touches."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.widgets.badge import Badge
from ui.widgets.buttons import Button
from ui.widgets.touched_rows import TouchedRows, when
from venues.services.apart.touched import Touched


def touched(id_: int, day: int, *, review: bool) -> Touched:
    return Touched(
        booking_id=id_,
        reference=f"B-{id_}",
        starts=datetime(2026, 12, day, 11),
        ends=datetime(2026, 12, day, 12),
        venue="Millbrook Family Hub",
        review=review,
    )


def test_only_what_is_to_be_reviewed_has_a_way_out(qtbot: QtBot) -> None:
    rows = TouchedRows([touched(7, 10, review=True), touched(8, 3, review=False)])
    qtbot.addWidget(rows)
    rows.show()
    (button,) = rows.findChildren(Button)

    with qtbot.waitSignal(rows.wanted) as told:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert told.args == [7]
    assert [badge.text() for badge in rows.findChildren(Badge)] == ["Review", "Clear"]
    assert button.accessibleName() == (
        "Find another room for Thu 10 December, 11am, Millbrook Family Hub"
    )


def test_a_booking_is_named_by_day_time_and_venue() -> None:
    assert when(touched(8, 3, review=False)) == (
        "Thu 3 December, 11am, Millbrook Family Hub"
    )
