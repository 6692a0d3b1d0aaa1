"""What is known of one case, and what can be done with it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import XS
from ui.widgets.buttons import LinkButton
from ui.widgets.flow import Flow
from ui.widgets.tallwords import TallWords
from ui.widgets.text import MUTED, strong
from venues.services.apart.glances import About


class AboutCase(QWidget):
    """A reference, its facts in a few words, and the ways to change them.

    Signals:
        asked: something is to be done, and what with: "case" and "confirm case" (its
            id), "bar", and for managers "merge" and "everything" (its reference).
    """

    asked = Signal(str, object)

    def __init__(self, about: About, *, manager: bool = False) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(strong(about.reference))
        column.addWidget(TallWords(about.words, ink=MUTED))
        tools = Flow()
        self.buttons: list[LinkButton] = []
        ways: list[tuple[str, str, int | str]] = [
            ("Edit case…", "case", about.case_id),
            ("Confirm case…", "confirm case", about.case_id),
            ("Venue not to use…", "bar", about.reference),
        ]
        if manager:
            ways.append(("Merge…", "merge", about.reference))
            ways.append(("Everything held…", "everything", about.reference))
        for words, what, with_ in ways:
            button = LinkButton(words)
            button.setAccessibleName(f"{words.rstrip('…')}, {about.reference}")
            button.clicked.connect(partial(self._ask, what, with_))
            self.buttons.append(button)
            tools.add(button)
        column.addWidget(tools)

    def _ask(self, what: str, about: object, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - what clicked carries
        self.asked.emit(what, about)
