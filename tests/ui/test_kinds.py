"""A badge says in words, icon and colour how something stands."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from ui import palettes, theme
from ui.kinds import ICONS, Kind, badge_font, badge_size, badge_tone, spoken

pytestmark = pytest.mark.usefixtures("qapp")


def test_kinds_are_told_apart_without_colour() -> None:
    icons = [ICONS[kind] for kind in Kind]
    words = [spoken(kind, "Safe") for kind in Kind]

    assert len(set(icons)) == len(set(words)) == len(Kind)


def test_each_kind_has_its_tone() -> None:
    c = theme.colours(palettes.light())

    fills = {badge_tone(kind, c).fill.name() for kind in Kind}

    assert len(fills) == len(Kind)


def test_a_long_badge_wraps_in_a_narrow_place(qapp: QApplication) -> None:
    words = "Confidential: part-glazed door, blinds must be down"

    wide = badge_size(Kind.WARN, words, qapp.font())
    narrow = badge_size(Kind.WARN, words, qapp.font(), widest=wide.width() // 2)

    assert narrow.width() <= wide.width() // 2 + 1
    assert narrow.height() > wide.height()


def test_a_badge_grows_with_the_text(qapp: QApplication) -> None:
    large = QFont(qapp.font())
    large.setPointSizeF(large.pointSizeF() * 2)

    ordinary = badge_size(Kind.GOOD, "Safe", qapp.font())
    grown = badge_size(Kind.GOOD, "Safe", large)

    assert grown.width() > ordinary.width() * 1.4
    assert badge_font(large).pointSizeF() < large.pointSizeF()
