"""A coordinator hears of a booking's rules nothing that would tell its kind."""

from __future__ import annotations

import pytest

from venues.domain.findings import Finding, Reason, Severity
from venues.domain.rules import no_go
from venues.domain.telling import ASKED, NAME, to_a_keeper

BOOKED = Finding("R1", Severity.REFUSAL, "Willow Room is in use.", Reason.BOOKED)
UNSUITED = Finding("R8", Severity.REFUSAL, "Not suitable for victims: no way out.")
TWICE = Finding("R20", Severity.REFUSAL, "This case has an appointment then.")
AGREED = Finding("R9 S12", Severity.WARNING, "Agreed for children: ring first.")
NAMELESS = Finding("case", Severity.PROVISIONAL, "Add the case.", condition="case")
NEW = Finding("R99", Severity.REFUSAL, "Only for children.", Reason.OTHER)


def test_what_has_to_do_with_the_room_is_told_as_it_is() -> None:
    found = [BOOKED, no_go.FINDING]

    assert to_a_keeper(found, ()) == (ASKED, *found)


def test_whatever_the_rules_about_kind_and_case_say_the_question_is_the_same() -> None:
    said = {
        to_a_keeper(each, ())
        for each in ((), (UNSUITED,), (TWICE, AGREED), (NEW,), (AGREED,))
    }

    assert said == {(ASKED,)}


def test_once_the_worker_has_agreed_only_the_room_itself_is_in_the_way() -> None:
    assert to_a_keeper([UNSUITED, BOOKED, AGREED], {NAME}) == (BOOKED,)


@pytest.mark.parametrize(
    "found",
    [
        Finding("R7", Severity.REFUSAL, "Outside the hours.", field="starts"),
        Finding("R26", Severity.REFUSAL, "Two places to wait.", field="waiting"),
    ],
)
def test_what_keeps_people_apart_holds_in_the_one_sentence(found: Finding) -> None:
    assert to_a_keeper([found], {NAME}) == (no_go.FINDING,)
    assert to_a_keeper([found, no_go.FINDING, UNSUITED], {NAME}) == (no_go.FINDING,)


@pytest.mark.parametrize(
    "found",
    [
        Finding("R7", Severity.WARNING, "Outside the hours.", field="starts"),
        Finding("R26", Severity.REFUSAL, "Add who arrives when.", field="arrival"),
    ],
)
def test_what_a_worker_may_agree_to_is_theirs(found: Finding) -> None:
    assert to_a_keeper([found], {NAME}) == ()


def test_how_the_booking_stands_is_still_decided() -> None:
    assert to_a_keeper([NAMELESS], {NAME}) == (NAMELESS,)
