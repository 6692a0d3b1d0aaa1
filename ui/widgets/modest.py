"""A list that asks for no more room than it must have."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

LEAST = 8  # characters; the longest choice may be cut, and is whole in the open list


def modest(box: QComboBox) -> QComboBox:
    """The same box, which does not push its neighbours aside for its longest choice."""
    policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
    box.setSizeAdjustPolicy(policy)
    box.setMinimumContentsLength(LEAST)
    return box
