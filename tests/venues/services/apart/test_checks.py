"""Dates that links and venues not to use have in common."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from venues.errors import Stale, WrongInput
from venues.services.apart import checks

TODAY = date(2026, 11, 23)
LATER = date(2027, 5, 23)


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"since": None}, "since", "from which day"),
        ({"review_on": None}, "review_on", "looked at again"),
        ({"until": date(2026, 11, 22)}, "until", "before the first"),
        ({"review_on": date(2026, 11, 1)}, "review_on", "before the first"),
        ({"until": date(2126, 11, 22)}, "until", "Check the year"),
    ],
)
def test_dates_that_cannot_be_used_say_which_and_why(
    changed: dict[str, Any], field: str, said: str
) -> None:
    usual: dict[str, Any] = {"since": TODAY, "until": LATER, "review_on": LATER}

    with pytest.raises(WrongInput, match=said) as wrong:
        checks.dates(TODAY, **usual | changed)

    assert wrong.value.field == field


def test_no_end_is_an_end_too() -> None:
    assert checks.dates(TODAY, since=TODAY, until=None, review_on=LATER) is None


def test_a_role_is_one_of_those_who_may_confirm() -> None:
    assert checks.role("practitioner") == "practitioner"
    with pytest.raises(WrongInput, match="whose word"):
        checks.role("board")


def test_what_changed_meanwhile_is_looked_at_again() -> None:
    assert checks.same((1,), (1,)) is None
    with pytest.raises(Stale, match="Somebody else changed this"):
        checks.same((1,), (2,))
