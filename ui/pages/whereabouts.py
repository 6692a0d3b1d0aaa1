"""Where somebody comes from: a postcode that is used to measure, and dropped."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QLineEdit

from ui.desk import Desk
from ui.widgets.field import Field
from venues.domain.places import Point
from venues.domain.typed import NotUnderstood

NOT_YET = "Postcodes are being read. Distances follow in a moment."
OUTSIDE = "Outside the four authorities. Distances are from there all the same."


class Whereabouts(QObject):
    """Reads the postcode typed, or else the sector that is recorded for the case.

    Signals:
        changed: distances are measured from somewhere else.
    """

    changed = Signal()

    def __init__(self, desk: Desk, entry: QLineEdit, field: Field) -> None:
        super().__init__(field)
        self._desk = desk
        self._entry = entry
        self._field = field
        self._typed: tuple[Point, str] | None = None
        entry.setPlaceholderText("Postcode")
        entry.textChanged.connect(self.look_up)
        entry.editingFinished.connect(self.leave)

    def read(self, sectors: Sequence[str]) -> tuple[Point | None, str]:
        """Where to measure from and its postcode district; None when nowhere is known.

        Of several sectors the first counts.
        """
        if self._entry.text().strip():
            return self._typed or (None, "")
        gazetteer = self._desk.gazetteer()
        sector = next((each for each in sectors if each), "")
        point = None
        if gazetteer is not None and sector:
            point = gazetteer.sector_centre(sector)
        if point is None:
            self._field.hint("")
            return None, ""
        self._field.hint(f"From {sector}, as recorded for this case.")
        return point, sector.partition(" ")[0]

    @Slot()
    def look_up(self) -> None:
        """Find the postcode as far as it has been typed; complain of nothing yet."""
        self._field.clear()
        self._field.hint("")
        before, self._typed = self._typed, self._find()
        if self._typed != before or not self._entry.text().strip():
            self.changed.emit()

    @Slot()
    def leave(self) -> None:
        """Somebody has done with the field: say what is wrong with it."""
        gazetteer = self._desk.gazetteer()
        text = self._entry.text()
        if gazetteer is None or not text.strip():
            return
        try:
            gazetteer.look_up(text)
        except NotUnderstood as trouble:
            self._field.complain(str(trouble))

    def _find(self) -> tuple[Point, str] | None:
        gazetteer = self._desk.gazetteer()
        text = self._entry.text()
        if not text.strip():
            return None
        if gazetteer is None:
            self._field.hint(NOT_YET)
            return None
        try:
            place = gazetteer.look_up(text)
        except NotUnderstood:
            return None
        if place.council is None:
            self._field.hint(OUTSIDE)
        return place.point, place.postcode.outcode
