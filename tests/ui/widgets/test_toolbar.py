"""Tools in a row, the last of them at the right."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.toolbar import Toolbar


class Block(QWidget):
    """A widget of 100 by 20 pixels."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(100, 20)


class Tools(NamedTuple):
    """A toolbar and what is in it."""

    bar: Toolbar
    blocks: list[Block]

    def laid_out(self, width: int) -> list[tuple[int, int]]:
        """Where the blocks are in a toolbar of that width."""
        self.bar.resize(width, self.bar.heightForWidth(width))
        return [(block.x(), block.y()) for block in self.blocks]


@pytest.fixture
def tools(qtbot: QtBot) -> Tools:
    """Two tools and one that is pushed, in a toolbar."""
    bar = Toolbar()
    qtbot.addWidget(bar)
    blocks = [Block() for _ in range(3)]
    bar.add(*blocks[:2])
    bar.push(blocks[2])
    bar.show()
    return Tools(bar, blocks)


def test_what_is_pushed_stands_at_the_right_end(tools: Tools) -> None:
    assert tools.laid_out(600) == [(0, 0), (110, 0), (500, 0)]


def test_what_does_not_fit_goes_below_and_still_to_the_right(tools: Tools) -> None:
    assert tools.laid_out(250) == [(0, 0), (110, 0), (150, 28)]


def test_a_hidden_tool_takes_no_room(tools: Tools) -> None:
    tools.blocks[0].hide()

    assert tools.laid_out(600)[1:] == [(0, 0), (500, 0)]


def test_its_height_is_that_of_its_lines(tools: Tools) -> None:
    heights = [tools.bar.heightForWidth(width) for width in (600, 250, 110)]

    assert heights == [20, 48, 76]


def test_without_the_first_of_them_the_rest_still_stand_at_the_right(
    tools: Tools,
) -> None:
    more = [Block(), Block()]
    tools.bar.push(*more)
    more[0].show()
    more[1].show()
    more[0].hide()

    tools.laid_out(600)

    assert more[1].x() == 500
