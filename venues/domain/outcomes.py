"""What came of an appointment once it is over."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """Whether it took place, in the order in which it is asked.

    A child who could not come by themselves was not brought; anybody else did not
    attend. Who left early has attended.
    """

    ATTENDED = "attended"
    DID_NOT_ATTEND = "did not attend"
    NOT_BROUGHT = "was not brought"
    BY_US = "cancelled by us"
    BY_VENUE = "cancelled by venue"

    @property
    def words(self) -> str:
        """As it stands on a button and in a list."""
        if self is Outcome.BY_VENUE:
            return "Cancelled by the venue"
        return self.value.capitalize()


def words(stored: str) -> str:
    """An outcome as it stands in a list; older records know some that are not asked."""
    if stored in set(Outcome):
        return Outcome(stored).words
    return stored.capitalize()
