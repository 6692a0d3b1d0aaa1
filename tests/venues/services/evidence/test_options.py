"""Options explored: written down, changed, taken back, and asked again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import update

from tests.venues import assessed
from tests.world import TODAY, World
from venues.database.models import OptionExplored
from venues.domain.ladder import Answer, Step
from venues.domain.people import Viewer
from venues.errors import NotAllowed, NotFound, Stale, WrongInput
from venues.services import today
from venues.services.evidence import options
from venues.services.evidence.options import Option

OPTION = Option(
    authority_id=1,
    town="Culcheth",
    set="CH",
    step=Step.LIBRARY,
    building="The room behind the desk",
    owner="The council",
    asked_on=date(2026, 11, 20),
    answer=Answer.NO,
    why_not="Full on every weekday",
    cost=0,
    ask_again_on=date(2027, 1, 15),
)


def written(world: World, viewer: Viewer | None = None, **changed: Any) -> Option:
    with world.database.write() as session:
        return options.save(
            session, replace(OPTION, **changed), viewer or world.coordinator
        )


def listed(
    world: World, viewer: Viewer | None = None, authority_id: int | None = None
) -> tuple[Option, ...]:
    with world.database.read() as session:
        return options.read(session, viewer or world.manager, authority_id)


def test_what_was_written_down_is_listed_with_the_role_that_asked(world: World) -> None:
    written(world)

    assert listed(world) == (replace(OPTION, role="coordinator"),)
    assert listed(world, world.board) == listed(world)


def test_it_is_listed_by_gap_the_latest_first(world: World) -> None:
    for town, days in (("Winsford", 1), ("Crewe", 2), ("Crewe", 1)):
        written(world, town=town, asked_on=OPTION.asked_on - timedelta(days=days))

    found = [(each.town, each.asked_on.day) for each in listed(world)]

    assert found == [("Crewe", 19), ("Crewe", 18), ("Winsford", 19)]


def test_one_authority_is_listed_by_itself(world: World) -> None:
    written(world)
    written(world, authority_id=2, town="Runcorn")

    assert [each.town for each in listed(world, authority_id=2)] == ["Runcorn"]


def test_a_change_keeps_who_asked(world: World) -> None:
    before = written(world)

    with world.database.write() as session:
        after = replace(before, answer=Answer.YES, why_not="")
        options.save(session, after, world.manager, opened=before)

    (found,) = listed(world)
    assert (found.answer, found.role) == (Answer.YES, "coordinator")


def test_a_room_to_adapt_names_the_criterion(world: World) -> None:
    with world.database.write() as session:
        assessed.checklist(session)

    written(world, step=Step.ADAPT, criterion="A2", cost=450_000)

    (found,) = listed(world)
    assert (found.step, found.criterion, found.cost) == (Step.ADAPT, "A2", 450_000)


def test_what_was_withdrawn_is_listed_no_more(world: World) -> None:
    kept = written(world)

    with world.database.write() as session:
        options.withdraw(session, kept, world.manager)

    assert listed(world) == ()


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"authority_id": None}, "authority_id"),
        ({"town": " "}, "town"),
        ({"set": ""}, "set"),
        ({"step": None}, "step"),
        ({"step": Step.ADAPT, "criterion": "Z9"}, "criterion"),
        ({"building": ""}, "building"),
        ({"owner": "x" * 121}, "owner"),
        ({"why_not": ""}, "why_not"),
        ({"ask_again_on": OPTION.asked_on}, "ask_again_on"),
    ],
)
def test_what_is_missing_is_said_of_its_field(
    world: World, changed: dict[str, Any], field: str
) -> None:
    with pytest.raises(WrongInput) as wrong:
        written(world, **changed)

    assert wrong.value.field == field
    assert listed(world) == ()


def test_only_keepers_write_and_only_readers_of_evidence_read(world: World) -> None:
    kept = written(world)

    for viewer in (world.practitioner, world.board):
        with pytest.raises(NotAllowed):
            written(world, viewer)
        with pytest.raises(NotAllowed), world.database.write() as session:
            options.withdraw(session, kept, viewer)
    with pytest.raises(NotAllowed):
        listed(world, world.practitioner)


def test_what_was_changed_or_is_gone_is_not_written_over(world: World) -> None:
    before = written(world)
    with world.database.write() as session:
        options.save(
            session, replace(before, owner="The NHS"), world.manager, opened=before
        )

    with pytest.raises(Stale), world.database.write() as session:
        options.withdraw(session, before, world.manager)
    with pytest.raises(NotFound), world.database.write() as session:
        options.withdraw(session, replace(before, id=99), world.manager)


@pytest.mark.parametrize(
    ("answer", "again", "due"),
    [
        (Answer.NO, TODAY, True),
        (Answer.WAITING, TODAY - timedelta(days=2), True),
        (Answer.NO, TODAY + timedelta(days=1), False),
        (Answer.YES, TODAY, False),
        (Answer.NO, None, False),
    ],
)
def test_today_reminds_keepers_to_ask_again(
    world: World, answer: Answer, again: date | None, *, due: bool
) -> None:
    asked = date(2026, 11, 2)
    kept = written(world, answer=answer, asked_on=asked, ask_again_on=again)

    with world.database.read() as session:
        found = [
            today.read(session, viewer, world.now).to_ask_again
            for viewer in (world.coordinator, world.manager, world.practitioner)
        ]

    assert found == [due, due, 0]
    assert options.due(kept, TODAY) is due


def test_what_another_version_wrote_is_still_listed(world: World) -> None:
    written(world)
    with world.database.write() as session:
        session.execute(update(OptionExplored).values(step="Hire", answer="perhaps"))

    (found,) = listed(world)

    assert (found.step, found.answer) == (None, Answer.WAITING)
