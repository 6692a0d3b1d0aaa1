"""A sign-off holds for what was passed, where and when it was passed."""

from __future__ import annotations

from venues.domain.findings import Finding, Severity
from venues.domain.rules import no_go
from venues.services import signed

TAKEN = Finding("R1", Severity.REFUSAL, "In use.")
OPEN = Finding("R27", Severity.PROVISIONAL, "To sign off.", condition="sign-off")


def test_what_was_passed_is_replaced_by_one_note() -> None:
    found = signed.without((no_go.FINDING, OPEN, TAKEN), frozenset({"person"}))

    assert found == (OPEN, TAKEN, signed.NOTE)


def test_a_condition_is_passed_by_its_own_name() -> None:
    assert signed.without((OPEN,), frozenset({"sign-off"})) == (signed.NOTE,)


def test_without_a_sign_off_nothing_is_said() -> None:
    assert signed.without((TAKEN,), frozenset()) == (TAKEN,)
