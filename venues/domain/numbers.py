"""The numbers of the rules that a service may set for itself.

Each default is the one proposed in the rules table; a row of ``setting`` replaces it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import time

from venues.domain.places import METRES_PER_MILE

KEPT, RELEASED = "keep", "release"
"""What becomes of a booking that is still provisional when it is due."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """Minutes and miles, and the few words that go with them."""

    travel_miles: float = 3.0
    travel_miles_rural: float = 5.0
    rural_districts: str = "CW3 CW4 CW5 CW6 CH3 SY13 SY14 WA16"
    buffer_same_offence: int = 60
    buffer_co_defendants: int = 30
    buffer_group_conflict: int = 90
    buffer_no_contact: int = 60
    buffer_family: int = 60
    cluster_metres: int = 250
    case_pattern: str = r"[A-Z]{2}-\d{5}"
    case_example: str = "WA-20417"
    marking: str = "OFFICIAL-SENSITIVE"
    copies_kept_days: int = 7
    confirm_within_days: int = 14
    review_months: int = 12
    block_months: int = 15
    control_months: int = 12
    area_months: int = 12
    link_months: int = 6
    reference_months: int = 13
    ended_months: int = 3
    history_months: int = 24
    overdue_buddy: int = 15
    overdue_manager: int = 30
    late_from: str = "18:00"
    dark_after: int = 0
    edge_minutes: int = 60
    school_from: str = "08:45"
    school_until: str = "15:15"
    bus_walk: int = 10
    panel_members: int = 2
    panel_days: int = 20
    police_remind_days: int = 5
    police_urgent_days: int = 2
    provisional_due: str = KEPT

    @property
    def releases(self) -> bool:
        """Whether what is still provisional when it is due is released."""
        return self.provisional_due == RELEASED

    @property
    def late(self) -> time:
        """The time after which an appointment that ends is late."""
        return time.fromisoformat(self.late_from)

    @property
    def school(self) -> tuple[time, time]:
        """When a school day begins and ends."""
        return (
            time.fromisoformat(self.school_from),
            time.fromisoformat(self.school_until),
        )

    @property
    def buffers(self) -> dict[str, int]:
        """Kind of link → minutes before and after, the journey included."""
        return {
            "same offence": self.buffer_same_offence,
            "co-defendants": self.buffer_co_defendants,
            "group conflict": self.buffer_group_conflict,
            "no contact": self.buffer_no_contact,
            "family": self.buffer_family,
        }

    def travel_limit(self, district: str = "") -> float:
        """Metres a family may be asked to travel from that postcode district."""
        rural = district in self.rural_districts.split()
        miles = self.travel_miles_rural if rural else self.travel_miles
        return miles * METRES_PER_MILE


TIMES = frozenset({"late_from", "school_from", "school_until"})
"""Those that are times of day, kept like 18:00."""


def read(stored: Mapping[str, str]) -> Numbers:
    """The defaults, with what is stored in their place if it can be read."""
    usual = Numbers()
    chosen: dict[str, object] = {}
    for name in (field.name for field in fields(Numbers)):
        if name in stored:
            try:
                if name in TIMES:
                    time.fromisoformat(stored[name])
                chosen[name] = type(getattr(usual, name))(stored[name])
            except ValueError:
                continue
    return replace(usual, **chosen)  # type: ignore[arg-type]
