"""The meaning of the colours."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui import palettes, theme
from ui.widgets.legend import CLOSED, MASKED, OWN, PANEL, Legend, Patch

ALL = [
    (OWN, "Child"),
    (PANEL, "Panel"),
    (MASKED, "In use, or team"),
    (CLOSED, "Closed"),
]


@pytest.fixture
def legend(qtbot: QtBot) -> Legend:
    """A legend with all its entries."""
    legend = Legend()
    qtbot.addWidget(legend)
    legend.say(ALL, "Everybody else's bookings look alike")
    legend.resize(900, 30)
    legend.show()
    return legend


def shown(legend: Legend) -> list[str]:
    """The words beside the patches that can be seen."""
    entries = legend._entries.values()  # noqa: SLF001 - what is seen is the point
    return [words.text() for entry, words in entries if entry.isVisible()]


def test_each_colour_has_its_words_and_the_note_stands_at_the_right(
    legend: Legend,
) -> None:
    assert shown(legend) == [words for _, words in ALL]
    assert legend.note.geometry().right() == legend.width() - 1


def test_what_is_not_in_view_is_left_out(legend: Legend) -> None:
    legend.say([(MASKED, "Booked"), (CLOSED, "Closed")], "")

    assert shown(legend) == ["Booked", "Closed"]


def test_a_contrast_palette_draws_blocks_alike_so_only_the_hatch_is_explained(
    legend: Legend,
) -> None:
    legend.setPalette(palettes.high_contrast())

    assert shown(legend) == ["Closed"]


@pytest.mark.parametrize("tone", [OWN, PANEL, MASKED])
def test_a_patch_has_the_colour_of_the_bar(qtbot: QtBot, tone: str) -> None:
    patch = Patch(tone)
    qtbot.addWidget(patch)
    patch.setPalette(palettes.light())
    c = theme.colours(patch.palette())
    patch.resize(patch.sizeHint())

    picture = patch.grab().toImage()

    middle = picture.pixelColor(picture.rect().center()).name()
    assert middle == {OWN: c.own, PANEL: c.panel, MASKED: c.masked}[tone].bar.name()
