"""The layer of venues on a map, joined where their marks would cover one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from ui import theme
from ui.paint import panel
from ui.theme import Colours, Size
from ui.widgets import map_marks
from ui.widgets.map_view import CLOSEST, MapView
from venues.services.venue_pins import Pin

APART = 2.3
"""Radii between two marks that do not count as covering one another."""

STRIDE = 1 << 20
"""Squares in a row of those that venues are joined in; no map is so large."""

ROUND = tuple(STRIDE * a + b for a in (0, -1, 1) for b in (0, -1, 1))
"""From a square to itself and to those round it."""


@dataclass(frozen=True, slots=True)
class Group:
    """One venue, or several drawn as one, at a place in metres of the grid."""

    pins: tuple[Pin, ...]
    easting: float
    northing: float


class MapPins:
    """Which venues are drawn where."""

    def __init__(self) -> None:
        self.pins: tuple[Pin, ...] = ()
        self.letters: dict[str, str] = {}
        self._joined: tuple[object, tuple[Group, ...]] | None = None
        self._alone: tuple[object, tuple[Group, ...]] | None = None

    def show(self, pins: Sequence[Pin]) -> bool:
        """Draw these; those without a position are nowhere. Says if that is news."""
        placed = tuple(pin for pin in pins if pin.point is not None)
        if placed == self.pins:
            return False
        self.pins = placed
        self.letters = map_marks.letters(pin.kind for pin in placed)
        self._joined = self._alone = None
        return True

    def groups(
        self, view: MapView, radius: float, chosen: int | None
    ) -> tuple[Group, ...]:
        """What is drawn at that scale; the chosen venue always stands alone, last."""
        key = (view.scale, radius, chosen)
        if self._alone is None or self._alone[0] != key:
            self._alone = key, tuple(_apart(self._all(view, radius), chosen))
        return self._alone[1]

    def boxes(self, view: MapView, radius: float) -> list[QRectF]:
        """What the marks in view cover, whichever venue is chosen."""
        side = 2.4 * radius
        found = []
        for _, middle in _spots(self._all(view, radius), view, side / 2):
            box = QRectF(0, 0, side, side)
            box.moveCenter(middle)
            found.append(box)
        return found

    def _all(self, view: MapView, radius: float) -> tuple[Group, ...]:
        """Every venue, joined for a scale."""
        key = (view.scale, radius)
        if self._joined is None or self._joined[0] != key:
            found = join(self.pins, radius * APART * view.scale)
            if view.scale <= CLOSEST:
                found = [
                    one for each in found for one in spread(each, radius, view.scale)
                ]
            self._joined = key, tuple(found)
        return self._joined[1]

    def at(
        self, spot: QPointF, view: MapView, radius: float, chosen: int | None
    ) -> Group | None:
        """What is drawn at a spot, the topmost of several."""
        for each in reversed(self.groups(view, radius, chosen)):
            middle = view.spot(each.easting, each.northing)
            off = middle - spot
            if hypot(off.x(), off.y()) <= radius * 1.25:
                return each
        return None

    def paint(
        self,
        painter: QPainter,
        view: MapView,
        c: Colours,
        font: QFont,
        chosen: int | None,
    ) -> None:
        """Draw what is in view."""
        radius = map_marks.radius(QFontMetricsF(font).height())
        stamps = map_marks.Stamps(painter, radius, (c, font))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        groups = self.groups(view, radius, chosen)
        for each, middle in _spots(groups, view, 2 * radius):
            pin = each.pins[0]
            if len(each.pins) > 1:
                stamps.put(middle, map_marks.GROUP, str(len(each.pins)))
                continue
            if pin.id == chosen:
                _point_out(painter, middle, radius, pin.name, (c, font))
            stamps.put(middle, pin.status, self.letters[pin.kind])


def _spots(
    groups: Sequence[Group], view: MapView, margin: float
) -> Iterator[tuple[Group, QPointF]]:
    """The groups in view, so many pixels round it included, and where they are."""
    west, south = view.ground(QPointF(-margin, view.size.height() + margin))
    east, north = view.ground(QPointF(view.size.width() + margin, -margin))
    for each in groups:
        if west < each.easting < east and south < each.northing < north:
            yield each, view.spot(each.easting, each.northing)


def _point_out(
    painter: QPainter,
    middle: QPointF,
    radius: float,
    name: str,
    look: tuple[Colours, QFont],
) -> None:
    """A ring round the chosen venue, and its name on a plate beside it."""
    c, font = look
    strong = theme.sized(font, Size.SMALL, strong=True)
    metrics = QFontMetricsF(strong)
    room = QRectF(painter.viewport())
    most = min(metrics.horizontalAdvance(name) + radius, room.width() / 2)
    plate = QRectF(0, 0, most, metrics.height() * 1.35)
    plate.moveCenter(middle)
    plate.moveLeft(middle.x() + radius * 1.8)
    if plate.right() > room.right():
        plate.moveRight(middle.x() - radius * 1.8)
    panel(painter, plate, c.surface, c.focus, radius=4)
    painter.setFont(strong)
    painter.setPen(c.text)
    words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, most - radius / 2)
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, words)
    painter.setPen(QPen(c.focus, 2.5))
    painter.setBrush(c.surface)
    painter.drawEllipse(middle, radius * 1.5, radius * 1.5)


def join(pins: Sequence[Pin], near: float) -> list[Group]:
    """Venues closer than so many metres become one, until no two are that close.

    To begin with, those in one square of the grid; so it takes as long as there are
    venues, however many are near one another.
    """
    squares: dict[tuple[int, int], list[Pin]] = {}
    for pin in pins:
        if pin.point is not None:
            square = int(pin.point.easting // near), int(pin.point.northing // near)
            squares.setdefault(square, []).append(pin)
    groups = [_group(tuple(members)) for members in squares.values()]
    while True:
        joined = _joined(groups, near)
        if len(joined) == len(groups):
            return joined
        groups = joined


def _joined(groups: Sequence[Group], near: float) -> list[Group]:
    """Each group goes to the first before it that is near, in the order they come."""
    found: list[list[Group]] = []
    squares: dict[int, list[list[Group]]] = {}
    limit = near * near
    for group in groups:
        x, y = group.easting, group.northing
        square = int(x // near) * STRIDE + int(y // near)
        held = None
        for step in ROUND:
            for members in squares.get(square + step, ()):
                first = members[0]
                if (first.easting - x) ** 2 + (first.northing - y) ** 2 < limit:
                    held = members
                    break
            if held is not None:
                held.append(group)
                break
        else:
            found.append([group])
            squares.setdefault(square, []).append(found[-1])
    return [_merged(members) for members in found]


def _merged(groups: list[Group]) -> Group:
    if len(groups) == 1:
        return groups[0]
    return _group(tuple(pin for group in groups for pin in group.pins))


def _apart(groups: Sequence[Group], chosen: int | None) -> Iterator[Group]:
    """The same with one venue taken out of its group, and put last."""
    alone: list[Group] = []
    for each in groups:
        others = tuple(pin for pin in each.pins if pin.id != chosen)
        if len(others) == len(each.pins):
            yield each
        elif others:
            yield _group(others)
            alone.append(_group(tuple(pin for pin in each.pins if pin.id == chosen)))
        else:
            alone.append(each)
    yield from alone


def spread(group: Group, radius: float, scale: float) -> list[Group]:
    """The venues of a group side by side in a ring, where no zoom tells them apart."""
    number = len(group.pins)
    if number == 1:
        return [group]
    far = radius * scale * max(1.6, 2.3 * number / (2 * pi))
    return [
        Group(
            (pin,),
            group.easting + far * sin(2 * pi * each / number),
            group.northing + far * cos(2 * pi * each / number),
        )
        for each, pin in enumerate(group.pins)
    ]


def _group(pins: tuple[Pin, ...]) -> Group:
    points = [pin.point for pin in pins if pin.point is not None]
    return Group(
        pins,
        sum(point.easting for point in points) / len(points),
        sum(point.northing for point in points) / len(points),
    )
