"""The palettes that the product brings along."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from ui import palettes, theme

Role = QPalette.ColorRole


def test_light_is_light_and_dark_is_dark() -> None:
    assert not theme.colours(palettes.light()).dark
    assert theme.colours(palettes.dark()).dark
    assert theme.colours(palettes.high_contrast()).high_contrast
    assert not theme.colours(palettes.dark()).high_contrast


def test_the_systems_contrast_palette_keeps_its_colours() -> None:
    system = QPalette(QColor("black"))
    system.setColor(Role.Text, QColor("#00ff00"))

    strong = palettes.strengthened(system)

    assert theme.colours(strong).high_contrast
    assert theme.colours(strong).text == QColor("#00ff00")
    assert strong.color(Role.PlaceholderText) == QColor("#00ff00")


def test_complaints_can_be_read_in_the_systems_contrast_palette() -> None:
    system = QPalette(QColor("white"))
    system.setColor(Role.Text, QColor("black"))
    system.setColor(Role.BrightText, QColor("white"))

    strong = palettes.strengthened(system)

    assert strong.color(Role.BrightText) == QColor("black")


def test_disabled_words_differ_from_words_in_use() -> None:
    palette = palettes.light()

    disabled = palette.color(QPalette.ColorGroup.Disabled, Role.ButtonText)

    assert disabled != palette.color(QPalette.ColorGroup.Active, Role.ButtonText)
