"""One booking, as far as the person at the desk may know it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.kinds import Kind
from ui.models.grid import hold
from ui.theme import XL, L, M, S, Size
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.card import Hairline
from ui.widgets.text import MUTED, Words
from venues.domain import needs, words
from venues.domain.people import Audience
from venues.domain.privacy import Seen
from venues.domain.proposal import LAYOUTS, Room
from venues.domain.rules.venue_notice import NOT_CONFIRMED

NARROW = 36  # average letters in the longest line before it wraps


class DetailsDialog(QDialog):
    """What is known of a booking, and what may be done with it.

    Signals:
        wanted: a button was pressed; carries "edit", "move", "duplicate", "cancel" or
            the key of a step aside.
    """

    wanted = Signal(str)

    def __init__(
        self,
        row: Seen,
        room: Room,
        parent: QWidget | None = None,
        *,
        changeable: bool,
        editable: bool,
        repeatable: bool,
        twenty_four: bool = False,
        urgent: bool = False,
        asides: Sequence[tuple[str, str]] = (),
    ) -> None:
        """``urgent`` says that a yes of the venue is wanted within two working days.

        ``asides`` are more steps that may be ``wanted``, with what their buttons say.
        """
        super().__init__(parent)
        self.setWindowTitle("Booking")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.values: dict[str, Words] = {}
        self.buttons: dict[str, Button] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(XL, L + S, XL, L)
        layout.setSpacing(M)
        layout.addLayout(self._heading(row, Kind.BAD if urgent else Kind.WARN))
        self._known = self._facts(facts(row, room, twenty_four=twenty_four))
        layout.addLayout(self._known)
        if asides:
            layout.addLayout(self._asides(asides))
        layout.addStretch(1)
        layout.addWidget(Hairline())
        layout.addLayout(self._ways_on(changeable, repeatable, editable))
        self.back.setFocus()

    def tell(self, name: str, value: str) -> None:
        """Show one more thing that is known of it, below the others."""
        self._put(self._known, name, value)

    def _heading(self, row: Seen, unconfirmed: Kind) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(M)
        line.addWidget(Words(row.title, size=Size.TITLE, strong=True))
        if row.status == "provisional":
            line.addWidget(Badge(Kind.WARN, "Provisional"))
        elif row.status == "confirmed":
            line.addWidget(Badge(Kind.GOOD, "Confirmed"))
        if row.not_confirmed:
            line.addWidget(Badge(unconfirmed, NOT_CONFIRMED))
        line.addStretch(1)
        line.addWidget(Words(row.reference, ink=MUTED))
        return line

    def _facts(self, known: list[tuple[str, str]]) -> QGridLayout:
        table = QGridLayout()
        table.setHorizontalSpacing(L)
        table.setVerticalSpacing(S)
        table.setColumnStretch(1, 1)
        for name, value in known:
            self._put(table, name, value)
        return table

    def _put(self, table: QGridLayout, name: str, value: str) -> None:
        top, number = Qt.AlignmentFlag.AlignTop, table.rowCount()
        shown = Words(value, wrap=True)
        shown.setMinimumWidth(self.fontMetrics().averageCharWidth() * NARROW)
        shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        shown.setAccessibleName(f"{name}: {value}")
        self.values[name] = shown
        table.addWidget(Words(name, ink=MUTED), number, 0, top)
        table.addWidget(shown, number, 1, top)

    def _asides(self, asides: Sequence[tuple[str, str]]) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(S)
        for key, title in asides:
            self.buttons[key] = button = Button(title)
            button.clicked.connect(partial(self._want, key))
            line.addWidget(button)
        line.addStretch(1)
        return line

    def _ways_on(self, *may: bool) -> QHBoxLayout:
        changeable, repeatable, editable = may
        line = QHBoxLayout()
        line.setSpacing(S)
        offers = [
            ("cancel", "Cancel booking…", changeable),
            ("duplicate", "Duplicate", repeatable),
            ("move", "Move…", changeable),
            ("edit", "Edit", editable),
        ]
        for key, title, offered in offers:
            if offered:
                self.buttons[key] = button = Button(title)
                button.clicked.connect(partial(self._want, key))
                line.addWidget(button)
            if key == "cancel":
                line.addStretch(1)
        self.back = PrimaryButton("Close")
        self.back.clicked.connect(self.reject)
        self.back.setDefault(True)
        line.addWidget(self.back)
        return line

    @Slot()
    def _want(self, key: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - what clicked carries
        self.accept()
        self.wanted.emit(key)


def facts(row: Seen, room: Room, *, twenty_four: bool = False) -> list[tuple[str, str]]:
    """What may be said of a booking, as names and values; empty values are left out."""
    when = words.span(row.starts, row.ends, twenty_four=twenty_four)
    held = ""
    if hold(row) != (row.starts, row.ends):
        held = words.span(*hold(row), twenty_four=twenty_four)
    place = [room.name, room.venue.name, room.venue.town]
    wanted = [needs.words(code) for code in row.needs]
    known = [
        ("Kind", row.kind if row.kind != row.title else ""),
        ("For", Audience(row.audience).words if row.audience else ""),
        ("When", f"{words.day(row.starts.date())}, {when}"),
        ("Room held", f"{held}, set-up and clearing included" if held else ""),
        ("Where", ", ".join(part for part in place if part)),
        ("People", str(row.people or "")),
        ("Seats", f"{LAYOUTS[row.layout]}".capitalize() if row.layout else ""),
        ("Needs", words.listing(wanted)),
        ("Workers", words.listing(row.workers)),
        ("Arrival", row.arrival),
        ("Note", row.note),
    ]
    return [(name, value) for name, value in known if value]
