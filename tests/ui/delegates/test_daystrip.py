"""A day's bar shows free, used, closed and wished-for time where they are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QApplication

from ui import palettes, theme
from ui.delegates.daystrip import DayStrip, bar_height, paint_strip, strip_height

WIDTH = 720  # a pixel a minute from 8am to 8pm


@pytest.fixture
def c() -> theme.Colours:
    return theme.colours(palettes.light())


def painted(strip: DayStrip, c: theme.Colours, **more: bool) -> QImage:
    font = QApplication.font()
    image = QImage(WIDTH, strip_height(font), QImage.Format.Format_ARGB32)
    image.fill(c.surface)
    painter = QPainter(image)
    box = QRect(0, 0, WIDTH, image.height())
    paint_strip(painter, box, strip, base=font, c=c, **more)
    painter.end()
    return image


def at(image: QImage, hour: float) -> QColor:
    """The colour in the middle of the bar at that hour."""
    middle = bar_height(QApplication.font()) // 2
    return image.pixelColor(round((hour - 8) * 60), middle)


def test_time_in_use_is_where_it_is(c: theme.Colours, qapp: QApplication) -> None:
    image = painted(DayStrip(busy=((9 * 60, 10 * 60),)), c)

    assert at(image, 8.5) == c.free
    assert at(image, 9.5) == c.busy
    assert at(image, 10.5) == c.free


def test_closed_time_is_hatched(c: theme.Colours, qapp: QApplication) -> None:
    image = painted(DayStrip(closed=((17 * 60, 20 * 60),)), c)
    row = bar_height(QApplication.font()) // 2

    shades = {image.pixelColor(x, row).name() for x in range(560, 700)}

    assert len(shades) > 2
    assert c.hatch.name() in shades


def test_the_wish_is_outlined(c: theme.Colours, qapp: QApplication) -> None:
    image = painted(DayStrip(wish=(15 * 60 + 30, 16 * 60 + 30)), c)

    row = bar_height(QApplication.font()) // 2
    edge = {image.pixelColor(x, row).name() for x in range(448, 456)}

    assert c.accent_ink.name() in edge
    assert at(image, 16) not in (c.free, c.accent_ink)


def test_what_lies_outside_the_day_is_cut_off(
    c: theme.Colours, qapp: QApplication
) -> None:
    image = painted(DayStrip(busy=((0, 8 * 60 + 30), (19 * 60, 24 * 60))), c)

    assert at(image, 8.25) == c.busy
    assert at(image, 12) == c.free
    assert at(image, 19.5) == c.busy


def test_hours_stand_under_the_bar(c: theme.Colours, qapp: QApplication) -> None:
    image = painted(DayStrip(), c)
    below = range(bar_height(QApplication.font()) + 2, image.height())

    def ink(first: int, last: int) -> bool:
        columns = range(max(first, 0), min(last, WIDTH))
        return any(image.pixelColor(x, y) != c.surface for x in columns for y in below)

    for hour in (8, 10, 12, 14, 16, 18, 20):
        centre = (hour - 8) * 60
        assert ink(centre - 25, centre + 25)
    assert not ink(60 - 20, 60 + 20)


def test_in_a_list_of_rooms_every_second_hour_is_written(
    c: theme.Colours, qapp: QApplication
) -> None:
    font = QApplication.font()
    wide = QFontMetrics(font).averageCharWidth() * 35
    image = QImage(wide, strip_height(font), QImage.Format.Format_ARGB32)
    image.fill(c.surface)
    painter = QPainter(image)
    paint_strip(painter, image.rect(), DayStrip(), base=font, c=c)
    painter.end()
    below = range(bar_height(font) + 2, image.height())

    ten = range(round(wide / 6) - 6, round(wide / 6) + 6)

    assert any(image.pixelColor(x, y) != c.surface for x in ten for y in below)


def test_in_a_narrow_place_fewer_hours_are_written(
    c: theme.Colours, qapp: QApplication
) -> None:
    font = QApplication.font()
    image = QImage(90, strip_height(font), QImage.Format.Format_ARGB32)
    image.fill(c.surface)
    painter = QPainter(image)
    paint_strip(painter, image.rect(), DayStrip(), base=font, c=c)
    painter.end()
    below = range(bar_height(font) + 2, image.height())

    middle = range(25, 40)  # where 12 and 2 would run into one another

    assert all(image.pixelColor(x, y) == c.surface for x in middle for y in below)


def test_a_24_hour_clock_is_written_so(c: theme.Colours, qapp: QApplication) -> None:
    assert painted(DayStrip(), c) != painted(DayStrip(), c, twenty_four=True)


def test_without_hours_it_is_the_bar_alone(
    c: theme.Colours, qapp: QApplication
) -> None:
    image = painted(DayStrip(), c, marks=False)
    below = range(bar_height(QApplication.font()) + 1, image.height())

    assert all(image.pixelColor(x, y) == c.surface for x in range(WIDTH) for y in below)
