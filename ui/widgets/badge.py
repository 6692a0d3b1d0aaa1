"""A word on a coloured ground, with its icon."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui import theme
from ui.kinds import Kind, badge_size, paint_badge, spoken


class Badge(QLabel):
    """How something stands, in a word: good, to be noted, bad, or just so.

    A long one wraps when its place is narrow.
    """

    def __init__(self, kind: Kind, text: str) -> None:
        super().__init__(text)
        self._kind = kind
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.say(kind, text)

    @property
    def kind(self) -> Kind:
        """How it stands."""
        return self._kind

    def say(self, kind: Kind, text: str) -> None:
        """Show another state."""
        self._kind = kind
        self.setText(text)
        self.setAccessibleName(spoken(kind, text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return badge_size(self._kind, self.text(), self.font())

    def minimumSizeHint(self) -> QSize:
        longest = max(self.text().split(), key=len, default="")
        return badge_size(self._kind, longest, self.font())

    def heightForWidth(self, width: int) -> int:
        return badge_size(self._kind, self.text(), self.font(), widest=width).height()

    def hasHeightForWidth(self) -> bool:
        # Each new text of a label would switch this off again in its size policy.
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        c = theme.colours(self.palette())
        painter = QPainter(self)
        # Beside something taller it stays as high as its words.
        box = self.rect()
        box.setHeight(min(box.height(), self.heightForWidth(box.width())))
        box.moveTop((self.height() - box.height()) // 2)
        paint_badge(painter, box, self._kind, self.text(), base=self.font(), c=c)
