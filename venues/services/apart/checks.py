"""What links and venues not to use have in common: dates, and who confirmed them."""

from __future__ import annotations

from datetime import date
from typing import Any

from venues.domain import far_off
from venues.domain.apart import CONFIRMERS
from venues.errors import Stale, WrongInput

CHANGED = "Somebody else changed this since you opened it. Look at it again."


def dates(
    today: date, *, since: date | None, until: date | None, review_on: date | None
) -> None:
    """See that they can be used together.

    Raises:
        WrongInput: one is missing, far off, or before another.
    """
    if since is None:
        raise WrongInput("Say from which day.", "since")
    if review_on is None:
        raise WrongInput("Say when it is looked at again.", "review_on")
    for name, when in (("since", since), ("until", until), ("review_on", review_on)):
        if when is None:
            continue
        if sentence := far_off.check(when, today):
            raise WrongInput(sentence, name)
        if when < since:
            raise WrongInput("That day comes before the first one.", name)


def role(code: str) -> str:
    """The role of whoever confirmed a record.

    Raises:
        WrongInput: there is no such role.
    """
    if code not in CONFIRMERS:
        raise WrongInput("Say whose word it is: choose a role.", "role")
    return code


def same(stored: Any, opened: Any) -> None:
    """See that a record still is as it was when it was opened.

    Raises:
        Stale: somebody else changed it meanwhile.
    """
    if stored != opened:
        raise Stale(CHANGED)
