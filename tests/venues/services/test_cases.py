"""Which references may be used, and what is said of the others."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import func, select

from venues.database.models import Acting, Case, CaseStaff
from venues.domain.people import Audience
from venues.errors import WrongInput
from venues.services import cases, people
from venues.services.cases import Standing

TODAY = date(2026, 11, 23)


def standing(world: Any, text: str, viewer: Any = None) -> Standing:
    with world.database.read() as session:
        return cases.look_up(
            session, text, viewer or world.practitioner, TODAY
        ).standing


def test_ones_own_a_new_one_and_somebody_elses(world: Any) -> None:
    assert standing(world, "wa-20417") is Standing.MINE
    assert standing(world, "WA-31234") is Standing.NEW
    assert standing(world, "WA-20418") is Standing.NOT_MINE


def test_nothing_is_told_of_a_case_that_is_not_theirs(world: Any) -> None:
    with world.database.read() as session:
        answer = cases.look_up(session, "WA-20418", world.practitioner, TODAY)

    assert (answer.id, answer.kind, answer.sector, answer.needs) == (None, "", "", ())


def test_a_case_that_has_ended_answers_like_somebody_elses(world: Any) -> None:
    with world.database.write() as session:
        session.get(Case, 1).ends_on = date(2026, 11, 1)

    assert standing(world, "WA-20417") is Standing.NOT_MINE


def test_a_case_off_ones_list_is_no_longer_ones_own(world: Any) -> None:
    with world.database.write() as session:
        row = session.scalars(select(CaseStaff).where(CaseStaff.case_id == 1)).one()
        row.until = date(2026, 11, 22)

    assert standing(world, "WA-20417") is Standing.NOT_MINE


def test_acting_for_a_colleague_opens_their_list(world: Any) -> None:
    with world.database.write() as session:
        session.add(Acting(staff_id=1, for_id=2, since=TODAY))
    with world.database.read() as session:
        viewer = people.viewer(session, "practitioner.04", TODAY)

    assert standing(world, "WA-20418", viewer) is Standing.MINE


def test_a_manager_may_use_any(world: Any) -> None:
    assert standing(world, "WA-20418", world.manager) is Standing.MINE


def test_a_malformed_reference_is_not_repeated_back(world: Any) -> None:
    with pytest.raises(WrongInput) as trouble:
        standing(world, "Jack Jones")

    assert "WA-20417" in str(trouble.value)
    assert "Jack" not in str(trouble.value)


def test_the_list_to_choose_from_is_ones_own(world: Any) -> None:
    with world.database.read() as session:
        assert cases.mine(session, world.practitioner, TODAY) == ("WA-20417",)


def test_a_new_reference_is_made_with_the_kind_it_is_for(world: Any) -> None:
    with world.database.write() as session:
        (id_,) = cases.use(
            session, ["WA-31234"], world.victim_worker, Audience.VICTIM, TODAY
        )
        case = session.get(Case, id_)
        assert (case.kind, case.confirmed) == ("victim", False)

    assert standing(world, "WA-31234", world.victim_worker) is Standing.NEW
    assert standing(world, "WA-31234") is Standing.NOT_MINE


@pytest.mark.parametrize(
    ("reference", "audience", "words"),
    [
        ("WA-20417", Audience.VICTIM, "is a child's reference"),
        ("WA-20466", Audience.CHILD, "is a victim's reference"),
    ],
)
def test_a_reference_of_the_other_kind_is_refused(
    world: Any, reference: str, audience: Audience, words: str
) -> None:
    with pytest.raises(WrongInput, match=words), world.database.write() as session:
        cases.use(session, [reference], world.manager, audience, TODAY)


def test_looking_never_writes(world: Any) -> None:
    with world.database.read() as session:
        assert cases.known(session, ["WA-31234"], world.practitioner, TODAY) == ()
        count = session.scalar(select(func.count()).select_from(Case))
    with (
        pytest.raises(WrongInput, match="Not on your list"),
        world.database.read() as session,
    ):
        cases.known(session, ["WA-20418"], world.practitioner, TODAY)

    assert count == 3
