"""All widgets together: each has a name, shows its focus, and nothing is cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui import gallery_parts as parts
from tests.ui.dressing import dressed
from ui import theme
from ui.application import Appearance
from ui.preferences import TEXT_SIZE, Preferences
from ui.widgets.text import Elided

PARTS = [parts.form, parts.results, parts.checks, parts.venues]


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[theme.Colours]:
    yield from dressed(qapp)


@pytest.fixture
def large(qapp: QApplication, tmp_path: Path) -> Iterator[None]:
    """Text at 200 %."""
    font = qapp.font()
    file = str(tmp_path / "settings.ini")
    preferences = Preferences(QSettings(file, QSettings.Format.IniFormat))
    preferences[TEXT_SIZE] = 200
    appearance = Appearance(qapp, preferences)
    yield
    appearance.deleteLater()
    qapp.setFont(font)


def shown(make: Callable[[], QWidget], qtbot: QtBot) -> QWidget:
    widget = make()
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.resize(widget.sizeHint())
    QApplication.processEvents()
    return widget


@pytest.mark.parametrize("make", PARTS)
def test_whatever_takes_the_keyboard_has_a_name(
    make: Callable[[], QWidget], qtbot: QtBot
) -> None:
    widget = shown(make, qtbot)

    nameless = [
        type(child).__name__
        for child in widget.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus
        and child.isVisible()
        and child.focusProxy() is None
        and not QAccessible.queryAccessibleInterface(child).text(QAccessible.Text.Name)
    ]

    assert nameless == []


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("make", PARTS)
def test_no_words_are_cut_at_twice_the_size(
    make: Callable[[], QWidget], qtbot: QtBot
) -> None:
    widget = shown(make, qtbot)

    cut = [
        child.text()
        for child in widget.findChildren(QLabel)
        if child.isVisible()
        and not child.wordWrap()
        and not isinstance(child, Elided)
        and child.height() < child.fontMetrics().height()
    ]
    cut += [
        child.text()
        for child in widget.findChildren(QAbstractButton)
        if child.isVisible()
        and child.text()
        and not isinstance(child, (QCheckBox, QRadioButton))
        and child.width() < child.sizeHint().width()
    ]

    assert cut == []


def test_every_stop_of_the_keyboard_can_be_seen(qtbot: QtBot) -> None:
    form = shown(parts.form, qtbot)
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    unseen = []
    stops = [
        child
        for child in form.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus
        and child.isVisible()
        and child.isEnabled()
    ]
    for stop in stops:
        form.setFocus()
        stop.clearFocus()
        before = form.grab().toImage()
        stop.setFocus()
        if form.grab().toImage() == before:
            unseen.append(stop.accessibleName())

    assert len(stops) > 8
    assert unseen == []
