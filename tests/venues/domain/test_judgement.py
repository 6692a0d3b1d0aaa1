"""What a judgement says by itself."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from venues.domain.judgement import Asked, Judgement, State


@pytest.mark.parametrize("state", State)
def test_a_room_counts_when_it_is_suitable_with_or_without_conditions(
    state: State,
) -> None:
    assert state.fits is (state in {"suitable", "suitable with conditions"})


def test_controls_are_looked_at_on_the_day_of_the_appointment_or_today() -> None:
    today, later = date(2026, 11, 26), datetime(2026, 12, 1, 9)

    assert Asked(today).day == today
    assert Asked(today, (later, later)).day == later.date()


def test_a_plain_judgement_leaves_nothing_to_say() -> None:
    assert Judgement(State.SUITABLE).plain
    assert not Judgement(State.SUITABLE, incident=True).plain
    assert not Judgement(State.CONDITIONS).plain
