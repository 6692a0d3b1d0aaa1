"""A few figures to draw, made up, and somebody who looks at the page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from venues.domain.figures import Part, Tally
from venues.domain.places import Point
from venues.domain.reporting import Dates
from venues.gazetteer import Gazetteer
from venues.services.evidence import exact, measures
from venues.services.evidence.shown import ALL, Evidence, Shown

SECTORS = (
    ("WA2 9", Point(360_100, 388_000), 2),  # beside Millbrook
    ("WA4 4", Point(360_100, 378_000), 2),
    ("WA8 6", Point(369_000, 388_000), 1),  # where Railside is
)


class Few(Gazetteer):
    """Three sectors, without the list of postcodes, which takes a second to read."""

    def __init__(self) -> None:
        pass

    def sectors(self) -> Iterator[tuple[str, Point, int]]:
        """Those above."""
        return iter(SECTORS)

    def outcode_centre(self, outcode: str) -> Point | None:
        """Nobody knows where a district is."""

    def sector_points(self, sector: str) -> list[Point]:
        """Nor any town."""
        return []


NOVEMBER = Dates(date(2026, 11, 1), date(2026, 11, 30))
NAMES = {1: "Halton", 2: "Warrington"}
TALLIES = {
    "coverage": {1: Tally(Part(8, 10, 10), {"CH": {"any": Part(1, 2, 2)}})},
    "unmet": {
        1: Tally(Part(9, 0, 9), {"band": {"16-18": Part(9, 0, 9)}}),
        2: Tally(Part(2, 0, 2), {"band": {"8-11": Part(2, 0, 2)}}),
    },
    "needs": {
        1: Tally(
            Part(3, 0, 3),
            {
                "reason": {"full": Part(3, 0, 3)},
                "criterion": {"Step-free way in": Part(2, 0, 2)},
            },
        )
    },
    "use": {
        1: Tally(
            Part(60, 120, 4),
            {"kind": {"library": Part(60, 100, 4), "court": Part(0, 20)}},
        )
    },
    "suitable": {1: Tally(Part(1, 2, 2), {"fix": {"Put right: the lift": Part(7)}})},
}


def shown(key: str) -> Shown:
    """A measure in full."""
    tallies = TALLIES.get(key, {})
    before = {1: Tally(Part(1, 4, 4))} if key == "unmet" else None
    return exact.show(measures.MEASURES[key].definition, tallies, before, NAMES)


def evidence() -> Evidence:
    """All measures, most of them empty."""
    return Evidence(
        dates=NOVEMBER,
        as_of=NOVEMBER.last,
        authority=ALL,
        authority_id=None,
        measures={key: shown(key) for key in measures.MEASURES},
    )


def press(
    widget: QWidget,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """A key on a widget."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, modifier))
