"""The paper, and the ink on it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QApplication

from ui.paper.lettering import POINT, Lettering, Line
from ui.paper.page import MARGIN, WHITE, Paper, a4, boxed, hatch, write, write_right


@pytest.fixture
def picture(qapp: QApplication) -> QImage:
    """A white square of 200 units."""
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    return image


def inked(picture: QImage, box: QRectF) -> int:
    """How many pixels of the box are not white."""
    white = WHITE.rgb()
    return sum(
        picture.pixel(x, y) != white
        for x in range(int(box.left()), int(box.right()))
        for y in range(int(box.top()), int(box.bottom()))
    )


def test_paper_is_a4_across_with_margins_all_round() -> None:
    paper = Paper.from_layout(a4())

    assert paper.size.width() == 842 * POINT
    assert paper.size.height() == 595 * POINT
    assert paper.inner.left() == MARGIN * POINT
    assert paper.inner.bottom() == (595 - MARGIN) * POINT


@pytest.mark.parametrize("mode", list(QPageLayout.Mode))
def test_another_paper_may_be_chosen(mode: QPageLayout.Mode) -> None:
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A3),
        QPageLayout.Orientation.Portrait,
        QMarginsF(50, 60, 50, 60),
        QPageLayout.Unit.Point,
    )
    layout.setMode(mode)

    paper = Paper.from_layout(layout)

    assert paper.size.width() == 842 * POINT
    assert paper.inner.top() == 60 * POINT
    assert paper.inner.width() == 742 * POINT


def test_a_hatch_stays_in_its_box(picture: QImage) -> None:
    painter = QPainter(picture)
    painter.scale(0.1, 0.1)
    hatch(painter, QRectF(500, 500, 1000, 1000))
    painter.end()

    whole, inside = QRectF(0, 0, 200, 200), QRectF(50, 50, 100, 100)
    assert inked(picture, inside) > 1000
    assert inked(picture, whole) == inked(picture, inside)


def test_a_box_has_lines_on_all_sides(picture: QImage) -> None:
    painter = QPainter(picture)
    boxed(painter, QRectF(40, 40, 100, 100))
    painter.end()

    for side in (
        QRectF(30, 60, 20, 20),
        QRectF(130, 60, 20, 20),
        QRectF(60, 30, 20, 20),
        QRectF(60, 130, 20, 20),
    ):
        assert inked(picture, side)
    assert not inked(picture, QRectF(70, 70, 40, 40))


def test_words_at_the_right_end_there(picture: QImage) -> None:
    face = Lettering().face()
    painter = QPainter(picture)
    painter.scale(0.1, 0.1)
    write_right(painter, "Hall", face, QPointF(1500, 500))
    painter.end()

    wide = face.width("Hall") / 10
    assert inked(picture, QRectF(150 - wide, 50, wide, 30))
    assert not inked(picture, QRectF(152, 40, 40, 50))


def test_lines_stand_below_one_another(picture: QImage) -> None:
    face = Lettering().face()
    painter = QPainter(picture)
    painter.scale(0.1, 0.1)
    write(painter, [Line("Hall", face), Line("Hall", face)], QPointF(100, 100))
    painter.end()

    tall = face.leading / 10
    first = inked(picture, QRectF(10, 10, 100, tall))
    assert first
    assert inked(picture, QRectF(10, 10 + tall, 100, tall))
    assert not inked(picture, QRectF(10, 12 + 2 * tall, 100, tall))
