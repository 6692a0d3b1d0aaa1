"""A list that asks for no more room than it must have."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox

LEAST = 8  # characters; the longest choice may be cut, and is whole in the open list


class ModestBox(QComboBox):
    """Does not push its neighbours aside for its longest choice."""

    def __init__(self) -> None:
        super().__init__()
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)
        self.setMinimumContentsLength(LEAST)

    def minimumSizeHint(self) -> QSize:
        # WORKAROUND Qt 6.11: its own is kept from before a change of the font
        return self.sizeHint()
