"""Buttons: the one thing to do, the other things, and those that look like links."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton

from ui.marks import LINK, MANNER, PRIMARY, SYMBOL


class Button(QPushButton):
    """A verb, with or without an icon that takes the colour of the words."""

    def __init__(self, text: str, *, icon: str = "") -> None:
        super().__init__(text)
        self.setAutoDefault(False)
        self.setProperty(SYMBOL, icon)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class PrimaryButton(Button):
    """The one thing to do here: there is one of them on a page or in a dialog."""

    def __init__(self, text: str, *, icon: str = "") -> None:
        super().__init__(text, icon=icon)
        self.setProperty(MANNER, PRIMARY)
        font = self.font()
        font.setWeight(font.Weight.DemiBold)
        self.setFont(font)


class LinkButton(Button):
    """A small step aside, as quiet as a link."""

    def __init__(self, text: str, *, icon: str = "") -> None:
        super().__init__(text, icon=icon)
        self.setProperty(MANNER, LINK)
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)


class IconButton(QToolButton):
    """A button that is only an icon; its name is for screen readers and its tip."""

    def __init__(self, icon: str, name: str) -> None:
        super().__init__()
        self.setProperty(SYMBOL, icon)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setText(name)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
