"""A day as a bar, as a widget."""

from __future__ import annotations

from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from ui.delegates.daystrip import DayStrip
from ui.widgets.daystrip import DayBar


def test_another_day_looks_different(qtbot: QtBot) -> None:
    bar = DayBar(DayStrip(busy=((540, 600),)))
    qtbot.addWidget(bar)
    bar.resize(300, bar.sizeHint().height())
    before = bar.grab().toImage()

    bar.show_day(DayStrip(busy=((600, 660),)))

    assert bar.grab().toImage() != before


def test_it_grows_with_the_text(qtbot: QtBot) -> None:
    bar = DayBar(DayStrip())
    qtbot.addWidget(bar)
    before = bar.sizeHint().height()
    font = QFont(bar.font())
    font.setPointSizeF(font.pointSizeF() * 2)

    bar.setFont(font)

    assert bar.sizeHint().height() > before * 1.5


def test_without_hours_it_is_lower(qtbot: QtBot) -> None:
    with_hours, without = DayBar(DayStrip()), DayBar(DayStrip(), marks=False)
    for bar in (with_hours, without):
        qtbot.addWidget(bar)

    assert without.sizeHint().height() < with_hours.sizeHint().height()
