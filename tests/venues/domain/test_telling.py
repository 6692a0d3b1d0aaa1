"""A coordinator hears of a booking's rules nothing that would tell its kind."""

from __future__ import annotations

from venues.domain.findings import Finding, Reason, Severity
from venues.domain.rules import no_go
from venues.domain.telling import REFUSED, WARNED, to_a_keeper

BOOKED = Finding("R1", Severity.REFUSAL, "Willow Room is in use.", Reason.BOOKED)
UNSUITED = Finding("R8", Severity.REFUSAL, "Not suitable for victims: no way out.")
TWICE = Finding("R20", Severity.REFUSAL, "This case has an appointment then.")
AGREED = Finding("R9 S12", Severity.WARNING, "Agreed for children: ring first.")
ROUTE = Finding("R23", Severity.WARNING, "Talk about the route with the child first.")
NAMELESS = Finding("case", Severity.PROVISIONAL, "Add the case.", condition="case")


def test_what_has_to_do_with_the_room_is_told_as_it_is() -> None:
    assert to_a_keeper([BOOKED, no_go.FINDING], ()) == (BOOKED, no_go.FINDING)


def test_every_rule_about_the_kind_or_the_case_says_the_same() -> None:
    said = {to_a_keeper([each], ()) for each in (UNSUITED, TWICE)}

    assert said == {(REFUSED,)}
    assert to_a_keeper([UNSUITED, TWICE], ()) == (REFUSED,)


def test_so_does_every_warning_and_several_are_one() -> None:
    assert to_a_keeper([AGREED], ()) == to_a_keeper([ROUTE, AGREED], ()) == (WARNED,)


def test_a_warning_that_was_passed_before_stays_passed() -> None:
    assert to_a_keeper([AGREED], {"R9 S12"}) == ()


def test_a_rule_that_nobody_knows_yet_is_hidden() -> None:
    new = Finding("R99", Severity.REFUSAL, "Only for children.", Reason.OTHER)

    assert to_a_keeper([new], ()) == (REFUSED,)


def test_how_the_booking_stands_is_still_decided() -> None:
    assert to_a_keeper([NAMELESS], ()) == (NAMELESS,)
