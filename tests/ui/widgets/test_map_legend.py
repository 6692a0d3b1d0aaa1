"""What the marks mean."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.ui.widgets.map_scene import PINS
from ui.widgets import map_marks
from ui.widgets.map_legend import MapLegend, Sample
from ui.widgets.text import Words


def shown(legend: MapLegend) -> list[str]:
    return [each.text() for each in legend.findChildren(Words) if each.isVisible()]


def test_it_explains_the_kinds_and_the_statuses_that_are_there(qtbot: QtBot) -> None:
    legend = MapLegend()
    qtbot.addWidget(legend)
    legend.resize(600, 200)

    legend.say(PINS, map_marks.letters(pin.kind for pin in PINS))
    legend.show()

    assert shown(legend) == [
        "Kind not recorded",
        "Church hall",
        "Family hub",
        "Library",
        "Active",
        "Candidate",
        "Suspended",
        "Retired",
    ]
    samples = [each.text for each in legend.findChildren(Sample)]
    assert samples == ["\N{BULLET}", "Ch", "F", "L", "", "", "", ""]
    assert not legend.grab().isNull()


def test_what_is_no_longer_there_needs_no_words(qtbot: QtBot) -> None:
    legend = MapLegend()
    qtbot.addWidget(legend)
    legend.say(PINS, map_marks.letters(pin.kind for pin in PINS))
    legend.show()

    legend.say(PINS[:1], {"library": "L"})

    assert [words for _, _, words in legend.entries()] == ["Library"]
    qtbot.waitUntil(lambda: shown(legend) == ["Library"])
