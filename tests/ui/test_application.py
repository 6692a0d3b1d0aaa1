"""The application follows what each person prefers, at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import palettes, theme
from ui.application import Appearance
from ui.look.style import VenuesStyle
from ui.palettes import Look
from ui.preferences import LOOK, TEXT_SIZE, Preferences
from ui.widgets.text import Words

Role = QPalette.ColorRole


@pytest.fixture
def preferences(tmp_path: Path, qapp: QApplication) -> Iterator[Preferences]:
    """Preferences that the application follows, until it is itself again."""
    font = qapp.font()
    file = str(tmp_path / "settings.ini")
    made = Preferences(QSettings(file, QSettings.Format.IniFormat))
    appearance = Appearance(qapp, made)
    yield made
    appearance.deleteLater()
    made.deleteLater()
    qapp.setFont(font)
    qapp.setPalette(QPalette())
    qapp.setStyle("Fusion")


def test_text_grows_as_far_as_it_may(preferences: Preferences) -> None:
    ordinary = QApplication.font().pointSizeF()

    preferences[TEXT_SIZE] = 150
    assert QApplication.font().pointSizeF() == ordinary * 1.5

    preferences[TEXT_SIZE] = 900
    assert QApplication.font().pointSizeF() == ordinary * 2

    preferences[TEXT_SIZE] = 10
    assert QApplication.font().pointSizeF() == ordinary


def test_words_of_every_size_grow_alike(preferences: Preferences, qtbot: QtBot) -> None:
    title = Words("Today", size=theme.Size.TITLE)
    qtbot.addWidget(title)
    before = title.font().pointSizeF()

    preferences[TEXT_SIZE] = 200
    qtbot.waitUntil(lambda: title.font().pointSizeF() > before)

    assert title.font().pointSizeF() == before * 2


@pytest.mark.parametrize(
    ("look", "palette"),
    [
        (Look.LIGHT, palettes.light),
        (Look.DARK, palettes.dark),
        (Look.CONTRAST, palettes.high_contrast),
    ],
)
def test_each_look_is_its_palette(
    preferences: Preferences, look: Look, palette: type
) -> None:
    preferences[LOOK] = look.value

    shown = QApplication.palette().color(Role.Base)

    assert shown == palette().color(Role.Base)


def test_without_a_choice_the_system_decides(preferences: Preferences) -> None:
    shown = QApplication.palette().color(Role.Window)

    assert shown == palettes.light().color(Role.Window)


def test_another_person_brings_their_own_look(preferences: Preferences) -> None:
    preferences.sign_in("practitioner.04")
    preferences[LOOK] = "dark"

    preferences.sign_in("practitioner.11")
    assert not theme.colours(QApplication.palette()).dark

    preferences.sign_in("practitioner.04")
    assert theme.colours(QApplication.palette()).dark


def test_the_controls_are_dressed_when_it_is_asked_for(
    preferences: Preferences, qapp: QApplication
) -> None:
    appearance = qapp.findChildren(Appearance)[-1]

    appearance.dress()

    assert isinstance(qapp.style(), VenuesStyle)
