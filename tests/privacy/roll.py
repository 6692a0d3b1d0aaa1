"""The roll of ways out: by which anything of a booking, a case or a link can leave."""

from __future__ import annotations

from tests.privacy import by_command, on_paper, on_screen
from tests.privacy.clerk import Clerk
from tests.privacy.seat import Seat
from tests.privacy.ways import Way

SEATED: tuple[Way[Seat], ...] = (*on_screen.ROLL.ways,)
"""Before the window."""

ALONE: tuple[Way[Clerk], ...] = (*on_paper.ROLL.ways, *by_command.ROLL.ways)
"""Without one; what changes something comes last."""
