"""Cells show badges and weights as their columns say."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QFont, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dressed
from ui import theme
from ui.delegates.badge import BadgeDelegate
from ui.models.table import Column, TableModel, Weight
from ui.widgets.table import Table

Role = QPalette.ColorRole

COLUMNS: tuple[Column[tuple[str, str]], ...] = (
    Column("Name", lambda row: row[0], lambda row: row[0], weight=Weight.STRONG),
    Column("Suits", lambda row: row[1], lambda row: row[1], kind=lambda row: row[0]),
    Column("Seats", lambda row: row[1], lambda row: row[1], weight=Weight.MUTED),
)


@pytest.fixture
def light(qapp: QApplication) -> Iterator[theme.Colours]:
    yield from dressed(qapp)


@pytest.fixture
def table(light: theme.Colours, qtbot: QtBot) -> Table:
    model = TableModel(COLUMNS)
    made = Table("Rooms", model)
    model.setParent(made)
    model.show([("good", "7 of 7")])
    qtbot.addWidget(made)
    return made


def painted(table: Table, index: QModelIndex, state: QStyle.StateFlag) -> QImage:
    option = QStyleOptionViewItem()
    option.initFrom(table)
    option.widget = table
    option.rect.setRect(0, 0, 140, 34)
    option.state |= state
    image = QImage(140, 34, QImage.Format.Format_ARGB32)
    image.fill(theme.colours(table.palette()).surface)
    painter = QPainter(image)
    table.itemDelegate().paint(painter, option, index)
    painter.end()
    return image


def colours_in(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
    }


def test_a_cell_with_a_kind_is_a_badge(table: Table) -> None:
    c = theme.colours(table.palette())

    shown = painted(table, table.model().index(0, 1), QStyle.StateFlag.State_None)

    assert c.good.fill.name() in colours_in(shown)


def test_a_badge_stays_a_badge_on_a_chosen_row(table: Table) -> None:
    c = theme.colours(table.palette())

    shown = painted(table, table.model().index(0, 1), QStyle.StateFlag.State_Selected)

    assert {c.selected.name(), c.good.fill.name()} <= colours_in(shown)


def test_a_cell_without_a_kind_is_words(table: Table) -> None:
    c = theme.colours(table.palette())

    shown = painted(table, table.model().index(0, 0), QStyle.StateFlag.State_None)

    assert c.good.fill.name() not in colours_in(shown)
    assert len(colours_in(shown)) > 1


def test_weights_are_font_and_ink(table: Table) -> None:
    delegate = table.itemDelegate()
    strong, muted = QStyleOptionViewItem(), QStyleOptionViewItem()
    for option in (strong, muted):
        option.initFrom(table)

    delegate.initStyleOption(strong, table.model().index(0, 0))
    delegate.initStyleOption(muted, table.model().index(0, 2))

    assert strong.font.weight() == QFont.Weight.DemiBold
    assert muted.palette.color(Role.Text) == theme.colours(table.palette()).muted


def test_a_column_is_wide_enough_for_its_badge(table: Table) -> None:
    assert isinstance(table.itemDelegate(), BadgeDelegate)
    option = QStyleOptionViewItem()
    option.initFrom(table)

    hint = table.itemDelegate().sizeHint(option, table.model().index(0, 1))

    assert hint.width() > option.fontMetrics.horizontalAdvance("7 of 7") + 20
