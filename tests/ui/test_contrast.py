"""How well colours can be told apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from ui.contrast import READABLE, contrast, luminance, mix, readable

colours = st.builds(QColor, *[st.integers(0, 255)] * 3)


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert round(contrast(QColor("black"), QColor("white")), 2) == 21.0


def test_a_colour_does_not_stand_out_from_itself() -> None:
    assert contrast(QColor("#0B5A8C"), QColor("#0B5A8C")) == 1.0


def test_grey_has_the_luminance_of_the_standards_table() -> None:
    assert round(luminance(QColor("#767676")), 3) == 0.181


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    black, white = QColor("black"), QColor("white")

    assert mix(black, white, 0) == black
    assert mix(black, white, 1) == white
    assert mix(black, white, 0.5).red() == 128


@given(colours, colours)
def test_any_ink_becomes_readable_on_any_ground(ink: QColor, ground: QColor) -> None:
    assert contrast(readable(ink, ground), ground) >= READABLE
