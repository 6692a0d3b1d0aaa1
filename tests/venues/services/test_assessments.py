"""Visits with their answers, carried over, changed and taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from tests.venues.assessed import assess_all, checklist
from tests.world import NOW, OAK, TODAY, WILLOW
from venues.database import catalogue
from venues.database.models import Answer, Assessment, Criterion, History
from venues.errors import NotAllowed, NotFound, Stale, WrongInput
from venues.services import assessments, controls
from venues.services.assessment_drafts import AnswerDraft, AssessmentDraft

SEEN = date(2026, 6, 4)
NEXT = date(2027, 6, 4)


@pytest.fixture
def listed(world: Any) -> Any:
    """The small world with the whole checklist, and Millbrook seen in June."""
    with world.database.write() as session:
        checklist(session)
        assess_all(session, {WILLOW: 1}, SEEN)
    return world


def start(world: Any, room_id: int | None = WILLOW) -> AssessmentDraft:
    with world.database.read() as session:
        return assessments.start(session, 1, room_id, world.coordinator, now=NOW)


def save(world: Any, draft: AssessmentDraft, **more: Any) -> AssessmentDraft:
    with world.database.write() as session:
        return assessments.save(session, draft, world.coordinator, now=NOW, **more)


def current(world: Any, room_id: int | None = WILLOW) -> AssessmentDraft:
    with world.database.read() as session:
        found = assessments.current(session, 1, room_id)
    assert found is not None
    return found


def answered(draft: AssessmentDraft, code: str, **changed: Any) -> AssessmentDraft:
    """The draft with one of its answers changed."""
    answers = tuple(
        replace(each, **changed) if each.code == code else each
        for each in draft.answers
    )
    return replace(draft, answers=answers)


def fresh(**changed: Any) -> AssessmentDraft:
    """A first visit to Oak Room, with one answer."""
    usual = AssessmentDraft(
        venue_id=1,
        room_id=OAK,
        made_on=TODAY,
        review_by=date(2027, 11, 23),
        answers=(AnswerDraft(code="C2", value="yes"),),
    )
    return replace(usual, **changed)


def test_a_first_visit_starts_empty_and_is_due_in_a_year(listed: Any) -> None:
    draft = start(listed, OAK)

    assert (draft.answers, draft.carried_from) == ((), None)
    assert (draft.made_on, draft.review_by) == (TODAY, date(2027, 11, 23))


def test_the_next_visit_starts_with_the_answers_of_the_last(listed: Any) -> None:
    last = current(listed)

    draft = start(listed)

    assert draft.carried_from == last.id
    assert [each.code for each in draft.answers] == [e.code for e in last.answers]
    assert {each.found_on for each in draft.answers} == {SEEN}
    assert {each.id for each in draft.answers} == {None}


def test_what_is_no_longer_asked_is_left_behind(listed: Any) -> None:
    with listed.database.write() as session:
        session.query(Criterion).filter_by(code="C2").one().retired_on = TODAY

    assert "C2" not in {each.code for each in start(listed).answers}


def test_a_new_visit_is_saved_with_everything_typed(listed: Any) -> None:
    typed = AnswerDraft(
        code="C2",
        value=" with blinds ",
        evidence=" Photo ",
        found_on=SEEN,
        weekdays=31,
        opens=time(9),
        closes=time(17),
    )

    saved = save(listed, fresh(answers=(typed,)))

    assert saved.id is not None
    (stored,) = saved.answers
    assert (stored.value, stored.evidence, stored.place) == (
        "with blinds",
        "Photo",
        typed.place,
    )
    assert current(listed, OAK) == saved


def test_a_new_visit_counts_at_once(listed: Any) -> None:
    save(listed, answered(start(listed), "C2", value="no"))

    with listed.database.read() as session:
        record = catalogue.read(session).rooms[WILLOW].record
    assert record.room.visit.made_on == TODAY
    assert [each.value for each in record.room.replies["C2"]] == ["no"]


def test_it_says_what_changed_since_the_last_time(listed: Any) -> None:
    draft = answered(start(listed), "C2", value="no")
    draft = replace(
        draft, answers=tuple(each for each in draft.answers if each.code != "P1")
    )
    draft = replace(
        draft,
        answers=(
            *draft.answers,
            AnswerDraft(code="C2", value="yes", weekdays=32, opens=time(9)),
        ),
    )

    with listed.database.read() as session:
        told = assessments.changes(session, draft)
        nothing = assessments.changes(session, fresh())

    assert [(each.code, each.before, each.after) for each in told] == [
        ("C2", "yes", "no"),
        ("P1", "Known", ""),
        ("C2", "", "yes"),
    ]
    assert told[0].words.startswith("Cannot be seen into")
    assert nothing == ()


def test_changing_a_visit_writes_only_what_changed(listed: Any) -> None:
    opened = current(listed)
    with listed.database.read() as session:
        before = session.query(History).count()

    saved = save(listed, answered(opened, "C2", value="with blinds"), opened=opened)

    with listed.database.read() as session:
        rows = session.query(History).order_by(History.id).offset(before).all()
    assert [(row.table, row.action) for row in rows] == [("answer", "changed")]
    assert len(saved.answers) == len(opened.answers)


def test_an_answer_can_be_taken_out(listed: Any) -> None:
    opened = current(listed)

    saved = save(listed, replace(opened, answers=opened.answers[1:]), opened=opened)

    assert len(saved.answers) == len(opened.answers) - 1


def test_what_somebody_else_saved_is_not_written_over(listed: Any) -> None:
    opened = current(listed)
    save(listed, answered(opened, "C2", value="with blinds"), opened=opened)

    with pytest.raises(Stale, match="Somebody else changed this assessment"):
        save(listed, answered(opened, "C2", value="no"), opened=opened)


def test_a_visit_added_by_mistake_is_taken_back(listed: Any) -> None:
    saved = save(listed, start(listed))

    with listed.database.write() as session:
        assessments.withdraw(session, saved, listed.coordinator)

    assert current(listed).made_on == SEEN
    with pytest.raises(NotFound), listed.database.write() as session:
        assessments.withdraw(session, saved, listed.coordinator)


def test_one_that_was_carried_over_stays(listed: Any) -> None:
    first = current(listed)
    save(listed, start(listed))

    with pytest.raises(Stale, match="carried over"), listed.database.write() as session:
        assessments.withdraw(session, first, listed.coordinator)


def with_control(world: Any) -> AssessmentDraft:
    """A visit at which somebody could see in, with a control a manager accepted."""
    until = date(2027, 5, 1)
    draft = answered(
        start(world), "C2", value="no", control="Blinds down", control_until=until
    )
    saved = save(world, draft)
    (answer,) = [each for each in saved.answers if each.code == "C2"]
    assert answer.accepted_by is None
    with world.database.write() as session:
        return controls.accept(
            session, answer.id or 0, world.manager, until=until, now=NOW
        )


def accepted(draft: AssessmentDraft) -> bool:
    return any(each.accepted_by for each in draft.answers)


def test_an_accepted_control_stays_so_while_nothing_of_it_changes(listed: Any) -> None:
    opened = with_control(listed)

    same = save(listed, answered(opened, "C2", evidence="Photo"), opened=opened)
    assert accepted(same)
    assert accepted(save(listed, start(listed)))  # and when it is carried over


@pytest.mark.parametrize(
    "changed", [{"control": "A sheet"}, {"control_until": date(2027, 6, 1)}]
)
def test_a_control_that_is_changed_has_to_be_accepted_anew(
    listed: Any, changed: dict[str, Any]
) -> None:
    opened = with_control(listed)

    assert not accepted(save(listed, answered(opened, "C2", **changed), opened=opened))


def test_nobody_accepts_a_control_by_typing_it(listed: Any) -> None:
    typed = AnswerDraft(
        code="C2",
        value="no",
        control="Blinds",
        control_until=NEXT,
        accepted_by=5,
        accepted_on=TODAY,
    )

    assert not accepted(save(listed, fresh(answers=(typed,))))


def test_a_control_that_ran_out_is_not_carried_over(listed: Any) -> None:
    with_control(listed)
    later = datetime(2027, 5, 2, 9)

    with listed.database.read() as session:
        draft = assessments.start(session, 1, WILLOW, listed.coordinator, now=later)

    (answer,) = [each for each in draft.answers if each.code == "C2"]
    assert (answer.value, answer.control, answer.accepted_by) == ("no", "", None)


@pytest.mark.parametrize("room_id", [None, WILLOW])
def test_a_trigger_makes_the_review_due_today(listed: Any, room_id: int | None) -> None:
    with listed.database.write() as session:
        told = assessments.trigger(
            session, 1, room_id, "building work", listed.coordinator, now=NOW
        )

    assert (told.trigger, told.review_by) == ("building work", TODAY)


def test_a_trigger_on_the_day_of_the_visit_makes_it_due_the_next(listed: Any) -> None:
    save(listed, start(listed))

    with listed.database.write() as session:
        told = assessments.trigger(
            session, 1, WILLOW, "new users", listed.coordinator, now=NOW
        )

    assert told.review_by == TODAY + timedelta(days=1)


def test_a_trigger_is_one_of_a_few_and_wants_a_visit(listed: Any) -> None:
    with listed.database.write() as session:
        with pytest.raises(WrongInput, match="Choose one of: building work"):
            assessments.trigger(session, 1, None, "rain", listed.coordinator, now=NOW)
        with pytest.raises(NotFound, match="has not been assessed yet"):
            assessments.trigger(
                session, 1, OAK, "new users", listed.coordinator, now=NOW
            )


def test_a_practitioner_assesses_nothing(listed: Any) -> None:
    with listed.database.write() as session:
        with pytest.raises(NotAllowed):
            assessments.start(session, 1, None, listed.practitioner, now=NOW)
        with pytest.raises(NotAllowed):
            assessments.save(session, fresh(), listed.practitioner, now=NOW)
        assert session.query(Assessment).filter_by(room_id=OAK).count() == 0
        assert session.query(Answer).count() > 0
