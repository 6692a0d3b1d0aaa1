"""The map under mouse and keys."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QPointF, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from ui.widgets.map_pins import Group
from ui.widgets.map_stage import STEP, MapStage, bounds
from ui.widgets.map_view import MapView
from ui.widgets.text import announce
from venues.services.venue_pins import Pin

NOTCH = 1.25
"""How much one notch of the wheel zooms."""

FAR = 80
"""Pixels that an arrow key moves the map."""

NAMED_AT_MOST = 10
"""Venues of a group that its tip names."""

PLAIN = "<p style='white-space:pre'>{}</p>"
"""Whatever a venue is called is shown as it is written."""

Key = Qt.Key
WAYS = {
    Key.Key_Left: (-FAR, 0),
    Key.Key_Right: (FAR, 0),
    Key.Key_Up: (0, -FAR),
    Key.Key_Down: (0, FAR),
}


class MapCanvas(MapStage):
    """Lets somebody look round and choose a venue.

    Signals:
        chosen: somebody chose a venue here; carries its id.
        opened: the venue chosen is to be looked at, by Enter or a double click.
    """

    chosen = Signal(int)
    opened = Signal()

    def __init__(self, words: Callable[[Pin], str]) -> None:
        super().__init__()
        self._words = words
        self._pressed: QPointF | None = None
        self._dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName("Map of venues")
        self.setAccessibleDescription(
            "Page Down and Page Up go from venue to venue, Enter opens one. Arrows "
            "move the map, plus and minus zoom, Home shows all of it."
        )

    def step(self, onward: int) -> None:
        """Choose the next venue on the map, or the one before, and say which it is."""
        pins = self.layer.pins
        if not pins:
            announce(self, "There is no venue on the map.")
            return
        ids = [pin.id for pin in pins]
        at = ids.index(self.chosen_id) + onward if self.chosen_id is not None else 0
        pin = pins[at % len(pins)]
        self._take(pin)
        announce(self, f"{self._words(pin)}, {at % len(pins) + 1} of {len(pins)}")

    def tip(self, spot: QPointF) -> str:
        """What is at a spot, in words; nothing where nothing is."""
        group = self._group_at(spot)
        if group is None:
            return ""
        names = [self._words(pin) for pin in group.pins[:NAMED_AT_MOST]]
        if more := len(group.pins) - len(names):
            names.append(f"and {more} more")
        return "\n".join(names)

    def _take(self, pin: Pin) -> None:
        self.choose(pin.id)
        self.chosen.emit(pin.id)

    def _group_at(self, spot: QPointF) -> Group | None:
        return self.layer.at(spot, self.view, self.radius, self.chosen_id)

    def _enter(self, group: Group) -> None:
        """Zoom until the venues of the group stand apart as far as can be."""
        room = min(self.width(), self.height()) / 5
        self.look(MapView.fitting(bounds(group.pins), QSizeF(self.size()), room))

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / 120
        if notches:
            self.zoom_by(NOTCH**notches, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = event.position()
        if self._pressed is None:
            tip = self.tip(spot)
            shape = Qt.CursorShape.PointingHandCursor
            self.setCursor(shape if tip else Qt.CursorShape.ArrowCursor)
            self.setToolTip(PLAIN.format(escape(tip)) if tip else "")
            return
        way = spot - self._pressed
        far = QApplication.startDragDistance()
        if self._dragged or way.manhattanLength() >= far:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._dragged = True
            self._pressed = spot
            self.move_by(-way.x(), -way.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        self._pressed = None
        self.setCursor(Qt.CursorShape.ArrowCursor)
        group = None if self._dragged else self._group_at(event.position())
        if group is None:
            return
        if len(group.pins) == 1:
            self._take(group.pins[0])
        else:
            self._enter(group)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        group = self._group_at(event.position())
        if group is None:
            self.zoom_by(STEP, event.position())
        elif len(group.pins) == 1:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Key(event.key())
        if key in WAYS:
            self.move_by(*WAYS[key])
        elif key in {Key.Key_Plus, Key.Key_Equal}:
            self.zoom_in()
        elif key in {Key.Key_Minus, Key.Key_Underscore}:
            self.zoom_out()
        elif key == Key.Key_Home:
            self.fit()
        elif key in {Key.Key_PageDown, Key.Key_PageUp}:
            self.step(1 if key == Key.Key_PageDown else -1)
        elif key in {Key.Key_Return, Key.Key_Enter} and self.chosen_id is not None:
            self.opened.emit()
        else:
            super().keyPressEvent(event)
