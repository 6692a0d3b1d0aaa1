"""What undoing does not take away, since it stays on record: it is ended instead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from venues.domain.people import Viewer
from venues.services.undoing.net import Net, Nets, Values

UNDONE = "Booked by mistake and undone"
BELONGING = frozenset(
    {
        "attendance",
        "booking_room",
        "condition",
        "outing",
        "override",
        "series_date",
        "worker",
    }
)
"""Rows that stay with a booking that is cancelled."""

OF_A_CASE = frozenset({"case", "case_hours", "case_staff"})
LENIENT = frozenset({"notice", "review"})
"""What the program tells people: once they have acted on it, it stays as they left it,
and keeps nothing from being undone."""

COUNTED = frozenset({"version", "sequence"})
"""Columns that only ever go on."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """Decides, for one action, which of the rows it brought stay on record."""

    nets: Nets
    viewer: Viewer
    today: date

    def ended(self, net: Net) -> Values | None:
        """What an added row becomes in the place of being removed; None: it goes."""
        if net.table == "booking":
            return {"status": "cancelled", "cancel_reason": UNDONE}
        if net.table in ("separation", "case_venue"):
            return {"closed_on": self.today, "closed_by": self.viewer.staff_id}
        if net.table == "staff":
            return {"left_on": self.today}
        return {} if self._stays(net) else None

    def _stays(self, net: Net) -> bool:
        if net.table in BELONGING:
            return self._is_new("booking", net.values.get("booking_id"))
        if net.table in OF_A_CASE:  # its reference is kept nowhere else
            return any(table == "attendance" for table, _ in self.nets)
        if net.table == "series":
            return any(
                each.table == "booking"
                and each.came
                and each.values.get("series_id") == net.key[0]
                for each in self.nets.values()
            )
        return False

    def _is_new(self, table: str, id_: Any) -> bool:
        net = self.nets.get((table, (id_,)))
        return net is not None and net.came


def differs(row: Any, left: Values) -> bool:
    """Whether a row is not as the action left it."""
    return any(
        getattr(row, name) != value
        for name, value in left.items()
        if name not in COUNTED
    )


Wanted = Callable[[Net], Values | None]
