"""How rooms and venues stand, in lists and as counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from tests.venues.assessed import assess_all, checklist
from tests.world import HALL, HALL_A, HALL_B, OAK, STUDY, TODAY, WILLOW
from venues.database.models import Answer, Assessment, Criterion, Incident, Room, Venue
from venues.domain.checklist import COUNTED, SETS
from venues.domain.judgement import State
from venues.errors import NotFound
from venues.services import suitability
from venues.services.suitability import Fix, VenueStanding

SEEN = date(2026, 6, 4)
ROOMS = {WILLOW: 1, OAK: 1, STUDY: 2}


@pytest.fixture
def seen(world: Any) -> Any:
    """The small world, its first two venues seen and good in everything."""
    with world.database.write() as session:
        checklist(session)
        assess_all(session, ROOMS, SEEN)
    return world


def change(world: Any, room_id: int | None, venue_id: int, **answers: str) -> None:
    """Other answers in the assessment of a room, or of a venue."""
    with world.database.write() as session:
        for code, value in answers.items():
            rows = (
                session.query(Answer)
                .join(Criterion, Criterion.id == Answer.criterion_id)
                .filter(Criterion.code == code)
            )
            for row in rows:
                seen = session.get_one(Assessment, row.assessment_id)
                if (seen.venue_id, seen.room_id) == (venue_id, room_id):
                    row.value = value


def of_venue(world: Any, venue_id: int = 1) -> VenueStanding:
    with world.database.read() as session:
        return suitability.of_venue(session, venue_id, today=TODAY)


def fixes(world: Any) -> tuple[Fix, ...]:
    with world.database.read() as session:
        every = suitability.of_all(session, today=TODAY)
    return suitability.fixes([every[1], every[2]])


def test_good_answers_make_a_venue_suitable_for_every_set(seen: Any) -> None:
    found = of_venue(seen)

    assert found.fits == COUNTED
    assert (found.words, found.of, found.conditional) == ("7 of 7", 7, False)
    assert (found.due, found.overdue_since) == (date(2027, 6, 4), None)
    assert {state for room in found.rooms.values() for state in room} == set(SETS)


def test_the_best_room_counts_for_the_venue(seen: Any) -> None:
    change(seen, OAK, 1, C1="1")

    found = of_venue(seen)

    assert found.words == "7 of 7"
    assert found.rooms[OAK]["VI"].state is State.NOT_SUITABLE
    assert found.rooms[OAK]["GR"].state is State.SUITABLE


def test_sets_that_no_room_is_suitable_for_are_missing(seen: Any) -> None:
    change(seen, None, 1, S9="official")

    found = of_venue(seen)

    assert found.words == "5 of 7"
    assert set(COUNTED) - set(found.fits) == {"VI", "RD"}


def test_a_venue_nobody_has_seen_says_so(seen: Any) -> None:
    found = of_venue(seen, 3)

    assert (found.assessed, found.words, found.fits) == (False, "Not assessed", ())
    assert (found.due, found.suspended) == (None, False)
    assert set(found.rooms) == {HALL, HALL_A, HALL_B}


def test_a_control_makes_it_conditional(seen: Any) -> None:
    for room_id in (WILLOW, OAK):
        change(seen, room_id, 1, C2="no")
    with seen.database.write() as session:
        for row in session.query(Answer).filter_by(value="no"):
            row.control, row.control_until = "Blinds down", date(2027, 1, 4)
            row.accepted_by = 5

    found = of_venue(seen)

    assert found.best["PA"] is State.CONDITIONS
    assert (found.words, found.conditional) == ("7 of 7", True)


def test_a_retired_room_does_not_count(seen: Any) -> None:
    change(seen, WILLOW, 1, C1="0")
    with seen.database.write() as session:
        session.get(Room, OAK).status = "retired"

    assert of_venue(seen).fits == ("GR",)


def test_incidents_and_suspensions_are_told(seen: Any) -> None:
    with seen.database.write() as session:
        session.add(Incident(venue_id=1, happened_on=TODAY, words="A lock broke"))
        session.get(Venue, 2).status = "suspended"

    assert (of_venue(seen).incident, of_venue(seen).suspended) == (True, False)
    assert of_venue(seen).overdue_since == TODAY
    assert (of_venue(seen, 2).incident, of_venue(seen, 2).suspended) == (False, True)


@pytest.mark.parametrize("of_set", COUNTED)
def test_one_room_is_judged_for_each_set(seen: Any, of_set: str) -> None:
    with seen.database.write() as session:
        area = session.query(Criterion).filter_by(code="S10").one()
        for row in session.query(Answer).filter_by(criterion_id=area.id):
            row.found_on = date(2027, 1, 4)

    with seen.database.read() as session:
        found = suitability.of_room(session, WILLOW, today=TODAY)
        late = suitability.of_room(session, WILLOW, today=date(2027, 7, 1))

    assert found[of_set].state is State.SUITABLE
    assert late[of_set].state is State.OVERDUE


def test_what_is_not_there_is_not_found(seen: Any) -> None:
    with seen.database.read() as session:
        with pytest.raises(NotFound, match="no room 99"):
            suitability.of_room(session, 99, today=TODAY)
        with pytest.raises(NotFound, match="no venue 99"):
            suitability.of_venue(session, 99, today=TODAY)


def test_the_fix_that_opens_most_comes_first(seen: Any) -> None:
    change(seen, None, 1, S9="official")
    change(seen, WILLOW, 1, C6="no")

    first, second = fixes(seen)

    assert first.words.startswith("Put right: Room is not a through-route")
    # S9 shuts VI and RD of both rooms; C6 all but GR of one; both VI and RD of that.
    assert (first.question and first.question.code, first.opens, first.touches) == (
        "C6",
        4,
        6,
    )
    assert (second.question and second.question.code, second.opens) == ("S9", 2)
    assert (second.rooms, second.venues) == ((WILLOW, OAK), (1,))


def test_an_answer_that_is_missing_and_a_late_review_are_fixes_too(seen: Any) -> None:
    change(seen, STUDY, 2, A7="")
    with seen.database.write() as session:
        session.add(Incident(venue_id=1, happened_on=TODAY, words="A lock broke"))

    said = [(each.words.split(":")[0], each.opens) for each in fixes(seen)]

    assert said == [("Review the assessment", 14), ("Find out", 6)]


def test_everything_is_judged_in_one_statement_once_the_catalogue_is_read(
    seen: Any, statements: Callable[[], list[str]]
) -> None:
    with seen.database.read() as session:
        suitability.of_all(session, today=TODAY)
    statements()

    with seen.database.read() as session:
        suitability.of_all(session, today=TODAY)

    assert len(statements()) == 1  # the revision


def test_all_venues_are_judged_once_until_something_changes(seen: Any) -> None:
    def every(today: date = TODAY) -> Mapping[int, VenueStanding]:
        with seen.database.read() as session:
            return suitability.of_all(session, today=today)

    first, again, later = every(), every(), every(TODAY + timedelta(days=400))
    change(seen, OAK, 1, C1="1")

    assert again is first
    assert later[1].overdue_since is not None
    assert every()[1] != first[1]


def test_how_venues_stand_is_at_hand_once_it_was_worked_out(
    world: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def at_hand(day: date = TODAY) -> bool:
        with world.database.read() as session:
            return suitability.at_hand(session, today=day)

    few = at_hand()
    monkeypatch.setattr(suitability, "FEW", 0)
    before = at_hand()
    with world.database.read() as session:
        suitability.of_all(session, today=TODAY)
    after, tomorrow = at_hand(), at_hand(TODAY + timedelta(days=1))
    change_name(world)

    assert (few, before, after, tomorrow, at_hand()) == (
        True,
        False,
        True,
        False,
        False,
    )


def change_name(world: Any) -> None:
    with world.database.write() as session:
        session.get_one(Venue, 1).name = "Another"
