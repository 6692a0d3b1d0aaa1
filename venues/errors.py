"""What can go wrong in a way a person can do something about.

::

    VenuesError                 its text may be shown as it stands
    ├── WrongInput              something typed cannot be used; names the field
    ├── Refused                 a rule forbids it; carries the findings
    ├── NotAllowed              this role may not do that
    ├── NotFound                no such record
    ├── Clash                   a promise kept by the database would be broken
    ├── Stale                   somebody else changed the record meanwhile
    ├── Busy                    somebody else is saving
    │   └── Stopped             whoever sits here would not wait for it
    └── CannotOpen              the database cannot be used at all
        └── Lost                the connection to a shared one is gone
"""

from __future__ import annotations

from venues.domain.findings import Finding


class VenuesError(Exception):
    """Something the user can mend; the text is a sentence for them."""


class WrongInput(VenuesError):
    """Something typed cannot be used.

    ``field`` names the input it belongs beside, such as ``starts`` or ``people``.
    """

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.field = field


class Refused(VenuesError):
    """A rule forbids the booking; ``findings`` says all that is wrong with it."""

    def __init__(
        self,
        findings: tuple[Finding, ...],
        code: str | None = None,
        *,
        message: str = "",
    ) -> None:
        super().__init__(message or " ".join(each.message for each in findings))
        self.findings = findings
        self.code = code


class NotAllowed(VenuesError):
    """The signed-in person's role may not do this."""


class NotFound(VenuesError):
    """There is no such record, or it is not theirs to see."""


class Clash(VenuesError):
    """A promise kept by the database would be broken."""


class Stale(VenuesError):
    """Somebody else changed the record since it was read."""


class Busy(VenuesError):
    """Somebody else is saving, and kept on for longer than we wait."""


class Stopped(Busy):
    """The database took its time, and whoever sits here would not wait for it."""


class CannotOpen(VenuesError):
    """The database cannot be used; the text says what to do about it.

    ``field`` names the input that a shared one could not be reached by: ``server``,
    ``database``, ``login`` or ``password``; it is empty where none of them is wrong.
    """

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.field = field


class Lost(CannotOpen):
    """The connection to the shared database is gone, for now."""
