"""Where case references are typed, each with how it stands to whoever typed it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QStringListModel,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from ui.kinds import Kind
from ui.marks import COMPLAINT
from ui.theme import XS, S
from ui.widgets.badge import Badge
from ui.widgets.flow import Flow
from ui.widgets.text import announce

NOTHING = "\0"  # completes to nothing
BETWEEN = re.compile(r"[,;]+")


class Shown(NamedTuple):
    """A reference, and in a word or two what may be said of it."""

    reference: str
    kind: Kind
    words: str


class CaseField(QWidget):
    """Takes one reference, or several with commas between them.

    One has its badge inside the field; several have one each beneath it. What is
    being typed is completed from the references on the user's own list.

    Signals:
        changed: something was typed or chosen.
        left: somebody has done with it.
    """

    changed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.edit = QLineEdit()
        self.edit.setAccessibleName("Case reference")
        self._list = QStringListModel(self)
        completer = _LastOne(self.edit)
        completer.setModel(self._list)
        self.edit.setCompleter(completer)
        self.badge = Badge(Kind.QUIET, "")
        self.badge.setParent(self.edit)
        self.badge.hide()
        self._several = Flow()
        self._several.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(XS)
        layout.addWidget(self.edit)
        layout.addWidget(self._several)
        self.setFocusProxy(self.edit)
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self._changed)
        self.edit.editingFinished.connect(self.left)

    def offer(self, references: Sequence[str]) -> None:
        """The references that may be chosen while typing."""
        self._list.setStringList(list(references))

    def references(self) -> tuple[str, ...]:
        """What was typed, one by one, as it was typed."""
        parts = (part.strip() for part in BETWEEN.split(self.edit.text()))
        return tuple(part for part in parts if part)

    def choose(self, references: Sequence[str]) -> None:
        """Let these be typed."""
        self.edit.setText(", ".join(references))

    def show_standing(self, shown: Sequence[Shown]) -> None:
        """Say how each of the references stands."""
        self._several.clear()
        alone = len(shown) == 1
        if alone:
            if self.badge.isHidden() or self.badge.text() != shown[0].words:
                announce(self.edit, shown[0].words)
            self.badge.say(shown[0].kind, shown[0].words)
        else:
            for one in shown:
                self._several.add(Badge(one.kind, f"{one.reference}: {one.words}"))
        self.badge.setVisible(alone)
        self._several.setVisible(len(shown) > 1)
        self._place()

    def _place(self) -> None:
        """Keep the badge inside the field, at its right, clear of the text."""
        if self.badge.isHidden():
            self.edit.setTextMargins(0, 0, 0, 0)
            return
        size = self.badge.sizeHint()
        left = self.edit.width() - size.width() - S
        self.badge.resize(size)
        self.badge.move(left, (self.edit.height() - size.height()) // 2)
        self.edit.setTextMargins(0, 0, size.width() + XS, 0)

    @Slot()
    def _changed(self) -> None:
        self.show_standing(())
        self.changed.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DynamicPropertyChange:
            # What is said of the whole is shown and heard at the part that is typed in.
            self.edit.setProperty(COMPLAINT, self.property(COMPLAINT))
            self.edit.setAccessibleDescription(self.accessibleDescription())
            self.edit.update()
        return super().event(event)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self.edit and isinstance(event, QResizeEvent):
            self._place()
        return False


class _LastOne(QCompleter):
    """Completes the last of several references."""

    def __init__(self, edit: QLineEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)

    def splitPath(self, path: str) -> list[str]:
        last = BETWEEN.split(path)[-1].strip()
        # A list of the one that is there already would only swallow the next Return.
        return [NOTHING if last.upper() in self._whole() else last]

    def _whole(self) -> list[str]:
        model = self.model()
        return model.stringList() if isinstance(model, QStringListModel) else []

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        parts = BETWEEN.split(self._edit.text())[:-1]
        return ", ".join([*(part.strip() for part in parts), str(index.data())])
