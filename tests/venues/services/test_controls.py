"""A manager accepts what makes a failed answer acceptable, until a date."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.venues.assessed import assess, checklist
from tests.world import NOW, TODAY, WILLOW
from venues.database.models import Answer
from venues.errors import NotAllowed, NotFound, WrongInput
from venues.services import controls

UNTIL = date(2027, 5, 1)


@pytest.fixture
def written(world: Any) -> Any:
    """A failed answer with a control nobody has accepted yet, as answer 1."""
    with world.database.write() as session:
        checklist(session)
        assess(session, 1, WILLOW, date(2026, 6, 4), C2="no", C6="no")
        session.get(Answer, 1).control = "Blinds must be down"
    return world


def accept(world: Any, answer_id: int = 1, **changed: Any) -> Any:
    given = {"viewer": world.manager, "until": UNTIL} | changed
    with world.database.write() as session:
        return controls.accept(
            session, answer_id, given["viewer"], until=given["until"], now=NOW
        )


def test_a_manager_accepts_it_until_a_date(written: Any) -> None:
    answer = accept(written).answers[0]

    assert (answer.control_until, answer.accepted_on, answer.accepted_by) == (
        UNTIL,
        TODAY,
        written.manager.staff_id,
    )


def test_and_takes_it_back(written: Any) -> None:
    accept(written)
    with written.database.write() as session:
        told = controls.take_back(session, 1, written.manager)

    assert (told.answers[0].accepted_by, told.answers[0].accepted_on) == (None, None)


def test_only_a_manager_does(written: Any) -> None:
    with pytest.raises(NotAllowed, match="accepted by managers"):
        accept(written, viewer=written.coordinator)
    with pytest.raises(NotAllowed), written.database.write() as session:
        controls.take_back(session, 1, written.coordinator)


@pytest.mark.parametrize(
    ("until", "begins"),
    [
        (TODAY, "Choose a day to come."),
        (date(2027, 11, 24), "A control is accepted for 12 months at most."),
    ],
)
def test_the_date_is_to_come_and_within_a_year(
    written: Any, until: date, begins: str
) -> None:
    with pytest.raises(WrongInput, match=begins):
        accept(written, until=until)


def test_there_has_to_be_something_to_accept(written: Any) -> None:
    with pytest.raises(WrongInput, match="Write down what makes it acceptable"):
        accept(written, 2)
    with pytest.raises(NotFound):
        accept(written, 99)


def test_a_manager_declines_it_and_another_can_be_written(written: Any) -> None:
    with written.database.write() as session:
        told = controls.decline(session, 1, written.manager)
    with written.database.read() as session:
        stored = controls.of_answer(session, 1)

    assert (told.answers[0].control, told.answers[0].control_until) == ("", None)
    assert stored == told


def test_only_a_manager_declines(written: Any) -> None:
    with (
        pytest.raises(NotAllowed, match="declined by managers"),
        written.database.write() as session,
    ):
        controls.decline(session, 1, written.coordinator)
