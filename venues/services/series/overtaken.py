"""A series that somebody else changed since it was looked at: both versions told."""

from __future__ import annotations

from dataclasses import dataclass

from venues.errors import Stale
from venues.services.asking import Request
from venues.services.series.opened import Date, Opened, Scope

SENTENCE = (
    "Somebody else changed this series since you opened it. Nothing was changed; look "
    "at it again before you save."
)


@dataclass(frozen=True, slots=True)
class Difference:
    """One date as it was looked at and as it is now; None where it is not there."""

    before: Request | None
    now: Request | None


class Overtaken(Stale):
    """Somebody else was quicker; ``now`` is the series as they left it."""

    def __init__(self, now: Opened, differences: tuple[Difference, ...]) -> None:
        super().__init__(SENTENCE)
        self.now = now
        self.differences = differences


def check(seen: Opened, now: Opened, scope: Scope) -> None:
    """See that nobody changed the dates of the scope meanwhile.

    Raises:
        Overtaken: somebody did.
    """
    before = {each.booking_id: each for each in seen.of(scope)}
    after = {each.booking_id: each for each in now.of(scope)}
    found = tuple(
        Difference(_request(before.get(id_)), _request(after.get(id_)))
        for id_ in sorted(before.keys() | after.keys())
        if _version(before.get(id_)) != _version(after.get(id_))
    )
    rule = (seen.id, seen.version) != (now.id, now.version)
    if found or (rule and scope is not Scope.THIS):
        raise Overtaken(now, found)


def _request(date_: Date | None) -> Request | None:
    return date_.request if date_ else None


def _version(date_: Date | None) -> int | None:
    return date_.version if date_ else None
