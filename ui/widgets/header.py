"""The top of a page: what it is, and the buttons for the whole of it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.theme import M, Size
from ui.widgets.text import MUTED, Elided, Words

LINE = 40  # least height, so that titles of all pages stand alike


class PageHeader(QWidget):
    """A title, a subtitle beside it, and buttons at the right."""

    def __init__(self, title: str, subtitle: str = "") -> None:
        super().__init__()
        self._title = Words(title, size=Size.TITLE, strong=True)
        self._subtitle = Elided(subtitle, ink=MUTED)
        policy = QSizePolicy.Policy
        self._subtitle.setSizePolicy(policy.Expanding, policy.Preferred)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(M)
        self._line.addWidget(self._title)
        # The subtitle stands on the title's line of writing, not in its middle.
        self._subtitle.setContentsMargins(0, 3, 0, 0)
        self._line.addWidget(self._subtitle, 1)
        self.setMinimumHeight(LINE)
        self.setSizePolicy(policy.Preferred, policy.Fixed)

    def say(self, title: str, subtitle: str = "") -> None:
        """Show another title and subtitle."""
        self._title.setText(title)
        self._subtitle.say(subtitle)

    def title(self) -> str:
        """The title that is shown."""
        return self._title.text()

    def add(self, *widgets: QWidget) -> None:
        """Put buttons at the right end."""
        for widget in widgets:
            self._line.addWidget(widget)

    def beside(self, widget: QWidget) -> None:
        """Put something right after the title, before the subtitle."""
        place = self._line.indexOf(self._subtitle)
        self._line.insertWidget(place, widget)
