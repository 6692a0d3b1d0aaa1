"""How long the map takes to paint 2,000 venues again, moved and zoomed.

The runner of the benchmarks calls ``repaint_ms()``, with an application running.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from ui.widgets.map_canvas import MapCanvas
from ui.widgets.venue_map import described, read_atlas
from venues.domain.places import Point
from venues.services.venue_pins import Pin

VENUES = 2000
SIZE = QSize(734, 512)
KINDS = ("family hub", "library", "school", "community centre", "health centre")
STATUSES = ("active", "active", "active", "candidate", "suspended")


def repaint_ms() -> tuple[float, float]:
    """The medians, in milliseconds: painted again, and moved or zoomed by a notch."""
    canvas = MapCanvas(described)
    canvas.lay(read_atlas(lambda _done, _total: None))
    canvas.show_pins(_pins(canvas))
    canvas.resize(SIZE)
    canvas.show()
    QApplication.processEvents()
    paper = QPixmap(SIZE)

    def paint() -> float:
        began = perf_counter()
        canvas.render(paper)
        return perf_counter() - began

    paint()
    still = [paint() for _ in range(21)]
    moving = []
    for turn in range(24):
        began = perf_counter()
        if turn % 3:
            canvas.zoom_by(1.25 if turn % 8 < 6 else 0.4, QPointF(300, 200))
        else:
            canvas.move_by(40, -20)
        moving.append(perf_counter() - began + paint())
    return median(still) * 1000, median(moving) * 1000


def _pins(canvas: MapCanvas) -> list[Pin]:
    """Venues all over the four authorities, thicker in the towns, as in life."""
    drawn = Random(7)  # noqa: S311 - a place for a mark is no secret
    towns = canvas.atlas.towns
    found = []
    for number in range(1, VENUES + 1):
        town = drawn.choice(towns)
        far = drawn.choice((1500, 9000))
        point = Point(
            round(drawn.gauss(town.point.easting, far)),
            round(drawn.gauss(town.point.northing, far)),
        )
        kind, status = drawn.choice(KINDS), drawn.choice(STATUSES)
        found.append(Pin(number, f"Venue {number:04}", kind, town.name, status, point))
    return found


if __name__ == "__main__":
    application = QApplication(sys.argv)
    print(*(round(each, 1) for each in repaint_ms()))
