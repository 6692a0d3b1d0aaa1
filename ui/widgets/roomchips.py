"""More rooms of the same venue, taken along with the first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from ui.theme import XS
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow

ADD = "Add a room…"


class RoomChips(QWidget):
    """A list to choose another room from, and what has been chosen so far.

    Signals:
        changed: a room was added or taken away.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._names: dict[int, str] = {}
        self._chosen: list[int] = []
        self.box = _Box()
        self.box.setAccessibleName("Another room of this venue")
        self.box.activated.connect(self._add)
        self._flow = Flow()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(XS)
        layout.addWidget(self._flow)
        layout.addWidget(self.box)
        self.setFocusProxy(self.box)

    def offer(self, rooms: Sequence[tuple[int, str]]) -> None:
        """The rooms that may be added; others that were chosen are let go."""
        self._names = dict(rooms)
        self._chosen = [id_ for id_ in self._chosen if id_ in self._names]
        self._show()

    def chosen(self) -> tuple[int, ...]:
        """The ids of the rooms, in the order they were added."""
        return tuple(self._chosen)

    def choose(self, ids: Sequence[int]) -> None:
        """Let these be chosen."""
        self._chosen = [id_ for id_ in ids if id_ in self._names]
        self._show()
        self.changed.emit()

    @Slot(int)
    def _add(self, number: int) -> None:
        id_ = self.box.itemData(number)
        if id_ is not None:
            self.choose([*self._chosen, id_])

    def _remove(self, id_: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - what clicked carries
        self.box.setFocus()
        self.choose([each for each in self._chosen if each != id_])

    def _show(self) -> None:
        self._flow.clear()
        for id_ in self._chosen:
            button = Button(self._names[id_], icon="x")
            button.setAccessibleName(f"Take {self._names[id_]} away again")
            button.clicked.connect(partial(self._remove, id_))
            self._flow.add(button)
        self._flow.setVisible(bool(self._chosen))
        with QSignalBlocker(self.box):
            self.box.clear()
            self.box.addItem(ADD, None)
            for id_, name in self._names.items():
                if id_ not in self._chosen:
                    self.box.addItem(name, id_)
        self.box.setVisible(self.box.count() > 1)


class _Box(QComboBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling the page must not add a room.
        event.ignore()
