"""Bars are as long as their numbers say."""

from __future__ import annotations

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from tests.ui.evidence_scene import shown
from ui import palettes
from ui.theme import colours
from ui.widgets.bar_list import BarList


def drawn(qtbot: QtBot, key: str, split: str, **how: object) -> BarList:
    bars = BarList("Bars", **how)  # type: ignore[arg-type]
    qtbot.addWidget(bars)
    bars.setPalette(palettes.light())
    bars.show_table(shown(key).table(split))
    bars.resize(600, bars.sizeHint().height())
    return bars


def filled(bars: BarList, row: int) -> int:
    """Pixels of a line in the colour of bars."""
    picture, accent = bars.grab().toImage(), colours(bars.palette()).accent
    middle = round(bars.box(row, 0).center().y())
    return sum(
        QColor(picture.pixel(x, middle)) == accent for x in range(picture.width())
    )


def test_a_share_is_measured_against_the_whole(qtbot: QtBot) -> None:
    bars = drawn(qtbot, "use", "kind", of_all=True)
    track = drawn(qtbot, "suitable", "fix")

    assert bars.table.lines[0].label == "Library"  # 60%
    assert filled(bars, 0) > filled(bars, 1) == 0
    assert 0.5 < filled(bars, 0) / filled(track, 0) < 0.85


def test_an_amount_is_measured_against_the_largest(qtbot: QtBot) -> None:
    bars = drawn(qtbot, "needs", "reason")
    of = next(n for n, line in enumerate(bars.table.lines) if line.cells[0].value)

    assert filled(bars, of) > 200


def test_only_so_many_lines_are_drawn(qtbot: QtBot) -> None:
    bars = drawn(qtbot, "needs", "reason", most_lines=3)

    assert bars.rows() == 3
    assert bars.columns() == 1
