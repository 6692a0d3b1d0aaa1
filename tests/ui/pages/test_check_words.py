"""One check for each matter, passed or not, in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from ui.kinds import Kind
from ui.pages import check_words
from ui.pages.check_words import Known
from venues.domain.circumstances import Circumstances
from venues.domain.findings import Finding, Severity
from venues.domain.hire import Block
from venues.domain.people import Audience, Role, Viewer
from venues.domain.period import Period
from venues.domain.places import Point
from venues.domain.proposal import Appointment, Day, Room, Span, Venue
from venues.domain.proposal import Kind as Sort
from venues.domain.rules import no_go
from venues.services.asking import Request
from venues.services.bookings import Judged

THREE = datetime(2026, 11, 26, 15)
HOUR = timedelta(hours=1)
SORT = Sort(1, "SUP", "Supervision session", "CH", 60, 30, 90, 3, 0, 0, 1)
VENUE = Venue(
    1, "Millbrook", "Warrington", "Warrington", 2, "active", Point(360_000, 390_000)
)
ROOM = Room(
    id=1, name="Willow", venue=VENUE, space_ids=(1,), seats={"circle": 6}, capacity=6
)
KNOWN = Known(Day(THREE.date(), usable=(Span(THREE, THREE + 3 * HOUR),)))
ME = Viewer(1, "practitioner.04", "Practitioner 04", Role.PRACTITIONER)
CHIEF = Viewer(9, "manager.01", "Manager 01", Role.MANAGER)
PERSON = no_go.FINDING
EVERY_THURSDAY = Block(1, None, frozenset(), 3, time(9), time(20), date(2026, 1, 1))
TAKEN = Finding("R1", Severity.REFUSAL, "Willow is in use from 3pm to 4pm.")


def judged(
    *findings: Finding, about: Circumstances | None = None, **asked: Any
) -> Judged:
    appointment = Appointment(
        kind=SORT,
        audience=Audience.CHILD,
        period=Period(THREE, THREE + HOUR),
        people=3,
        worker_ids=(1,),
        named=True,
    )
    request = Request(
        audience=Audience.CHILD,
        kind="SUP",
        period=Period(THREE, THREE + HOUR),
        people=3,
        room_ids=(1,),
    )
    whole = replace(appointment, **asked)
    return Judged(request, whole, (ROOM,), about or Circumstances(), findings)


def of(case: Judged, known: Known = KNOWN, viewer: Viewer = ME) -> dict[str, Any]:
    return {check.heading: check for check in check_words.of(case, known, viewer)}


def test_set_up_and_clearing_are_said() -> None:
    sort = replace(SORT, set_up=15, clear_down=30)

    words = of(judged(kind=sort))["Free"].words

    assert words == (
        "15 minutes to set the room up first and 30 minutes to clear the room "
        "afterwards."
    )


def test_what_is_confirmed_says_when_and_is_never_ticked() -> None:
    check = of(judged(), replace(KNOWN, confirmed=date(2026, 11, 2)))["This case"]

    assert check.kind is Kind.QUIET
    assert check.words == (
        "Nothing recorded against this venue and time. Last confirmed 2 November 2026."
    )


def test_a_new_reference_says_that_nothing_is_known() -> None:
    check = of(judged(), replace(KNOWN, fresh=True))["This case"]

    assert check.kind is Kind.QUIET
    assert check.words.startswith("A new reference")


def test_without_a_case_there_is_no_such_check() -> None:
    assert "This case" not in of(judged(kind=replace(SORT, set="ST")))


def test_needs_and_seats_are_counted_out() -> None:
    checks = of(judged(needs=("step-free", "quiet-space"), layout="circle"))

    assert checks["Needs"].words == "Step-free and quiet space: recorded here."
    assert checks["Seats"].words == "6 seats in a circle for 3 people."


def test_the_distance_is_said_when_it_can_be_measured() -> None:
    near = Circumstances(near=Point(361_931, 390_000))

    assert of(judged(about=near))["Getting there"].words == (
        "1.2 miles in a straight line."
    )


def test_only_ones_own_diary_is_called_ones_own() -> None:
    assert of(judged())["Your diary"].words == "Nothing else then."
    assert of(judged(worker_ids=(1, 2)))["Your diary"].words == (
        "Nobody who works in it is elsewhere then."
    )


def test_beside_a_refusal_for_a_person_no_times_are_said() -> None:
    checks = of(judged(PERSON, TAKEN))

    assert checks["This case"].words == PERSON.message
    assert checks["Free"].words == "In use then."


def test_all_of_one_matter_stand_together() -> None:
    second = Finding("R12", Severity.REFUSAL, "Hearing loop needed.", overridable=True)
    first = replace(second, message="Step-free access needed.")

    check = of(judged(first, second))["Needs"]

    assert check.words == "Step-free access needed. Hearing loop needed."
    assert (check.kind, check.accepts, check.adjusts) == (Kind.BAD, "", "")


def test_a_manager_may_adjust_and_anybody_may_accept_a_warning() -> None:
    stairs = Finding("R12", Severity.REFUSAL, "Up stairs.", overridable=True)
    far = Finding("R21", Severity.WARNING, "6.2 miles.")

    checks = of(judged(stairs, far), viewer=CHIEF)

    assert checks["Needs"].adjusts == "R12"
    assert checks["Getting there"].accepts == "R21"


def test_a_rule_without_a_place_of_its_own_is_not_lost() -> None:
    other = Finding("R99", Severity.WARNING, "Something else.")

    assert of(judged(other))["Also"].words == "Something else."


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        ((), ""),
        ((TAKEN,), "It cannot be booked like this: see the checks."),
        (
            (Finding("R19", Severity.WARNING, "Far."),),
            "Tick “Your diary” and say why.",
        ),
        (
            (Finding("case", Severity.PROVISIONAL, "Add it.", condition="case"),),
            "It is booked provisionally until that is done.",
        ),
    ],
)
def test_it_says_why_it_cannot_be_booked_yet(
    findings: tuple[Finding, ...], expected: str
) -> None:
    assert check_words.why(judged(*findings), ME) == expected


@pytest.mark.parametrize(
    ("venue", "about", "words"),
    [
        ({}, {}, "It is asked once you have booked, and has still to say yes."),
        ({}, {"venue_agreed": True}, "It has said yes to this."),
        ({"blocks": (EVERY_THURSDAY,)}, {}, "Ours by a standing agreement."),
    ],
)
def test_whether_the_venue_has_still_to_be_asked_is_said(
    venue: dict[str, Any], about: dict[str, Any], words: str
) -> None:
    asked = judged(about=Circumstances(**about))
    theirs = replace(ROOM, venue=replace(VENUE, by_request=True, **venue))

    checks = check_words.of(replace(asked, rooms=(theirs,)), KNOWN, ME)

    assert [each.words for each in checks if each.heading == "The venue"] == [words]


def test_of_our_own_rooms_nothing_is_said_of_the_venue() -> None:
    checks = check_words.of(judged(), KNOWN, ME)

    assert "The venue" not in {each.heading for each in checks}


def test_notice_and_cost_are_accepted_one_by_one() -> None:
    late = Finding("R29", Severity.WARNING, "Ring it.")
    dear = Finding("R30", Severity.WARNING, "Cancelling now costs £36.")

    checks = check_words.of(judged(late, dear), KNOWN, ME)

    assert [each.accepts for each in checks if each.accepts] == ["R29", "R30"]


def test_whoever_would_go_alone_hears_that_nobody_recorded_when_it_is_staffed() -> None:
    check = of(judged())["Staff in the building"]

    assert check.kind is Kind.QUIET
    assert check.words.startswith("Not recorded when somebody is there.")
    staffed = replace(KNOWN, hours=replace(KNOWN.hours, staffing_known=True))
    assert "Staff in the building" not in of(judged(), staffed)
    assert "Staff in the building" not in of(judged(worker_ids=(1, 2)))
    assert "Staff in the building" not in of(judged(kind=replace(SORT, set="ST")))


def test_what_was_seen_to_says_by_whom_and_when() -> None:
    met = {"sign-off": "Manager 01, 27 November", "police": "Practitioner 04, 3 July"}
    known = replace(KNOWN, met=met)

    checks = of(judged(about=Circumstances(signed_off=True)), known)

    assert checks["Sign-off"].kind is Kind.GOOD
    assert checks["Sign-off"].words == "Seen to by Manager 01, 27 November."
    assert checks["Police"].words == "Seen to by Practitioner 04, 3 July."
    assert "Sign-off" not in of(judged(), known)


def test_two_warnings_of_one_rule_are_passed_one_by_one() -> None:
    late = Finding("R25 DUE", Severity.WARNING, "Due by 25 November.")
    short = Finding("R25", Severity.PROVISIONAL, "A panel needs 2.", condition="quorum")

    checks = of(judged(short, late))

    assert checks["In time"].accepts == "R25 DUE"
    assert not checks["The panel"].accepts
