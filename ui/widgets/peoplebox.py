"""Choosing a colleague by typing any part of the name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QSizePolicy

from venues.domain.typed import NotUnderstood
from venues.services.people import Person

NOBODY = "Nobody"
LEAST = 6  # characters of a name that are in view


class PeopleBox(QComboBox):
    """One of the staff, or nobody.

    Signals:
        changed: somebody else is chosen; carries the id, or None.
        misunderstood: somebody left a name that is not in the list; carries a sentence.
        understood: the name is in the list.
    """

    changed = Signal(object)
    misunderstood = Signal(str)
    understood = Signal()

    def __init__(self, people: Sequence[Person], *, nobody: bool = True) -> None:
        super().__init__()
        self._held: int | None = None
        self.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.setMinimumContentsLength(LEAST)
        edit = QLineEdit()
        self.setEditable(True)
        self.setLineEdit(edit)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Fixed)
        if nobody:
            self.addItem(NOBODY, None)
        for person in people:
            self.addItem(person.name, person.id)
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        self.choose(None)
        self.currentTextChanged.connect(self._typed)
        edit.editingFinished.connect(self._tidy)

    def choose(self, staff_id: int | None) -> None:
        """Let that colleague be chosen; one who has left stands as nobody."""
        place = self.findData(staff_id)
        self.setCurrentIndex(max(place, 0))
        self.setEditText(self.itemText(max(place, 0)))

    def value(self) -> int | None:
        """The id of whoever is chosen.

        Raises:
            NotUnderstood: nobody has that name.
        """
        text = " ".join(self.currentText().split())
        place = self.findText(text, Qt.MatchFlag.MatchFixedString)
        if place >= 0:
            data = self.itemData(place)
            return None if data is None else int(data)
        if not text:
            return None
        raise NotUnderstood("Nobody here has that name. Choose one from the list.")

    def include(self, person: Person) -> None:
        """Offer that colleague too."""
        if self.findData(person.id) < 0:
            self.addItem(person.name, person.id)

    @Slot(str)
    def _typed(self) -> None:
        try:
            value = self.value()
        except NotUnderstood:
            return
        self.understood.emit()
        if value != self._held:
            self._held = value
            self.changed.emit(value)

    @Slot()
    def _tidy(self) -> None:
        try:
            self.choose(self.value())
        except NotUnderstood as trouble:
            self.misunderstood.emit(str(trouble))

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling the page must not choose somebody else.
        event.ignore()
