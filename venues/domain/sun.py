"""When the sun sets, to the minute, anywhere in Britain."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from math import acos, asin, cos, degrees, pi, radians, sin, tan

from venues.domain.clocks import to_local
from venues.domain.places import Point

HORIZON = radians(90.833)
"""How far from overhead the sun is gone: its own radius and the air's bending."""

GRID_ORIGIN = Point(400_000, -100_000)
"""The grid's numbers at 49° north and 2° west, from where it was laid out."""

METRES_A_DEGREE = 111_240
"""Of latitude, in Britain, on the grid."""

NOON_2000 = datetime(2000, 1, 1, 12)
"""The moment, in UTC, from which the sun's place is reckoned."""


def sunset(place: Point, day: date) -> time:
    """Local wall-clock time of sunset, rounded to the minute.

    After the formulas that the American weather service (NOAA) publishes for its
    solar calculator; within a minute of its figures in Britain. Hills and houses are
    not known.
    """
    latitude, longitude = _degrees(place)
    midnight = datetime.combine(day, time())
    minutes = 18 * 60.0
    for _ in range(2):  # again from the first answer, for the sun moves meanwhile
        tilt, ahead = _sun(midnight + timedelta(minutes=minutes))
        half_day = acos(
            cos(HORIZON) / (cos(latitude) * cos(tilt)) - tan(latitude) * tan(tilt)
        )
        minutes = 12 * 60 + 4 * (degrees(half_day) - longitude) - ahead
    return to_local(midnight + timedelta(minutes=round(minutes))).time()


CELL = 5_000
"""Metres within which the sun sets in the same half-minute, or nearly."""


def sunset_near(place: Point, day: date) -> time:
    """The same to half a minute, worked out once for a few miles and a day."""
    return _sunset_in(place.easting // CELL, place.northing // CELL, day)


@lru_cache(maxsize=512)
def _sunset_in(east: int, north: int, day: date) -> time:
    half = CELL // 2
    return sunset(Point(east * CELL + half, north * CELL + half), day)


def _sun(moment: datetime) -> tuple[float, float]:
    """How far north the sun stands, in radians, and the minutes a sundial is ahead."""
    days = (moment - NOON_2000) / timedelta(days=1)
    mean = radians(280.46646 + 0.98564736 * days)  # where an even sun would be
    anomaly = radians(357.52911 + 0.98560028 * days)  # how far it is from nearest
    oval = 0.016709 - 1.15e-9 * days
    true = mean + radians(
        (1.914602 - 1.32e-7 * days) * sin(anomaly)
        + 0.019993 * sin(2 * anomaly)
        + 0.000289 * sin(3 * anomaly)
        - 0.00569  # light needs eight minutes to get here
    )
    slant = radians(23.4393 - 3.56e-7 * days)
    square = tan(slant / 2) ** 2
    ahead = (
        square * sin(2 * mean)
        - 2 * oval * sin(anomaly)
        + 4 * oval * square * sin(anomaly) * cos(2 * mean)
        - square**2 / 2 * sin(4 * mean)
        - 1.25 * oval**2 * sin(2 * anomaly)
    )
    return asin(sin(slant) * sin(true)), ahead * 24 * 60 / (2 * pi)


def _degrees(place: Point) -> tuple[float, float]:
    """Latitude in radians and longitude in degrees; good to half a mile in Cheshire.

    The grid is taken as square, which costs a few seconds of sunset.
    """
    north = 49 + (place.northing - GRID_ORIGIN.northing) / METRES_A_DEGREE
    latitude = radians(north)
    east = (place.easting - GRID_ORIGIN.easting) / (METRES_A_DEGREE * cos(latitude))
    return latitude, -2 + east
