"""What the results say in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from tests.ui.models.test_matches import BLINDS, ROOM, match, seen
from ui.kinds import Kind
from ui.pages import find_words
from venues.domain.findings import Finding, Reason, Severity, Step
from venues.domain.judgement import Judgement, State
from venues.domain.people import Audience
from venues.domain.period import Period
from venues.domain.rules import no_go
from venues.services.finding import Group, Misfit, Wish
from venues.services.second_look import Area
from venues.services.ways_out import Offer, Way

WISH = Wish(
    audience=Audience.CHILD,
    kind="SUP",
    period=Period.lasting(datetime(2026, 11, 26, 15, 30), 60),
    people=3,
    references=("WA-20417",),
    district="WA2",
)
TAKEN = Finding(
    "R1", Severity.REFUSAL, "It is free again at 4pm.", reason=Reason.BOOKED
)
SEATS = Finding("R17", Severity.REFUSAL, "9 people, 6 seats.", reason=Reason.SEATS)
FAR = Finding("R21", Severity.WARNING, "6.2 miles.")


@pytest.mark.parametrize(
    ("exact", "moved", "number", "sentence"),
    [
        (4, 0, "4 rooms", "fit Thursday 26 November, 3:30pm to 4:30pm, for 3 people"),
        (
            1,
            0,
            "1 room",
            "fits Thursday 26 November, 3:30pm to 4:30pm, for 3 people",
        ),
        (
            4,
            2,
            "4 rooms",
            (
                "fit Thursday 26 November, 3:30pm to 4:30pm, for 3 people, and 2 at "
                "another start"
            ),
        ),
        (
            0,
            1,
            "1 room",
            (
                "at another start. None fits Thursday 26 November, 3:30pm to 4:30pm, "
                "for 3 people"
            ),
        ),
        (0, 0, "No room", "fits Thursday 26 November, 3:30pm to 4:30pm, for 3 people"),
    ],
)
def test_the_heading_counts_and_says_when(
    exact: int, moved: int, number: str, sentence: str
) -> None:
    assert find_words.heading(exact, moved, WISH) == (number, sentence)


def test_times_may_be_on_the_24_hour_clock() -> None:
    assert "15:30 to 16:30" in find_words.when(WISH, twenty_four=True)


def test_a_line_for_each_reason_and_each_other_area() -> None:
    misfit = Misfit(ROOM, None, (TAKEN, SEATS, FAR), TAKEN)
    group = Group(Reason.BOOKED, "in use at that time", (misfit,), None)
    offer = Offer(step=Step.TRY_TIME, words="Try 4pm", frees=1)
    area = Area("Halton", Offer(step=Step.WIDER, words="Add Halton", frees=5))

    booked, elsewhere = find_words.lines(
        [Way(group, "in use at that time, free from 4pm", offer)], [area]
    )

    assert booked.words == "1 room: in use at that time, free from 4pm"
    assert (booked.tag, booked.kind, booked.action) == ("Booked", Kind.QUIET, "Try 4pm")
    assert booked.rooms == (
        (
            "Willow Room, Millbrook Family Hub",
            "It is free again at 4pm. 9 people, 6 seats.",
        ),
    )
    assert elsewhere.words == "5 rooms in Halton fit"
    assert elsewhere.action == "Add Halton"


def test_of_a_refusal_for_a_person_nothing_else_is_said() -> None:
    misfit = Misfit(ROOM, None, (TAKEN, no_go.FINDING, SEATS), no_go.FINDING)

    assert find_words.why(misfit) == no_go.FINDING.message


def test_the_text_to_copy_has_rooms_and_nothing_of_anybody() -> None:
    text = find_words.as_text([match()], WISH, None)

    assert text.splitlines() == [
        "Rooms free on Thursday 26 November 2026",
        "",
        (
            "Willow Room, Millbrook Family Hub, Warrington: 3pm to 4pm · seats 6 · "
            "ground floor, step-free · free of charge · not assessed yet"
        ),
    ]


def test_the_text_to_copy_says_how_each_room_stands() -> None:
    good, conditional = (
        seen(Judgement(State.SUITABLE)),
        seen(Judgement(State.CONDITIONS, conditions=(BLINDS,)), FAR),
    )

    *_, one, other = find_words.as_text([good, conditional], WISH, None).splitlines()

    assert one.endswith("free of charge · Safe, Confidential, Accessible")
    assert other.endswith("Safe, Confidential: blinds must be down, Accessible")


def test_a_room_is_asked_for_only_where_nothing_but_a_booking_is_in_the_way() -> None:
    taken = replace(TAKEN, rule="R1")

    assert find_words.may_ask(Misfit(ROOM, None, (taken,), taken))
    for others in ((taken, SEATS), (taken, no_go.FINDING), (no_go.FINDING,), ()):
        misfit = Misfit(ROOM, None, others, others[0] if others else taken)
        assert not find_words.may_ask(misfit)
