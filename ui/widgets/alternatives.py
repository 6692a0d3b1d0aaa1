"""Other rooms and times that would do, each as a button."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.models.matches import place
from ui.theme import S
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.text import strong
from venues.domain.period import Period
from venues.domain.words import DAYS, clock, day_month, span
from venues.services.alternatives import Alternative


class Alternatives(QWidget):
    """Up to three ways out; nothing is shown while there is none.

    Signals:
        chosen: one was pressed; carries the alternative.
    """

    chosen = Signal(object)

    def __init__(self, heading: str = "Other ways") -> None:
        super().__init__()
        self._flow = Flow(gap=S, lines=S)
        self.buttons: list[Button] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S)
        layout.addWidget(strong(heading))
        layout.addWidget(self._flow)
        self.hide()

    def show_ways(
        self, ways: Sequence[Alternative], asked: Period, *, twenty_four: bool = False
    ) -> None:
        """Show these, said by how they differ from what was asked for."""
        self._flow.clear()
        self.buttons = []
        for way in ways:
            button = Button(words(way, asked, twenty_four=twenty_four))
            button.setAccessibleDescription(way.words)
            button.setToolTip(way.words.capitalize())
            button.clicked.connect(partial(self._choose, way))
            self.buttons.append(button)
            self._flow.add(button)
        self.setVisible(bool(ways))

    def _choose(self, way: Alternative, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - what clicked carries
        self.chosen.emit(way)


def words(way: Alternative, asked: Period, *, twenty_four: bool = False) -> str:
    """The room and its place, and when if that is another time."""
    where = f"{way.room.name}, {place(way.room)}"
    starts, ends = way.period.starts, way.period.ends
    if way.period.day != asked.day:
        day = f"{DAYS[way.period.day.weekday()]} {day_month(way.period.day)}"
        return f"{day}, {clock(starts, twenty_four=twenty_four)}: {where}"
    if way.period != asked:
        return f"{span(starts, ends, twenty_four=twenty_four)}: {where}"
    return where
