"""The sample's weekly series."""

from __future__ import annotations

from collections import Counter

from tests.venues.services.sample.weeks import weeks
from venues.database.models import Series, SeriesDate


def test_every_date_of_a_series_has_an_outcome() -> None:
    counts = Counter(row["series_id"] for row in weeks().of(SeriesDate))

    for row in weeks().of(Series):
        assert row["rule"].endswith(f"COUNT={counts[row['id']]}")


def test_a_date_that_was_booked_points_at_its_booking() -> None:
    for row in weeks().of(SeriesDate):
        if row["outcome"] == "left out":
            assert row["why"]
            assert "booking_id" not in row
        else:
            booking = weeks().bookings[row["booking_id"]]
            assert booking["series_id"] == row["series_id"]
            assert booking["starts"].date() == row["day"]


def test_a_booking_of_a_series_is_one_of_its_dates() -> None:
    dated = {row.get("booking_id") for row in weeks().of(SeriesDate)}

    of_series = {id_ for id_, row in weeks().bookings.items() if row["series_id"]}

    assert of_series
    assert of_series <= dated


def test_there_are_all_three_outcomes() -> None:
    outcomes = {row["outcome"] for row in weeks().of(SeriesDate)}

    assert outcomes == {"booked", "other room", "left out"}
