"""British clocks: times that a change skips or repeats, and the way to and from UTC."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo

from venues.domain.words import clock, day


@cache
def london() -> ZoneInfo:
    """Europe/London, read from the zone database when first needed."""
    return ZoneInfo("Europe/London")


def check(moment: datetime) -> str | None:
    """Why a local wall-clock time cannot be used, or None when it can.

    In March an hour of one night is skipped; in October one comes twice.
    """
    before, after = (
        moment.replace(tzinfo=london(), fold=fold).utcoffset() for fold in (0, 1)
    )
    if before == after or before is None or after is None:
        return None
    when = f"{clock(moment)} {{}} on {day(moment)}. Choose another time."
    if before < after:
        return "The clocks go forward that night, so " + when.format("does not exist")
    return "The clocks go back that night, so " + when.format("comes twice")


def to_utc(moment: datetime) -> datetime:
    """The instant, aware and in UTC, of a local wall-clock time.

    Of a time that comes twice it is the first; a time that is skipped counts as if
    the clocks had not changed yet. ``check`` finds both.
    """
    return moment.replace(tzinfo=london()).astimezone(UTC)


def to_local(instant: datetime) -> datetime:
    """The naive wall-clock time of an aware instant, or of a naive one in UTC."""
    if instant.tzinfo is None:
        instant = instant.replace(tzinfo=UTC)
    return instant.astimezone(london()).replace(tzinfo=None, fold=0)
