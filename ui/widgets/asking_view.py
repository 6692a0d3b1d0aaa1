"""What venues are to be asked: a venue, its bookings, and the words for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ui.models import asking
from ui.models.table import TableModel
from ui.theme import M, S
from ui.widgets.field import Field
from ui.widgets.table import Table
from ui.widgets.text import muted, strong
from venues.services.venue_answers import TO_ASK
from venues.services.venue_asking import Asking, Item

LEFT = 34
"""Letters of a venue's name that are in view."""


class AskingView(QSplitter):
    """Venues at the left; at the right the bookings of the one in front.

    Signals:
        turned: other bookings are chosen, or another venue.
        opened: a booking's answer is to be noted.
    """

    turned = Signal()
    opened = Signal()

    def __init__(self, twenty_four: Callable[[], bool], *, single: bool) -> None:
        """``single`` is for the one booking of somebody who came from there."""
        super().__init__()
        self._asked: tuple[Asking, ...] = ()
        self.venues = QListWidget()
        self.venues.setAccessibleName("Venues to ask")
        self.venues.setVisible(not single)
        self.venues.setSpacing(2)
        self.name = strong("")
        self.contacts = muted(wrap=True)
        self._model: TableModel[Item] = TableModel(asking.columns(twenty_four), self)
        self.table = Table("Bookings to ask about", self._model)
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setMinimumHeight(self.fontMetrics().lineSpacing() * 6)
        self._lay_out()
        self.venues.currentRowChanged.connect(self._turn)
        self.table.selectionModel().selectionChanged.connect(self._follow)
        self.table.opened.connect(self._open)

    def show_asked(self, asked: tuple[Asking, ...]) -> None:
        """Show these venues; what is chosen stays chosen."""
        before = self.asking()
        kept = {each.booking_id for each in self.chosen()}
        self._asked = asked
        with QSignalBlocker(self.venues):
            self.venues.clear()
            for each in asked:
                words = f"{each.name}\n{asking.tally(each.items)}"
                self.venues.addItem(QListWidgetItem(words))
            ids = [each.venue_id for each in asked]
            stays = before is not None and before.venue_id in ids
            place = ids.index(before.venue_id) if before and stays else 0
            self.venues.setCurrentRow(place if ids else -1)
        self._show(kept if stays else None)

    def asking(self) -> Asking | None:
        """The venue in front."""
        place = self.venues.currentRow()
        return self._asked[place] if 0 <= place < len(self._asked) else None

    def chosen(self) -> list[Item]:
        """The bookings that are chosen."""
        return [each for each in self.table.picked() if isinstance(each, Item)]

    @Slot()
    def _turn(self) -> None:
        self._show(None)

    @Slot()
    def _open(self) -> None:
        self.opened.emit()

    def _show(self, kept: set[int] | None) -> None:
        """Show the venue in front; of its bookings those to ask are chosen at first."""
        asked = self.asking()
        items: Sequence[Item] = asked.items if asked else ()
        self.name.setText(asked.name if asked else "")
        ways = [
            f"{role}: {how}" if how else role
            for role, how in (asked.contacts if asked else ())
        ]
        self.contacts.setText("\n".join(ways) or "No contact is on record.")
        self._model.show(items)
        self.table.fit()
        first = {each.booking_id for each in items if each.answer.said == TO_ASK}
        self._choose(first if kept is None else kept)
        self._follow()

    def _choose(self, ids: set[int]) -> None:
        """Those of the bookings that are there, or else the first."""
        ordered, model = self.table.ordered, self.table.selectionModel()
        places = [ordered.index(row, 0) for row in range(ordered.rowCount())]
        wanted = [place for place in places if ordered.row(place).booking_id in ids]
        flags = model.SelectionFlag
        for number, place in enumerate(wanted or places[:1]):
            if not number:
                model.setCurrentIndex(place, flags.NoUpdate)
            model.select(place, flags.Select | flags.Rows)

    @Slot()
    def _follow(self) -> None:
        asked = self.asking()
        ids = {each.booking_id for each in self.chosen()}
        self.words.setPlainText(asked.text(ids) if asked else "")
        self.turned.emit()

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(M, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.name)
        column.addWidget(self.contacts)
        column.addWidget(self.table, 3)
        column.addWidget(Field("Words for the bookings chosen above", self.words), 2)
        self.addWidget(self.venues)
        self.addWidget(right)
        self.setStretchFactor(1, 1)
        self.setSizes([self.fontMetrics().averageCharWidth() * LEFT, 1000])
        self.setChildrenCollapsible(False)
