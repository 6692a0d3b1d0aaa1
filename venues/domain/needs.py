"""What an appointment may need of a place, beyond seats and time.

The codes are those of the checklist's column *satisfies_need*; the words complete the
sentence "… needed".
"""

from __future__ import annotations

NEEDS: dict[str, str] = {
    "step-free": "Step-free",
    "quiet-space": "Quiet space",
    "hearing-loop": "Hearing loop",
    "separate-waiting": "Separate waiting",
    "second-exit": "Second exit",
    "staffed-building": "Staffed building",
    "accessible-toilet": "Accessible toilet",
    "separate-entrance": "Separate entrance",
    "wide-door": "Wide door",
    "wheelchair-space": "Wheelchair space",
    "changing-places": "Changing Places",
    "blue-badge": "Blue Badge parking",
    "bus": "Bus stop near",
    "refreshments": "Refreshments",
    "pushchair": "Pushchair space",
    "interpreter": "Interpreter by video",
    "assistance-dog": "Assistance dog",
    "screen": "Screen",
}
"""Code → words, the commonest first."""

STAFFED = "staffed-building"
"""Met by the hours somebody is in the building, not by a recorded feature."""

STAFFED_AFTER = 15
"""Minutes after the appointment for which the building must still be staffed."""

OF_THE_ROOM = frozenset(
    {
        "step-free",
        "second-exit",
        "wide-door",
        "wheelchair-space",
        "quiet-space",
        "screen",
    }
)
"""Needs that a room meets; the others are met by its venue."""


def words(code: str) -> str:
    """The need as it is written on a chip; an unknown code stands as it is."""
    return NEEDS.get(code, code)
