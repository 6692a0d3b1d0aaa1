"""What a venue is and where: the first tab of its editor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from ui.desk import Desk
from ui.dialogs import entries
from ui.widgets.fieldrows import Entry, lay_out
from venues.domain.words import count
from venues.errors import WrongInput
from venues.services import venue_checks, venue_clusters
from venues.services.venue_clusters import Close
from venues.services.venue_drafts import VenueDraft
from venues.services.venue_words import STATUS

PAUSE = 150  # milliseconds after the last letter before a postcode is looked up
FROM_POSTCODE = "That of the postcode"
NEIGHBOURS = (
    "A name for venues that share a street, car park or stop; people are kept apart "
    "over all of them."
)
HINT = "The postcode tells authority and position."


class PlaceForm(QWidget):
    """Name, kind, address and authority; the postcode proposes where it is."""

    def __init__(
        self,
        desk: Desk,
        authorities: Sequence[tuple[int, str]],
        kinds: Sequence[str],
        clusters: Sequence[str],
    ) -> None:
        super().__init__()
        self._desk = desk
        self._venue: int | None = None
        self.name, self.owner = QLineEdit(), QLineEdit()
        self.kind, self.cluster = _typed(kinds), _typed(clusters)
        self.status = QComboBox()
        for key, words in STATUS.items():
            if key != "retired":
                self.status.addItem(words, key)
        self.street, self.town, self.postcode = QLineEdit(), QLineEdit(), QLineEdit()
        self.authority = QComboBox()
        self.authority.addItem(FROM_POSTCODE, None)
        for id_, name in authorities:
            self.authority.addItem(name, id_)
        self.by_hand = QCheckBox("Place it by hand")
        self.easting, self.northing = QLineEdit(), QLineEdit()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self.fields = lay_out(self, self._rows())
        self.fields["cluster"].hint(NEIGHBOURS)
        self.fields["postcode"].hint(HINT)
        self._timer.timeout.connect(self._look_up)
        self.postcode.textChanged.connect(self._timer.start)
        self.by_hand.toggled.connect(self._follow)
        self._follow()

    def show_venue(self, venue: VenueDraft) -> None:
        """Show what is known of the venue."""
        self._venue = venue.id
        self.name.setText(venue.name)
        self.kind.setEditText(venue.kind)
        self.owner.setText(venue.owner)
        self.cluster.setEditText(venue.cluster)
        if venue.status == "retired" and self.status.findData("retired") < 0:
            self.status.addItem(STATUS["retired"], "retired")
        self.status.setCurrentIndex(self.status.findData(venue.status))
        self.street.setText(venue.street)
        self.town.setText(venue.town)
        self.postcode.setText(venue.postcode)
        self.by_hand.setChecked(venue.placed_by_hand)
        self.easting.setText(_number(venue.easting))
        self.northing.setText(_number(venue.northing))
        chosen = None if self._proposed(venue) else venue.authority_id
        self.authority.setCurrentIndex(max(0, self.authority.findData(chosen)))
        self._look_up()

    def values(self, opened: VenueDraft | None) -> dict[str, Any]:
        """What is typed, as values of a draft.

        Raises:
            WrongInput: a number cannot be read.
        """
        by_hand = self.by_hand.isChecked()
        values: dict[str, Any] = {
            "name": self.name.text(),
            "kind": self.kind.currentText(),
            "owner": self.owner.text(),
            "cluster": self.cluster.currentText(),
            "status": self.status.currentData(),
            "street": self.street.text(),
            "town": self.town.text(),
            "postcode": self.postcode.text(),
            "authority_id": self.authority.currentData(),
            "placed_by_hand": by_hand,
        }
        if by_hand:
            values["easting"] = entries.whole(self.easting, "easting")
            values["northing"] = entries.whole(self.northing, "northing")
        elif opened is not None and values["postcode"] == opened.postcode:
            values["easting"], values["northing"] = opened.easting, opened.northing
            if values["authority_id"] is None:
                values["authority_id"] = opened.authority_id
        return values

    def _proposed(self, venue: VenueDraft) -> bool:
        """Whether the authority is the one that the postcode tells."""
        if venue.placed_by_hand:
            return False
        found = self._place(venue.postcode)
        return venue.authority_id is None or (
            found is not None and found.authority_id == venue.authority_id
        )

    def _place(self, postcode: str) -> venue_checks.Placed | None:
        gazetteer = self._desk.gazetteer()
        if not postcode.strip() or gazetteer is None:
            return None
        try:
            with self._desk.database.read() as session:
                return venue_checks.place(session, gazetteer, postcode)
        except WrongInput:
            return None

    @Slot()
    def _look_up(self) -> None:
        """Say what the postcode proposes; what is wrong with it is said at Save."""
        found = self._place(self.postcode.text())
        if found is None:
            self.fields["postcode"].hint(HINT)
        elif found.authority_id is None:
            self.fields["postcode"].hint("Outside the four authorities.")
        else:
            self.fields["postcode"].hint(f"{found.postcode} is in {found.authority}.")
        self._propose(found)
        words = FROM_POSTCODE
        if found is not None and found.authority:
            words = f"{found.authority} (from the postcode)"
        self.authority.setItemText(0, words)

    def _propose(self, found: venue_checks.Placed | None) -> None:
        """Say who is near, and in which group, so that it can be chosen."""
        near: tuple[Close, ...] = ()
        if found is not None:
            with self._desk.database.read() as session:
                near = venue_clusters.close_to(session, found.point, but=self._venue)
        self.fields["cluster"].hint(near_words(near[0]) if near else NEIGHBOURS)

    @Slot()
    def _follow(self) -> None:
        for name in ("easting", "northing"):
            self.fields[name].setVisible(self.by_hand.isChecked())

    def _rows(self) -> list[list[Entry]]:
        return [
            [Entry("name", "Name", self.name, 2), Entry("kind", "Kind", self.kind)],
            [
                Entry("owner", "Owner", self.owner, 2),
                Entry("status", "Status", self.status),
            ],
            [
                Entry("street", "Street", self.street, 2),
                Entry("town", "Town", self.town),
            ],
            [
                Entry("postcode", "Postcode", self.postcode),
                Entry("authority", "Authority", self.authority),
                Entry("placed_by_hand", "", self.by_hand),
            ],
            [
                Entry("easting", "Grid reference east, metres", self.easting),
                Entry("northing", "Grid reference north, metres", self.northing),
            ],
            [Entry("cluster", "Neighbours", self.cluster)],
        ]


def near_words(near: Close) -> str:
    """Who is near, and which group that would be."""
    far = f"{count(near.metres, 'metre')} away" if near.metres else "at this postcode"
    group = f", in the group {near.group}" if near.group else " and in no group yet"
    return f"{near.name} is {far}{group}. People are kept apart over a whole group."


def _typed(choices: Sequence[str]) -> QComboBox:
    """A list from which to choose, in which other words can be typed too."""
    box = QComboBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.addItems(["", *choices])
    return box


def _number(value: int | None) -> str:
    return "" if value is None else str(value)
