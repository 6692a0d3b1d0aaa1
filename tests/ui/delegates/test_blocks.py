"""Blocks, hatches and quick words."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from pytestqt.qtbot import QtBot

from ui import palettes, theme
from ui.delegates import blocks
from ui.delegates.blocks import Pens, Scribe
from ui.models.grid import Band
from venues.domain.privacy import Seen, Sight
from venues.domain.proposal import Venue

BOX = QRect(10, 10, 120, 40)
MASKED = Seen(
    room_id=1, starts=datetime(2026, 11, 26, 13), ends=datetime(2026, 11, 26, 14)
)
FULL = replace(MASKED, sight=Sight.FULL, own=True, audience="child", kind_code="SUP")


@pytest.fixture
def canvas(qtbot: QtBot) -> QImage:
    """Something white to draw on."""
    picture = QImage(400, 120, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.white)
    return picture


def colours(picture: QImage, box: QRect) -> set[str]:
    """Every colour in a part of a picture."""
    return {
        picture.pixelColor(x, y).name()
        for x in range(box.left(), box.right() + 1)
        for y in range(box.top(), box.bottom() + 1)
    }


@pytest.mark.parametrize(
    ("row", "tone"),
    [
        (MASKED, "masked"),
        (FULL, "own"),
        (replace(FULL, audience="victim"), "own"),
        (replace(FULL, kind_code="ROP"), "panel"),
        (replace(FULL, audience="staff"), "masked"),
        (replace(FULL, sight=Sight.ARRANGEMENTS), "masked"),
    ],
)
def test_only_who_sees_all_of_a_booking_sees_its_colour(row: Seen, tone: str) -> None:
    c = theme.colours(palettes.light())

    assert blocks.tone_of(row, c) is getattr(c, tone)


@pytest.mark.parametrize("width", [6, 120])
def test_a_block_has_its_ground_and_its_bar(canvas: QImage, width: int) -> None:
    c = theme.colours(palettes.light())
    painter = QPainter(canvas)

    blocks.ground(painter, QRect(10, 10, width, 40), c.own, c, 1.0)
    painter.end()

    assert canvas.pixelColor(11, 30).name() == c.own.bar.name()
    assert canvas.pixelColor(9 + width, 30).name() != c.own.bar.name()


def test_in_a_contrast_palette_a_block_is_a_line_and_a_bar(canvas: QImage) -> None:
    c = theme.colours(palettes.high_contrast())
    painter = QPainter(canvas)

    blocks.ground(painter, BOX, c.own, c, 1.0)
    painter.end()

    assert canvas.pixelColor(70, 10).name() == c.text.name()
    assert canvas.pixelColor(70, 30).name() == c.surface.name()


def test_masked_blocks_of_a_size_are_drawn_once(canvas: QImage) -> None:
    pens, drawn = Pens(QFont()), []
    painter = QPainter(canvas)

    for left in (0, 130, 260):
        box = QRect(left, 0, 120, 40)
        draw = partial(_note, drawn, left)
        blocks.stamped(painter, box, pens, ("#eeeeee",), draw)
    painter.end()

    assert drawn == [0]


def _note(drawn: list[int], left: int, _painter: QPainter, _box: QRect) -> None:
    drawn.append(left)


def test_words_too_wide_end_in_dots_and_never_leave_their_room(canvas: QImage) -> None:
    scribe = Scribe(QFont())
    painter = QPainter(canvas)
    wide = scribe.wide("Supervision session")

    full = scribe.write(painter, 0, 0, "Supervision session", QColor("black"), 300)
    cut = scribe.write(painter, 0, 50, "Supervision session", QColor("black"), 40)
    none = scribe.write(painter, 0, 90, "Supervision session", QColor("black"), 0)
    painter.end()

    assert (full, cut, none) == (wide, 40, 0)
    assert colours(canvas, QRect(41, 50, 300, 40)) == {"#ffffff"}


def test_many_different_words_are_not_kept_for_ever(canvas: QImage) -> None:
    scribe = Scribe(QFont())
    painter = QPainter(canvas)

    for number in range(blocks.MOST + 5):
        scribe.write(painter, 0, 0, f"WA-{number}", QColor("black"), 100)
    painter.end()

    assert len(scribe._kept) <= blocks.MOST + 1  # noqa: SLF001 - the bound is the point


@pytest.mark.parametrize(
    ("letters", "said"),
    [
        (40, "Training, team or volunteer meeting"),
        (16, "Training, team"),
        (10, "Training"),
        (1, "Training"),
    ],
)
def test_words_are_left_out_at_the_end_rather_than_cut(letters: int, said: str) -> None:
    scribe = Scribe(QFont())
    room = scribe.metrics.averageCharWidth() * letters

    shown = scribe.shortened("Training, team or volunteer meeting", room)

    assert shown == said


def test_closed_time_has_its_word_where_there_is_room(canvas: QImage) -> None:
    c, pens = theme.colours(palettes.light()), Pens(QFont())
    named, bare = canvas.copy(), canvas.copy()

    for picture, word in ((named, "Repairs"), (bare, "")):
        painter = QPainter(picture)
        blocks.closed(painter, BOX, word, pens, c)
        painter.end()

    chip = QRect(BOX.x() + 4, BOX.y() + 5, 20, 10)
    assert c.surface.name() in colours(named, chip)
    assert c.surface.name() not in colours(bare, chip)


def test_a_heading_shows_whether_its_rooms_are_hidden(canvas: QImage) -> None:
    c, pens = theme.colours(palettes.light()), Pens(QFont())
    venue = Venue(1, "Millbrook", "Warrington", "Warrington", 2, "active")
    pictures = []

    for folded in (False, True):
        picture = canvas.copy()
        painter = QPainter(picture)
        band = Band(0, 1, venue.name, "open 9am to 5pm", venue=venue, folded=folded)
        blocks.heading(painter, QRect(0, 0, 400, 30), band, pens, c)
        painter.end()
        pictures.append(picture)

    assert pictures[0] != pictures[1]


@pytest.mark.parametrize("at", [QPoint(390, 110), QPoint(-50, 100)])
def test_words_beside_a_drag_stay_inside_the_view(canvas: QImage, at: QPoint) -> None:
    c, pens = theme.colours(palettes.light()), Pens(QFont())
    view = QRect(0, 0, 400, 120)
    painter = QPainter(canvas)

    about = QRect(at, QSize(30, 4))
    blocks.balloon(painter, about, view, "In use then.", pens, c, refused=True)
    painter.end()

    assert c.bad.bar.name() in colours(canvas, view)
    edge = colours(canvas, QRect(0, 0, 400, 2)) | colours(canvas, QRect(397, 0, 2, 120))
    assert edge == {"#ffffff"}


def test_at_the_foot_of_the_view_the_words_stand_above_what_is_dragged(
    canvas: QImage,
) -> None:
    c, pens = theme.colours(palettes.light()), Pens(QFont())
    about = QRect(100, 80, 60, 30)
    painter = QPainter(canvas)

    blocks.balloon(
        painter, about, QRect(0, 0, 400, 120), "In use", pens, c, refused=True
    )
    painter.end()

    assert colours(canvas, about) == {"#ffffff"}
    assert c.bad.bar.name() in colours(canvas, QRect(0, 0, 400, 80))


def test_a_place_that_is_refused_differs_in_more_than_colour(canvas: QImage) -> None:
    c, pens = theme.colours(palettes.high_contrast()), Pens(QFont())
    pictures = []

    for refused in (False, True):
        picture = canvas.copy()
        painter = QPainter(picture)
        blocks.ghost(painter, BOX, "", pens, c, refused=refused)
        painter.end()
        pictures.append(picture)

    assert pictures[0] != pictures[1]


def test_what_is_taken_up_stands_back(canvas: QImage) -> None:
    c = theme.colours(palettes.light())
    painter = QPainter(canvas)
    painter.fillRect(BOX, QColor("black"))

    blocks.lifted(painter, BOX, c)
    painter.end()

    assert canvas.pixelColor(BOX.center()).lightness() > 120


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, ""),
        ({"status": "provisional", "not_confirmed": True}, "provisional"),
        ({"not_confirmed": True}, "not confirmed"),
        ({"not_confirmed": True, "sight": Sight.MASKED}, ""),
    ],
)
def test_what_a_booking_waits_for_is_said_but_never_of_a_masked_one(
    changed: dict[str, Any], said: str
) -> None:
    assert blocks.waits(replace(FULL, **changed)) == said
