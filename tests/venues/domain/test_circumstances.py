"""Facts about the people concerned."""

from __future__ import annotations

from venues.domain.circumstances import NOTHING_KNOWN, Circumstances
from venues.domain.numbers import Numbers


def test_without_facts_nothing_is_held_against_anybody() -> None:
    about = Circumstances()

    assert about.case == NOTHING_KNOWN
    assert about.numbers == Numbers()
    assert not about.signed_off
    assert NOTHING_KNOWN.been is None
