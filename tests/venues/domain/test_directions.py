"""A page that takes somebody to a venue."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

import pytest

from venues.domain import directions, neutral
from venues.domain.directions import BLANK, Visit, Ways


def ways(**changed: Any) -> Ways:
    usual: dict[str, Any] = {
        "name": "Weaver Hall",
        "street": "1 High Street",
        "town": "Northwich",
        "postcode": "CW9 5AA",
        "arrival": "Use the side door.",
        "doors": (("Side door", True), ("Main door", False)),
        "bus": "Stop 90 metres away",
        "last_bus": (("Monday to Friday", time(19, 5)), ("on Saturday", time(18))),
        "rail": "8 minutes on foot",
        "parking": "On the street",
        "step_free": True,
        "toilet": True,
    }
    return Ways(**usual | changed)


VISIT = Visit(
    starts=datetime(2026, 12, 8, 16, 15),
    length=45,
    ask_for="Rowan",
    reached_by="lift",
    floor="first floor",
)


def page(visit: Visit | None = None, **changed: Any) -> dict[str, tuple[str, ...]]:
    return dict(directions.rows(ways(**changed), visit))


def test_for_nobody_in_particular_there_is_room_to_write() -> None:
    assert page() == {
        "Day and time": (BLANK,),
        "Who will be there": (BLANK,),
        "How long": (BLANK,),
        "Address": ("Weaver Hall", "1 High Street", "Northwich CW9 5AA"),
        "Which door": (
            "Use the side door.",
            "Side door: no steps",
            "Main door: there are steps",
        ),
        "Bus": (
            "Stop 90 metres away",
            "Last bus: 7:05pm Monday to Friday, 6pm on Saturday",
        ),
        "Train": ("8 minutes on foot",),
        "Parking": ("On the street",),
        "Steps or lift": ("There are no steps.",),
        "Toilet": ("There is a toilet, and an accessible toilet.",),
        "Breaks": ("You can have a break whenever you like. Just say so.",),
        "If you can't come, or want somewhere else": (
            f"Ring or text us: {BLANK[:20]}",
        ),
    }


def test_for_an_appointment_it_says_when_who_and_how_long() -> None:
    found = page(VISIT)

    assert found["Day and time"] == ("Tuesday 8 December 2026, 4:15pm",)
    assert found["Who will be there"] == ("Rowan will meet you.",)
    assert found["How long"] == ("About 45 minutes",)
    assert found["Which door"][0] == "Use the side door and ask for Rowan."
    assert found["Steps or lift"] == (
        "The room is on the first floor. There is a lift.",
    )


@pytest.mark.parametrize(
    ("reached_by", "words"),
    [
        ("ground", " There are no stairs on the way."),
        ("stairs", " There are stairs and no lift."),
    ],
)
def test_the_way_to_the_room_is_said(reached_by: str, words: str) -> None:
    visit = Visit(
        starts=VISIT.starts, length=45, reached_by=reached_by, floor="first floor"
    )

    found = page(visit)

    assert found["Steps or lift"] == (f"The room is on the first floor.{words}",)
    assert found["Who will be there"] == (BLANK,)


def test_an_appointments_own_arrival_goes_before_the_venues() -> None:
    visit = Visit(starts=VISIT.starts, length=45, arrival="Use the back door.")

    assert page(visit)["Which door"][0] == "Use the back door."


def test_what_nobody_has_recorded_is_left_out() -> None:
    bare = Ways(name="Weaver Hall")

    found = dict(directions.rows(bare))

    assert found["Address"] == ("Weaver Hall",)
    assert not {"Bus", "Train", "Parking", "Steps or lift", "Toilet"} & found.keys()


def test_steps_and_a_toilet_that_is_not_accessible_are_said_kindly() -> None:
    found = page(step_free=False, toilet=False)

    assert found["Steps or lift"] == (
        "There are steps. Tell us if that is hard for you.",
    )
    assert found["Toilet"] == ("There is a toilet. It is not an accessible one.",)


def test_nothing_on_it_tells_why_but_a_street_may_be_called_court() -> None:
    changed = {
        "name": "Dee Street Police Station",
        "street": "4 Almond Court",
        "arrival": "The police desk is inside. Ring the bell.",
        "doors": (("Victim entrance", True),),
        "parking": "Behind the magistrates' court",
    }

    found = page(**changed)
    text = " ".join(line for lines in found.values() for line in lines)

    assert found["Address"] == ("4 Almond Court", "Northwich CW9 5AA")
    assert found["Which door"] == ("Ring the bell.",)
    assert "Parking" not in found
    assert neutral.telling(text.replace("Almond Court", "")) == ""
    assert directions.called(ways(**changed)) == "CW9 5AA"
    assert neutral.street("4 Police Lane") == ""
