"""The checklist is edited, and rooms are judged by what it says then."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.venues.assessed import checklist as whole
from tests.world import NOW, TODAY
from venues.database import catalogue
from venues.errors import NotAllowed, NotFound, Stale, WrongInput
from venues.services import checklist
from venues.services.checklist import CriterionDraft

LIFT = CriterionDraft(
    code="l1", group="Accessible", words="Is the lift tested?", asks={"CH": "M"}
)


@pytest.fixture
def listed(world: Any) -> Any:
    """The small world with the whole checklist."""
    with world.database.write() as session:
        whole(session)
    return world


def every(world: Any) -> dict[str, CriterionDraft]:
    with world.database.read() as session:
        return {each.code: each for each in checklist.every(session)}


def save(world: Any, draft: CriterionDraft, **more: Any) -> CriterionDraft:
    with world.database.write() as session:
        return checklist.save(session, draft, world.coordinator, **more)


def asked(world: Any, of_set: str = "CH") -> set[str]:
    with world.database.read() as session:
        return set(catalogue.read(session).assessed.demands[of_set].asks)


def test_a_question_of_ones_own_is_asked_from_then_on(listed: Any) -> None:
    added = save(listed, LIFT)

    assert (added.code, added.asks["CH"], added.asks["FA"]) == ("L1", "M", "-")
    assert "L1" in asked(listed)
    assert "L1" not in asked(listed, "FA")
    assert every(listed)["L1"] == added


def test_every_question_of_the_list_can_be_saved_as_it_is(listed: Any) -> None:
    for opened in every(listed).values():
        assert save(listed, opened, opened=opened) == opened


def test_what_a_set_asks_can_be_changed_and_a_question_retired(listed: Any) -> None:
    opened = every(listed)["C2"]

    saved = save(listed, replace(opened, asks=opened.asks | {"CH": "-"}), opened=opened)
    assert "C2" not in asked(listed)
    with listed.database.write() as session:
        gone = checklist.retire(session, saved, listed.coordinator, now=NOW)
    assert gone.retired_on == TODAY
    assert "C2" not in asked(listed, "PA")
    with listed.database.write() as session:
        back = checklist.bring_back(session, gone, listed.coordinator)
    assert (back.retired_on, "C2" in asked(listed, "PA")) == (None, True)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"code": "1x"}, "code"),
        ({"code": "C2"}, "code"),
        ({"words": " "}, "words"),
        ({"why": "x" * 301}, "why"),
        ({"group": "Cosy"}, "group"),
        ({"level": "street"}, "level"),
        ({"answers": "automatic from nothing"}, "answers"),
        ({"passes": "perhaps"}, "passes"),
        ({"answers": "in words", "passes": "yes"}, "passes"),
        ({"asks": {"CH": "X"}}, "asks"),
        ({"asks": {"ZZ": "M"}}, "asks"),
        ({"asks": {"CH": "M3"}}, "asks"),
    ],
)
def test_what_cannot_be_used_names_its_field(
    listed: Any, changed: dict[str, Any], field: str
) -> None:
    with pytest.raises(WrongInput) as wrong:
        save(listed, replace(LIFT, **changed))

    assert wrong.value.field == field


def test_answers_in_words_and_scores_are_questions_too(listed: Any) -> None:
    save(listed, replace(LIFT, answers="in words", passes="answered"))
    save(
        listed,
        replace(LIFT, code="L2", answers="0|1|2|3", passes="2|3", asks={"CH": "M3"}),
    )

    assert {"L1", "L2"} < asked(listed)


def test_what_follows_from_records_keeps_its_answers(listed: Any) -> None:
    opened = every(listed)["S16"]

    with pytest.raises(WrongInput, match="follows from what is recorded"):
        save(listed, replace(opened, answers="yes|no"), opened=opened)
    assert save(listed, replace(opened, why="So"), opened=opened).why == "So"


def test_somebody_elses_change_is_not_written_over(listed: Any) -> None:
    opened = every(listed)["C2"]
    save(listed, replace(opened, why="New"), opened=opened)

    with pytest.raises(Stale, match="Somebody else changed this question"):
        save(listed, replace(opened, why="Other"), opened=opened)
    with pytest.raises(NotFound):
        save(listed, opened, opened=replace(opened, id=999))


def test_a_practitioner_does_not_edit_it(listed: Any) -> None:
    with pytest.raises(NotAllowed), listed.database.write() as session:
        checklist.save(session, LIFT, listed.practitioner)
