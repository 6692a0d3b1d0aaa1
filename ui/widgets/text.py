"""Words on the page, in one of three sizes, that follow theme and text size."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget

from ui import theme
from ui.theme import Size

Role = QPalette.ColorRole

# Drawn from the palette, so these follow a change of theme by themselves.
INK = Role.WindowText
MUTED = Role.PlaceholderText
COMPLAINT = Role.BrightText
ACCENT = Role.Link


class Words(QLabel):
    """A label: its size, weight and ink are its meaning, never pixels."""

    def __init__(
        self,
        text: str = "",
        *,
        size: Size = Size.BODY,
        strong: bool = False,
        ink: QPalette.ColorRole = INK,
        wrap: bool = False,
    ) -> None:
        super().__init__(text)
        self._size = size
        self._strong = strong
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setForegroundRole(ink)
        if wrap:
            self.setWordWrap(True)
            policy = self.sizePolicy()
            policy.setHeightForWidth(True)
            policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
            self.setSizePolicy(policy)
        self.fit_text()

    def fit_text(self) -> None:
        """Take the size of text that holds now (see ``application.Appearance``)."""
        if self._size is not Size.BODY or self._strong:
            base = QApplication.font()
            self.setFont(theme.sized(base, self._size, strong=self._strong))


class Elided(Words):
    """One line that ends in "…" when there is no room for all of it."""

    def __init__(
        self,
        text: str = "",
        *,
        size: Size = Size.BODY,
        strong: bool = False,
        ink: QPalette.ColorRole = INK,
    ) -> None:
        self._whole = text
        super().__init__(text, size=size, strong=strong, ink=ink)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setSizePolicy(policy)
        self.setMinimumWidth(1)

    def say(self, text: str) -> None:
        """Show other words."""
        if text != self._whole:
            self._whole = text
            self.setAccessibleName(text)
            self._fit()
            self.updateGeometry()

    def whole(self) -> str:
        """All of the words, shown or not."""
        return self._whole

    def fit_text(self) -> None:
        super().fit_text()
        self._fit()

    def _fit(self) -> None:
        mode = Qt.TextElideMode.ElideRight
        room = max(self.contentsRect().width(), 0)
        self.setText(self.fontMetrics().elidedText(self._whole, mode, room))

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        hint.setWidth(self.fontMetrics().horizontalAdvance(self._whole) + 2)
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def muted(text: str = "", *, wrap: bool = False) -> Words:
    """Words that stand back."""
    return Words(text, ink=MUTED, wrap=wrap)


def small(text: str = "", *, wrap: bool = False) -> Words:
    """Small words that stand back."""
    return Words(text, size=Size.SMALL, ink=MUTED, wrap=wrap)


def strong(text: str = "", *, wrap: bool = False) -> Words:
    """Words that stand out, such as the heading of a card."""
    return Words(text, strong=True, wrap=wrap)


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say something that just appeared."""
    # Imported here, since the window is on the screen sooner without it.
    from PySide6.QtGui import (  # noqa: PLC0415
        QAccessible,
        QAccessibleAnnouncementEvent,
    )

    event = QAccessibleAnnouncementEvent(widget, text)
    QAccessible.updateAccessibility(event)
