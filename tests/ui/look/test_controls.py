"""What a control is doing can be seen: used, pointed at, wrong, or not for now."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dressed
from ui import marks, theme
from ui.widgets.buttons import Button, LinkButton, PrimaryButton


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[theme.Colours]:
    yield from dressed(qapp)


def picture(widget: QWidget) -> QImage:
    widget.resize(160, 32)
    return widget.grab().toImage()


def edge(widget: QWidget) -> QColor:
    return picture(widget).pixelColor(80, 0)


def focused(widget: QWidget, qtbot: QtBot) -> None:
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)


def test_a_fields_edge_tells_its_state(light: theme.Colours, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    assert edge(field) == light.border

    focused(field, qtbot)
    assert edge(field) == light.focus

    field.setProperty(marks.COMPLAINT, "It is too short.")
    assert edge(field) == light.bad.ink

    field.setEnabled(False)
    assert edge(field) == light.hairline


def test_a_note_is_a_field_too(light: theme.Colours, qtbot: QtBot) -> None:
    note = QPlainTextEdit()
    qtbot.addWidget(note)

    assert edge(note) == light.border


def test_the_thing_to_do_stands_out(light: theme.Colours, qtbot: QtBot) -> None:
    primary, plain, link = PrimaryButton(""), Button(""), LinkButton("")
    for button in (primary, plain, link):
        qtbot.addWidget(button)

    grounds = [picture(one).pixelColor(80, 16) for one in (primary, plain, link)]

    assert grounds == [light.accent, light.surface, light.page]


def test_a_button_that_cannot_be_used_is_quiet(
    light: theme.Colours, qtbot: QtBot
) -> None:
    button = PrimaryButton("Book")
    qtbot.addWidget(button)
    button.setEnabled(False)

    assert picture(button).pixelColor(20, 16) == light.page


def test_a_button_held_down_shows_it(light: theme.Colours, qtbot: QtBot) -> None:
    button = QPushButton("")
    qtbot.addWidget(button)

    button.setDown(True)

    assert picture(button).pixelColor(80, 16) == light.selected


def test_a_mnemonic_is_not_shown_as_a_letter(qtbot: QtBot) -> None:
    plain, marked = Button("Save"), Button("&Save")
    for button in (plain, marked):
        qtbot.addWidget(button)

    assert marked.sizeHint() == plain.sizeHint()


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_a_tick_is_more_than_a_colour(
    kind: type[QCheckBox], light: theme.Colours, qtbot: QtBot
) -> None:
    box = kind("")
    qtbot.addWidget(box)
    assert light.accent.name() not in _colours(picture(box))

    box.setChecked(True)
    colours = _colours(picture(box))

    assert {light.accent.name(), light.on_accent.name()} <= colours


def test_half_a_tick_is_a_dash(light: theme.Colours, qtbot: QtBot) -> None:
    box = QCheckBox("")
    qtbot.addWidget(box)
    box.setTristate(True)
    box.setCheckState(Qt.CheckState.Checked)
    ticked = picture(box)

    box.setCheckState(Qt.CheckState.PartiallyChecked)

    assert picture(box) != ticked
    assert light.accent.name() in _colours(picture(box))


def _colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name() for x in range(40) for y in range(image.height())
    }
