"""A schedule in which things are drawn, moved and stretched, by mouse and by keyboard.

Every drag has its twin on the keyboard: Alt and the arrows take a booking up, the
arrows carry it on, Enter puts it down, Escape leaves it where it was.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication

from ui.delegates import blocks
from ui.models.grid import CELL_ROLE, Cell, What
from ui.theme import Colours
from ui.widgets.carry import FINE, STEP, Carry, Grip, Place, Target, Verdict
from ui.widgets.schedule_grid import ScheduleGrid
from ui.widgets.text import announce
from venues.domain import words

EDGE = 6  # pixels at each end of a block that stretch it
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})
PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_Home: 0}
PUT = "Enter puts it here, Escape leaves it where it was."
NUDGE = 24  # pixels by which it scrolls when something is dragged to its edge


class CarryingGrid(ScheduleGrid):
    """Carries a target about until it is dropped; the page judges every place.

    Signals:
        tried: something would go somewhere else; carries the target, to be judged.
        dropped: it is to go there; carries the target.
        paged: -1 for what is before, 1 for what comes after, 0 for today.
    """

    tried = Signal(object)
    dropped = Signal(object)
    paged = Signal(int)

    stretches = True
    """Whether the ends of a block can be pulled."""

    carry: Carry | None = None
    _pressed: tuple[QPoint, Cell, Grip] | None = None
    _waiting = False  # for what was dropped to be written down

    def mark(self, now: datetime) -> None:
        """Show what time it is."""
        raise NotImplementedError

    def place_at(self, point: QPoint) -> Place | None:
        """The room, day and time at a point of the viewport."""
        raise NotImplementedError

    def target_box(self, target: Target) -> QRect | None:
        """Where a target is drawn, or None if its room is not shown."""
        raise NotImplementedError

    def nudged(self, target: Target, key: Qt.Key, *, stretch: bool) -> Target:
        """Where one press of an arrow takes it; ``stretch`` moves an end of it."""
        raise NotImplementedError

    def judge(self, target: Target, verdict: Verdict | None) -> None:
        """Show what is known of a target, if it is still the one in hand."""
        carry = self.carry
        if carry is None or carry.target != target:
            return
        carry.verdict = verdict
        self.viewport().update()
        if carry.keys and verdict is not None:
            room = self.sheet.rooms[target.room_id].name
            announce(
                self, f"{room}, {self._time_words(target)}. {verdict.words}".strip()
            )

    def let_go(self) -> None:
        """Nothing is carried any more."""
        self.carry = self._pressed = None
        self._waiting = False
        self.viewport().unsetCursor()
        self.viewport().update()

    def neighbour(self, target: Target, step: int) -> Target:
        """The same in the band above (-1) or below (1), or where it is."""
        bands = [band for band in self.sheet.bands if not band.heading]
        for here, band in enumerate(bands):
            if band.room and band.room.id == target.room_id:
                if band.day not in (None, target.day):
                    continue
                other = bands[min(max(here + step, 0), len(bands) - 1)]
                room_id = other.room.id if other.room else target.room_id
                return replace(target, room_id=room_id, day=other.day or target.day)
        return target

    def _time_words(self, target: Target) -> str:
        return words.span(
            target.starts, target.ends, twenty_four=self.sheet.twenty_four
        )

    def _take_up(self, cell: Cell, grip: Grip, place: Place, *, keys: bool) -> None:
        origin = Target.of(cell)
        self.carry = Carry(grip, origin, place, origin, keys=keys)
        self._waiting = False

    def _try(self, target: Target) -> None:
        carry = self.carry
        if carry is None or target == carry.target:
            return
        carry.target, carry.verdict = target, None
        self.viewport().update()
        if (box := self.target_box(target)) is not None and carry.keys:
            self._show(box)
        self.tried.emit(target)

    def _show(self, box: QRect) -> None:
        """Scroll so that a box of the grid can be seen."""
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        view = self.viewport().size()
        if box.top() < down.value() or box.bottom() > down.value() + view.height():
            down.setValue(box.center().y() - view.height() // 2)
        if box.left() < across.value() or box.right() > across.value() + view.width():
            across.setValue(box.center().x() - view.width() // 2)

    def _drop(self) -> None:
        carry = self.carry
        if carry is None or not carry.moved:
            self.let_go()
            return
        self._waiting = True
        self.dropped.emit(carry.target)

    def _grip_at(self, cell: Cell, point: QPoint) -> Grip | None:
        """What would be taken hold of there; None where nothing can be."""
        if cell.seen is None:
            return Grip.NEW if cell.what is What.FREE else None
        if not self.movable(cell.seen):
            return None
        box = self.cell_box(cell).translated(-self._offset())
        if not self.stretches or not box.contains(point):
            return Grip.WHOLE
        if box.width() > 4 * EDGE and point.x() < box.left() + EDGE:
            return Grip.START
        return Grip.END if point.x() > box.right() - EDGE else Grip.WHOLE

    def _shape(self, point: QPoint) -> None:
        """Let the pointer say what it would do."""
        cell = self.indexAt(point).data(CELL_ROLE)
        grip = self._grip_at(cell, point) if cell is not None else None
        shapes = {
            Grip.START: Qt.CursorShape.SizeHorCursor,
            Grip.END: Qt.CursorShape.SizeHorCursor,
        }
        if cell is not None and cell.what is What.HEADING:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        elif grip in shapes:
            self.viewport().setCursor(shapes[grip])
        else:
            self.viewport().unsetCursor()

    def _scroll_near(self, point: QPoint) -> None:
        view = self.viewport().rect()
        for bar, at, least, most in (
            (self.verticalScrollBar(), point.y(), 0, view.height()),
            (self.horizontalScrollBar(), point.x(), 0, view.width()),
        ):
            if at < least + NUDGE:
                bar.setValue(bar.value() - NUDGE)
            elif at > most - NUDGE:
                bar.setValue(bar.value() + NUDGE)

    def _paint_over(self, painter: QPainter, c: Colours) -> None:
        carry = self.carry
        if carry is None or not carry.moved:
            return
        if carry.grip is not Grip.NEW and (was := self.current()) is not None:
            blocks.lifted(painter, self.cell_box(was), c)
        box = self.target_box(carry.target)
        if box is None:
            return
        refused = carry.verdict is not None and carry.verdict.refused
        said = self._time_words(carry.target)
        blocks.ghost(painter, box, said, self.pens, c, refused=refused)
        told = carry.verdict.words if carry.verdict else ""
        if not told and carry.keys:
            told = PUT
        elif not told and self.pens.title.wide(said) > box.width() - 16:
            told = said
        elif told:
            told = f"{said}. {told}"
        if told:
            view = self.viewport().rect().translated(self._offset())
            blocks.balloon(painter, box, view, told, self.pens, c, refused=refused)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        cell = self.indexAt(point).data(CELL_ROLE)
        if self._waiting:
            return
        self.let_go()
        if cell is not None and event.button() == Qt.MouseButton.LeftButton:
            if cell.what is What.HEADING:
                self.choice.make_current(cell)
                self._point(self.band_of(cell))
                return
            if event.modifiers() == Qt.KeyboardModifier.NoModifier:
                grip = self._grip_at(cell, point)
                self._pressed = (point, cell, grip) if grip else None
        chosen = cell is not None and (cell.row, cell.column) in self._picked
        if event.button() == Qt.MouseButton.RightButton and chosen:
            self.choice.make_current(cell, choose=False)  # the menu is for all of them
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if not event.buttons():
            self._shape(point)
            super().mouseMoveEvent(event)
            return
        if self._waiting:
            return
        if self.carry is None and self._pressed is not None:
            start, cell, grip = self._pressed
            far = (point - start).manhattanLength()
            place = self.place_at(start)
            if far >= QApplication.startDragDistance() and place is not None:
                self._take_up(cell, grip, place, keys=False)
        if self.carry is not None and not self.carry.keys:
            self._scroll_near(point)
            fine = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if (place := self.place_at(point)) is not None:
                self._try(self.carry.drag(place, FINE if fine else STEP))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        if self.carry is not None and not self.carry.keys and not self._waiting:
            self._drop()
            return
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        cell = self.indexAt(event.position().toPoint()).data(CELL_ROLE)
        if cell is not None and cell.what is not What.HEADING:
            self.opened.emit(cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, cell = Qt.Key(event.key()), self.current()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        stretch = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self.carry is not None:
            self._carry_on(key, stretch=stretch)
        elif alt and key in ARROWS:
            if cell and cell.seen and self.movable(cell.seen):
                place = Place(cell.room_id, cell.day, cell.start)
                self._take_up(cell, Grip.WHOLE, place, keys=True)
                self._carry_on(key, stretch=stretch)
        elif key in PAGES and not event.modifiers():
            self.paged.emit(PAGES[key])
        elif cell is not None and self._act(cell, key):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _carry_on(self, key: Qt.Key, *, stretch: bool) -> None:
        """One key while something is carried."""
        if self._waiting or self.carry is None:
            return
        if key == Qt.Key.Key_Escape:
            self.let_go()
            announce(self, "Left where it was.")
        elif key in ENTER:
            self._drop()
        elif key in ARROWS:
            self._try(self.nudged(self.carry.target, key, stretch=stretch))

    def _act(self, cell: Cell, key: Qt.Key) -> bool:
        """What Enter, Space and the arrows do to a cell; False if it is nothing."""
        if cell.what is not What.HEADING:
            if key in ENTER:
                self.opened.emit(cell)
            return key in ENTER
        band = self.band_of(cell)
        turn = key in ENTER or key == Qt.Key.Key_Space
        shut = key == Qt.Key.Key_Left and not band.folded
        if turn or shut or (key == Qt.Key.Key_Right and band.folded):
            self._point(band)
            return True
        return key in (Qt.Key.Key_Left, Qt.Key.Key_Right)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self.carry is not None and self.carry.keys and not self._waiting:
            self.let_go()
        super().focusOutEvent(event)
