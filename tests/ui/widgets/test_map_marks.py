"""The marks of venues on the map."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import palettes, theme
from ui.contrast import READABLE, VISIBLE, contrast
from ui.widgets import map_marks
from ui.widgets.map_marks import LETTERS, NO_KIND
from venues.services.venue_words import STATUS

PALETTES = [palettes.light, palettes.dark, palettes.high_contrast]


def drawn(status: str, text: str) -> QImage:
    picture = QImage(60, 60, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    look = theme.colours(palettes.light()), QApplication.font()
    map_marks.Stamps(painter, 12, look).put(QPointF(30, 30), status, text)
    painter.end()
    return picture


def test_every_kind_that_is_known_has_letters_of_its_own() -> None:
    assert len(set(LETTERS.values())) == len(LETTERS)


def test_other_kinds_take_their_first_letter_or_the_next_that_is_free() -> None:
    assert map_marks.letters(["Library", "leisure centre", "mosque", "market", ""]) == {
        "Library": "L",
        "leisure centre": "Le",
        "market": "M",
        "mosque": "Mo",
        "": NO_KIND,
    }


@given(st.sets(st.text(st.characters(codec="ascii"), max_size=6), max_size=40))
def test_no_two_kinds_share_their_letters(kinds: set[str]) -> None:
    found = map_marks.letters(kinds)

    assert set(found) == kinds
    assert len(set(found.values())) == len(found)


def test_each_status_has_a_shape_of_its_own() -> None:
    outlines = [
        map_marks.shape(status, QPointF(), 10).toFillPolygon() for status in STATUS
    ]

    for one, other in combinations(outlines, 2):
        assert list(one) != list(other)


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("status", list(STATUS))
def test_letters_can_be_read_and_marks_be_seen(palette: object, status: str) -> None:
    c = theme.colours(palette())  # type: ignore[operator]

    ground, line, ink = map_marks.inks(status, c)

    assert contrast(ink, ground) >= READABLE
    assert max(contrast(ground, c.surface), contrast(line, c.surface)) >= VISIBLE


def test_letters_and_shapes_change_the_picture(qtbot: QtBot) -> None:
    pictures = [
        drawn(status, text) for status in STATUS for text in ("L", "F", "Ch", "")
    ]

    for one, other in combinations(pictures, 2):
        assert one != other


def test_several_venues_are_drawn_as_their_number(qtbot: QtBot) -> None:
    pictures = [drawn(map_marks.GROUP, number) for number in ("2", "3", "120")]

    assert pictures[0] != pictures[1] != pictures[2]
