"""Who is asking, and what their role lets them do."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """The five roles; what each may do stands in ``PAGES`` and below."""

    PRACTITIONER = "practitioner"
    VICTIM_WORKER = "victim_worker"
    COORDINATOR = "coordinator"
    MANAGER = "manager"
    BOARD = "board"

    @property
    def words(self) -> str:
        """The role as it is written on screen."""
        return {"victim_worker": "Victim worker", "board": "Board reader"}.get(
            self.value, self.value.capitalize()
        )


class Audience(StrEnum):
    """Who an appointment is for."""

    CHILD = "child"
    VICTIM = "victim"
    FAMILY = "family"
    STAFF = "staff"

    @property
    def words(self) -> str:
        """The audience as it is written on screen."""
        return self.value.capitalize()


_ALL = frozenset(Role)
_NOT_BOARD = _ALL - {Role.BOARD}
_KEEPERS = frozenset({Role.COORDINATOR, Role.MANAGER})

PAGES: dict[str, frozenset[Role]] = {
    "today": _NOT_BOARD,
    "find": _NOT_BOARD,
    "schedule": _NOT_BOARD,
    "venues": _NOT_BOARD,
    "keep_apart": _KEEPERS,
    "evidence": _KEEPERS | {Role.BOARD},
    "settings": _ALL,
    "help": _ALL,
}
"""Which role may use which page; a page that a role may not use is absent."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """The person at the keyboard, on whose behalf everything is asked."""

    staff_id: int
    login: str
    name: str
    role: Role
    authority_id: int | None = None
    acts_for: frozenset[int] = field(default=frozenset())
    duty_manager: bool = False

    @property
    def owns(self) -> frozenset[int]:
        """The staff whose bookings count as the viewer's own."""
        return self.acts_for | {self.staff_id}

    @property
    def edits_venues(self) -> bool:
        """Whether they keep the catalogue, hours, closures and terms."""
        return self.role in _KEEPERS

    @property
    def books(self) -> bool:
        """Whether they may book anything at all."""
        return self.role in _NOT_BOARD

    @property
    def overrides(self) -> bool:
        """Whether they may pass a rule that allows it, with a reason."""
        return self.role is Role.MANAGER

    @property
    def watches_outings(self) -> bool:
        """Whether they answer for everybody who is out alone."""
        return self.role is Role.MANAGER or self.duty_manager

    @property
    def uses_any_case(self) -> bool:
        """Whether references need not be on their own list."""
        return self.role is Role.MANAGER

    def books_for(self, audience: Audience) -> bool:
        """Victim bookings are made by victim workers and managers."""
        if audience is Audience.VICTIM:
            return self.role in {Role.VICTIM_WORKER, Role.MANAGER}
        if audience is Audience.STAFF:
            return self.books
        return self.books and self.role is not Role.COORDINATOR


def may_use(role: Role, page: str) -> bool:
    """Whether the role has that page at all."""
    return role in PAGES[page]
