"""How long an appointment lasts."""

from __future__ import annotations

from collections.abc import Sequence

from ui.widgets.typed import TypedBox
from venues.domain.typed import read_length
from venues.domain.words import minutes

USUAL = (15, 30, 45, 60, 75, 90, 120, 150, 180, 240, 300, 360, 420, 480)  # minutes


class LengthField(TypedBox[int]):
    """Takes 1 hour, 1h, 90, 1:30 or 45 min; its value is in minutes."""

    def __init__(self, start: int = 60, *, choices: Sequence[int] = USUAL) -> None:
        super().__init__(choices, read=read_length, show=minutes, start=start)
        self.setMinimumContentsLength(11)
