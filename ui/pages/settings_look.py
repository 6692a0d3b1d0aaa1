"""Settings: how Venues looks to whoever is signed in."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.palettes import Look
from ui.preferences import IDLE_MINUTES, LOOK, TEXT_SIZE, TWENTY_FOUR
from ui.theme import XS, L, M
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.modest import ModestBox
from ui.widgets.segmented import Segmented
from ui.widgets.text import muted, small
from venues.domain.words import count

LOOKS = (
    (Look.SYSTEM, "As the system"),
    (Look.LIGHT, "Light"),
    (Look.DARK, "Dark"),
    (Look.CONTRAST, "High contrast"),
)
SIZES = (100, 125, 150, 175, 200)  # per cent
IDLE = (2, 5, 10, 15, 30, 60)  # minutes
NEVER = 0


class LookSection(QWidget):
    """Everything here holds at once, and for this person only."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._preferences = desk.preferences
        self.look = Segmented("Look", [(look.value, words) for look, words in LOOKS])
        self.text_size = Segmented("Text size", [(str(n), f"{n} %") for n in SIZES])
        self.clock = QCheckBox("Write times on the 24-hour clock")
        self.idle = ModestBox()
        for minutes in IDLE:
            self.idle.addItem(f"after {count(minutes, 'minute')}", minutes)
        self.idle.addItem("never", NEVER)
        self._lay_out()
        self.show_all()
        desk.preferences.changed.connect(self.show_all)
        self.look.changed.connect(self._set_look)
        self.text_size.changed.connect(self._set_size)
        self.clock.toggled.connect(self._set_clock)
        self.idle.currentIndexChanged.connect(self._set_idle)

    @Slot()
    def show_all(self) -> None:
        """Show what holds now; a value from elsewhere shows its nearest."""
        kept = self._preferences
        known = {look.value for look, _ in LOOKS}
        look = kept[LOOK] if kept[LOOK] in known else Look.SYSTEM.value
        self.look.choose(look)
        size = min(SIZES, key=lambda each: abs(each - kept[TEXT_SIZE]))
        self.text_size.choose(str(size))
        self.clock.setChecked(kept[TWENTY_FOUR])
        place = self.idle.findData(kept[IDLE_MINUTES])
        if place < 0:
            minutes = kept[IDLE_MINUTES]
            self.idle.insertItem(0, f"after {count(minutes, 'minute')}", minutes)
            place = 0
        self.idle.setCurrentIndex(place)

    def _lay_out(self) -> None:
        card = Card("Look")
        card.body.setSpacing(M)
        card.add(muted("Saved at once, for you on this PC.", wrap=True))
        card.add(Field("Colours", self.look))
        card.add(Field("Text size", self.text_size))
        clock = QVBoxLayout()
        clock.setSpacing(XS)
        clock.addWidget(self.clock)
        clock.addWidget(small("15:30 instead of 3:30pm, on the screen and on paper."))
        card.body.addLayout(clock)
        idle = Card("Privacy")
        idle.body.setSpacing(M)
        idle.add(
            Field(
                "Blank the screen when nobody does anything",
                self.idle,
                hint="Any key or click brings it back. Ctrl+L blanks it at once.",
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        column.addWidget(card)
        column.addWidget(idle)
        column.addStretch(1)

    @Slot(str)
    def _set_look(self, look: str) -> None:
        self._preferences[LOOK] = look

    @Slot(str)
    def _set_size(self, size: str) -> None:
        self._preferences[TEXT_SIZE] = int(size)

    @Slot(bool)
    def _set_clock(self, on: bool) -> None:  # noqa: FBT001 - what toggled carries
        self._preferences[TWENTY_FOUR] = on

    @Slot()
    def _set_idle(self) -> None:
        self._preferences[IDLE_MINUTES] = int(self.idle.currentData())
