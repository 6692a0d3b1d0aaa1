"""What a rule has to say."""

from __future__ import annotations

from venues.domain.findings import Finding, Reason, Severity, gravest


def found(severity: Severity, reason: Reason) -> Finding:
    return Finding("R1", severity, "Words.", reason=reason)


def test_a_refusal_outweighs_a_warning_whatever_its_reason() -> None:
    warning = found(Severity.WARNING, Reason.CASE)
    refusal = found(Severity.REFUSAL, Reason.DISTANCE)

    assert gravest((warning, refusal)) is refusal


def test_among_refusals_the_gravest_reason_counts() -> None:
    booked = found(Severity.REFUSAL, Reason.BOOKED)
    person = found(Severity.REFUSAL, Reason.CASE)
    seats = found(Severity.REFUSAL, Reason.SEATS)

    assert gravest((booked, person, seats)) is person


def test_what_refuses_and_what_asks_for_a_reason() -> None:
    assert found(Severity.REFUSAL, Reason.BOOKED).refuses
    assert found(Severity.WARNING, Reason.BOOKED).acceptable
    assert not found(Severity.PROVISIONAL, Reason.OTHER).refuses
    assert Severity.REFUSAL.words == "refusal"
