"""Cancels one booking or several, with one reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ui.kinds import Kind
from ui.theme import XL, L, M, S, Size
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.field import Field
from ui.widgets.overlay import WaitOverlay
from ui.widgets.text import MUTED, Words
from venues.domain.words import count
from venues.errors import VenuesError, WrongInput

OWN_WORDS = "Another reason"
REASONS = (
    "Moved to another time or place",
    "The person cannot come",
    "The worker cannot come",
    "The venue cannot have us",
    "No longer needed",
    "Booked by mistake",
    OWN_WORDS,
)
SHOWN = 6  # bookings named one by one; more are counted


class CancelDialog(QDialog):
    """Asks why, and says what will be cancelled; the page does the cancelling.

    Signals:
        agreed: they are to be cancelled; carries the reason.
    """

    agreed = Signal(str)

    def __init__(
        self,
        bookings: Sequence[str],
        parent: QWidget | None = None,
        *,
        costs: str = "",
    ) -> None:
        """``bookings`` says of each booking when and where it is.

        ``costs`` says what is charged all the same, where anything is.
        """
        super().__init__(parent)
        many = len(bookings) > 1
        self.setWindowTitle("Cancel bookings" if many else "Cancel booking")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked = (
            f"Cancel {count(len(bookings), 'booking')}?"
            if many
            else "Cancel this booking?"
        )
        self.reason = QComboBox()
        self.reason.addItems(REASONS)
        self.words = QLineEdit()
        self.words.setMaxLength(200)
        self.words.setPlaceholderText("No names, only the case reference")
        self.why = Field("Why", self.reason)
        self.more = Field(
            "In your own words", self.words, hint="You may leave this empty."
        )
        self.keep = Button("Keep bookings" if many else "Keep booking")
        self.cancel = PrimaryButton("Cancel bookings" if many else "Cancel booking")
        self.costs = Badge(Kind.WARN, costs)
        self.costs.setVisible(bool(costs))
        self._waiting = WaitOverlay(self)
        self._lay_out(asked, bookings)
        self.reason.currentTextChanged.connect(self._choose)
        self.words.textEdited.connect(self.more.clear)
        self.keep.clicked.connect(self.reject)
        self.cancel.clicked.connect(self._agree)
        self.words.returnPressed.connect(self._agree)

    def text(self) -> str:
        """The reason that was chosen, with the words typed beside it."""
        typed = self.words.text().strip()
        if self.reason.currentText() == OWN_WORDS:
            return typed
        return ": ".join(part for part in (self.reason.currentText(), typed) if part)

    def refuse(self, trouble: Exception) -> None:
        """It was not cancelled: say why, and let the words be mended."""
        self._wait(on=False)
        if not isinstance(trouble, VenuesError):
            self.reject()
            raise trouble
        self.more.complain(str(trouble))
        if isinstance(trouble, WrongInput) and trouble.field == "reason":
            self.words.setFocus()

    def _lay_out(self, asked: str, bookings: Sequence[str]) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(XL, L + S, XL, L)
        layout.setSpacing(M)
        layout.addWidget(Words(asked, size=Size.TITLE, strong=True))
        for booking in bookings[:SHOWN]:
            layout.addWidget(Words(booking, ink=MUTED, wrap=True))
        if len(bookings) > SHOWN:
            rest = f"and {len(bookings) - SHOWN} more"
            layout.addWidget(Words(rest, ink=MUTED))
        said = "The rooms become free. The bookings stay on record with the reason."
        if len(bookings) == 1:
            said = "The room becomes free. The booking stays on record with the reason."
        layout.addWidget(Words(said, wrap=True))
        layout.addWidget(self.costs, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.why)
        layout.addWidget(self.more)
        layout.addStretch(1)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.keep)
        line.addWidget(self.cancel)
        layout.addLayout(line)
        wide = self.fontMetrics().averageCharWidth() * 66
        self.setMinimumWidth(wide)
        self.resize(wide, layout.totalHeightForWidth(wide))
        self.reason.setFocus()

    def _wait(self, *, on: bool) -> None:
        for widget in (self.reason, self.words, self.keep, self.cancel):
            widget.setDisabled(on)
        if on:
            self._waiting.start("Cancelling…")
        else:
            self._waiting.stop()

    @Slot()
    def _choose(self) -> None:
        own = self.reason.currentText() == OWN_WORDS
        self.more.hint("" if own else "You may leave this empty.")
        self.more.clear()
        if own:
            self.words.setFocus()

    @Slot()
    def _agree(self) -> None:
        if not self.text():
            self.more.complain("Say why it is cancelled.")
            self.words.setFocus()
            return
        self._wait(on=True)
        self.agreed.emit(self.text())
