"""From assessments in the database to what rooms are judged by."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.venues.assessed import assess, checklist
from venues.database import catalogue
from venues.database.catalogue import Catalogue
from venues.database.models import Answer, Assessment, Criterion, Incident, Setting
from venues.domain.judgement import Asked
from venues.domain.record import Happening, Visit
from venues.domain.suitability import judge

WILLOW, OAK = 1, 2
SEEN = date(2026, 6, 4)


def read(world: Any) -> Catalogue:
    with world.database.read() as session:
        return catalogue.read(session)


@pytest.fixture
def listed(world: Any) -> Any:
    """The small world with the whole checklist, and nobody has been anywhere."""
    with world.database.write() as session:
        checklist(session)
    return world


def test_the_last_visit_of_each_level_counts(listed: Any) -> None:
    with listed.database.write() as session:
        assess(session, 1, None, date(2025, 6, 4), S9="official")
        assess(session, 1, None, SEEN, S9="neutral", A6="")
        assess(session, 1, WILLOW, SEEN, C1="3")

    willow = read(listed).rooms[WILLOW].record
    oak = read(listed).rooms[OAK].record

    assert willow.venue.visit == Visit(SEEN, date(2027, 6, 4))
    assert [each.value for each in willow.venue.replies["S9"]] == ["neutral"]
    assert "A6" not in willow.venue.replies
    assert [each.value for each in willow.room.replies["C1"]] == ["3"]
    assert oak.venue is willow.venue
    assert oak.room.visit is None


def test_of_two_visits_on_one_day_the_later_written_counts(listed: Any) -> None:
    with listed.database.write() as session:
        assess(session, 1, None, SEEN, S9="official")
        assess(session, 1, None, SEEN, S9="neutral")

    (reply,) = read(listed).rooms[WILLOW].record.venue.replies["S9"]
    assert reply.value == "neutral"


def test_a_control_counts_only_once_a_manager_has_accepted_it(listed: Any) -> None:
    until = date(2027, 1, 4)
    with listed.database.write() as session:
        id_ = assess(session, 1, WILLOW, SEEN)
        for code, accepted_by in (("C2", 5), ("C6", None)):
            criterion = session.query(Criterion).filter_by(code=code).one()
            session.add(
                Answer(
                    assessment_id=id_,
                    criterion_id=criterion.id,
                    value="no",
                    control="Blinds",
                    control_until=until,
                    accepted_by=accepted_by,
                    found_on=SEEN,
                )
            )

    replies = read(listed).rooms[WILLOW].record.room.replies
    assert replies["C2"][0].controlled(until)
    assert not replies["C6"][0].controlled(until)
    assert replies["C2"][0].found_on == SEEN


def test_incidents_are_those_of_the_venue_and_of_the_room_itself(listed: Any) -> None:
    with listed.database.write() as session:
        session.add_all(
            [
                Incident(venue_id=1, happened_on=SEEN, words="A lock broke"),
                Incident(venue_id=1, room_id=OAK, happened_on=SEEN, words="A chair"),
            ]
        )

    found = read(listed)
    assert found.rooms[WILLOW].record.happenings == (Happening(SEEN),)
    assert found.rooms[OAK].record.happenings == (
        Happening(SEEN),
        Happening(SEEN, room_id=OAK),
    )


def test_a_retired_criterion_is_asked_no_more(listed: Any) -> None:
    assert "C1" in read(listed).kinds["SUP"].demands.asks
    with listed.database.write() as session:
        session.query(Criterion).filter_by(code="C1").one().retired_on = SEEN

    assert "C1" not in read(listed).kinds["SUP"].demands.asks


def test_the_months_are_those_of_the_settings(listed: Any) -> None:
    with listed.database.write() as session:
        session.add(Setting(name="review_months", value="6"))

    assert read(listed).rooms[WILLOW].record.limits.review == 6


@pytest.mark.parametrize("table", ["criterion", "assessment", "answer", "incident"])
def test_a_change_of_any_of_its_tables_is_seen_at_once(listed: Any, table: str) -> None:
    with listed.database.write() as session:
        assess(session, 1, None, SEEN, S9="neutral")
        session.add(Incident(venue_id=1, happened_on=SEEN, words="A lock broke"))
    before = read(listed)

    with listed.database.write() as session:
        if table == "criterion":
            session.query(Criterion).filter_by(code="C1").one().ch = "M3"
        elif table == "assessment":
            session.query(Assessment).one().review_by = date(2027, 1, 1)
        elif table == "answer":
            session.query(Answer).one().value = "official"
        else:
            session.query(Incident).one().closed_on = date(2026, 7, 1)

    assert read(listed).revision > before.revision
    assert read(listed).assessed != before.assessed


def test_it_is_read_in_four_statements_however_much_there_is(
    listed: Any, statements: Callable[[], list[str]]
) -> None:
    def count() -> int:
        statements()
        read(listed)
        return sum(
            any(f" {name}" in each for name in ("criterion", "assessment", "incident"))
            for each in statements()
        )

    few = count()
    with listed.database.write() as session:
        for room_id in (None, WILLOW, OAK):
            assess(session, 1, room_id, SEEN, S9="neutral")

    assert count() == few == 4


def test_what_follows_for_rooms_nobody_saw_is_not_kept_beyond_a_change(
    listed: Any,
) -> None:
    def open_questions() -> int:
        found = read(listed)
        asked = Asked(SEEN)
        demands = found.assessed.demands["CH"]
        return len(judge(found.rooms[WILLOW].record, demands, asked).unanswered)

    before = open_questions()
    with listed.database.write() as session:
        session.query(Criterion).filter_by(code="C1").one().retired_on = SEEN

    assert open_questions() == before - 1
