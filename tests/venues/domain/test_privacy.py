"""The one filter: what each role may see of a booking."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import datetime

import pytest

from venues.domain import privacy
from venues.domain.people import Role, Viewer
from venues.domain.privacy import DUTY, IN_USE, Expected, Seen, Sight, Stay

OWNER = 4
STAY = Stay(
    booking_id=17,
    reference="B-10017",
    room_id=3,
    starts=datetime(2026, 11, 26, 15),
    ends=datetime(2026, 11, 26, 16),
    held_from=datetime(2026, 11, 26, 14, 45),
    held_until=datetime(2026, 11, 26, 16, 15),
    status="confirmed",
    kind="Victim meeting",
    kind_code="VIC",
    audience="victim",
    people=4,
    needs=("step-free", "quiet-space"),
    layout="circle",
    note="4 chairs",
    arrival="Side door",
    lead="Victim worker 01",
    ask_for="Alex",
    workers=("Victim worker 01",),
    worker_ids=frozenset({OWNER}),
    references=("WA-20466",),
    venue_answer="asked",
)
CHILDS = replace(
    STAY,
    booking_id=18,
    reference="B-10018",
    kind="Supervision session",
    kind_code="SUP",
    audience="child",
    references=("WA-20417",),
    note="Blinds down",
    arrival="",
    people=3,
    needs=(),
)


def viewer(role: Role, staff_id: int = 9, acts_for: int | None = None) -> Viewer:
    others = frozenset() if acts_for is None else frozenset({acts_for})
    return Viewer(staff_id, "somebody", "Somebody", role, 1, others)


@pytest.mark.parametrize("role", [Role.PRACTITIONER, Role.VICTIM_WORKER, Role.BOARD])
def test_a_strangers_booking_is_its_hold_and_in_use_and_nothing_else(
    role: Role,
) -> None:
    seen = privacy.see(viewer(role), STAY)

    assert seen == Seen(
        room_id=3, starts=STAY.held_from, ends=STAY.held_until, title=IN_USE
    )
    assert seen.masked


@pytest.mark.parametrize("role", [Role.PRACTITIONER, Role.VICTIM_WORKER])
def test_a_mask_is_the_same_whoever_is_behind_it(role: Role) -> None:
    assert privacy.see(viewer(role), STAY) == privacy.see(viewer(role), CHILDS)


@pytest.mark.parametrize(
    "who",
    [
        viewer(Role.VICTIM_WORKER, OWNER),
        viewer(Role.PRACTITIONER, acts_for=OWNER),
        viewer(Role.MANAGER),
    ],
    ids=["own", "acting for", "manager"],
)
def test_those_whose_booking_it_is_and_managers_see_it_whole(who: Viewer) -> None:
    seen = privacy.see(who, STAY)

    assert seen.sight is Sight.FULL
    assert (seen.cases, seen.kind, seen.note) == (
        "WA-20466",
        "Victim meeting",
        "4 chairs",
    )
    assert (seen.starts, seen.held_from) == (STAY.starts, STAY.held_from)


def test_a_coordinator_sees_arrangements_of_all_alike() -> None:
    coordinator = viewer(Role.COORDINATOR)

    victims, childs = (privacy.see(coordinator, stay) for stay in (STAY, CHILDS))

    assert victims.sight is Sight.ARRANGEMENTS
    hidden = ("kind", "kind_code", "audience", "cases", "note", "arrival")
    for name in hidden:
        assert getattr(victims, name) == "" == getattr(childs, name)
    assert (victims.case_count, victims.lead) == (0, "Victim worker 01")


def test_references_never_stand_side_by_side() -> None:
    group = replace(STAY, references=("WA-20417", "WA-20418"))

    assert privacy.see(viewer(Role.MANAGER), group).cases == "2 cases"


def test_a_team_meeting_is_called_team() -> None:
    team = replace(STAY, references=(), audience="staff", kind="Team meeting")

    assert privacy.see(viewer(Role.MANAGER), team).title == "Team"


def test_on_paper_a_mask_may_say_the_venue_has_not_confirmed() -> None:
    practitioner = viewer(Role.PRACTITIONER)

    on_paper = privacy.see(practitioner, STAY, paper=True)

    assert on_paper.not_confirmed
    assert not privacy.see(practitioner, STAY).not_confirmed
    bare = {
        field.name: getattr(on_paper, field.name)
        for field in fields(Seen)
        if field.name != "not_confirmed"
    }
    assert all(
        getattr(privacy.see(practitioner, STAY), name) == value
        for name, value in bare.items()
    )


def test_reception_is_told_when_whom_to_ask_for_how_many_and_set_up() -> None:
    assert privacy.expected(STAY) == Expected(
        room_id=3,
        starts=STAY.held_from,
        ends=STAY.held_until,
        ask_for="Alex",
        people=4,
        layout="in a circle",
        set_up=("Step-free",),
    )


@pytest.mark.parametrize("name", ["", "  ", "Victim worker 01", "Youth Justice team"])
def test_reception_never_hears_a_name_that_tells_what_it_is_about(name: str) -> None:
    assert privacy.expected(replace(STAY, ask_for=name)).ask_for == DUTY
