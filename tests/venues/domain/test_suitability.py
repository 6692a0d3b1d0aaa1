"""The five states, and what makes a room stand as it does."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest

from tests.venues.domain.assessing import (
    SEEN,
    TODAY,
    demands,
    full,
    question,
    record,
)
from venues.domain.checklist import SETS, Demands
from venues.domain.judgement import Asked, Judgement, State
from venues.domain.record import Happening, Record, Reply, Visit
from venues.domain.suitability import KEPT, judge, satisfied

ROOM = question("X1")
CONTROL = Reply(
    "no", control="Blinds down.", control_until=date(2026, 12, 24), accepted=True
)
THREE = datetime(2026, 11, 26, 15), datetime(2026, 11, 26, 16)


def judged(
    found: Record, column: str = "M", of_set: str = "CH", **asked: Any
) -> Judgement:
    return judge(found, demands((ROOM, column), of_set=of_set), Asked(TODAY, **asked))


ASKED_OF = [
    ("M", "yes", State.SUITABLE),
    ("M", "no", State.NOT_SUITABLE),
    ("M", "", State.NOT_ASSESSED),
    ("M", CONTROL, State.CONDITIONS),
    ("K", "yes", State.SUITABLE),
    ("K", "no", State.SUITABLE),
    ("K", "", State.NOT_ASSESSED),
    ("D", "no", State.SUITABLE),
    ("D", "", State.SUITABLE),
    ("-", "no", State.SUITABLE),
]


@pytest.mark.parametrize(("column", "answer", "state"), ASKED_OF)
def test_the_state_follows_from_what_is_asked_and_answered(
    column: str, answer: Any, state: State
) -> None:
    found = record(X1=answer) if answer else record()

    assert judged(found, column).state is state


@pytest.mark.parametrize("of_set", SETS)
@pytest.mark.parametrize("state", State)
def test_every_state_comes_about_for_every_set(of_set: str, state: State) -> None:
    review = question("P6", answers="automatic", level="venue")
    asks = demands((ROOM, "M"), (review, "M"), of_set=of_set)
    late = Visit(date(2025, 10, 1), date(2026, 10, 1))
    found = {
        State.SUITABLE: record(X1="yes"),
        State.CONDITIONS: record(X1=CONTROL),
        State.NOT_SUITABLE: record(X1="no"),
        State.NOT_ASSESSED: record(),
        State.OVERDUE: record(late, X1="yes"),
    }[state]

    assert judge(found, asks, Asked(TODAY)).state is state


def test_a_room_nobody_has_seen_is_not_assessed_for_any_set() -> None:
    known = full()

    for code in SETS:
        found = judge(Record(), known.demands(code), Asked(TODAY))
        assert found.state is State.NOT_ASSESSED
        assert found.due is None


def test_without_a_checklist_nothing_is_asked() -> None:
    found = judge(Record(), Demands("", "", {}, {}), Asked(TODAY))

    assert found.state is State.SUITABLE
    assert found.plain


def test_a_control_has_to_be_in_date_on_the_day_of_the_appointment() -> None:
    found = record(X1=CONTROL)
    eve = datetime(2026, 12, 24, 10), datetime(2026, 12, 24, 11)
    after = datetime(2026, 12, 28, 10), datetime(2026, 12, 28, 11)

    assert judged(found, period=eve).state is State.CONDITIONS
    assert judged(found, period=after).state is State.NOT_SUITABLE
    assert judged(found, period=eve).conditions[0].control == "Blinds down"


def test_what_is_only_desired_or_known_is_told_but_does_not_count() -> None:
    (told,) = judged(record(X1="no"), "D").wanting

    assert (told.question.code, judged(record(X1="no"), "D").failed) == ("X1", ())


@pytest.mark.parametrize(
    ("of_set", "asked", "state"),
    [
        ("PA", {}, State.SUITABLE),
        ("PA", {"victim": True}, State.NOT_SUITABLE),
        ("VI", {"victim": True}, State.NOT_SUITABLE),
        ("VI", {"victim": True, "chosen": True}, State.SUITABLE),
        ("VI", {}, State.NOT_SUITABLE),
    ],
)
def test_a_star_depends_on_who_comes_and_who_chose(
    of_set: str, asked: dict[str, bool], state: State
) -> None:
    assert judged(record(X1="no"), "M*", of_set, **asked).state is state


def test_a_starred_criterion_without_an_answer_is_open_only_where_it_counts() -> None:
    assert judged(record(), "M*", "PA").state is State.SUITABLE
    assert judged(record(), "M*", "PA", victim=True).state is State.NOT_ASSESSED


LOOP = question(
    "A6",
    level="venue",
    answers="fixed|none",
    passes="fixed",
    satisfies_need="hearing-loop",
)
EXIT = question(
    "S2",
    answers="none|1 exit|2 exits",
    passes="1 exit|2 exits",
    satisfies_need="second-exit = 2 exits",
)


@pytest.mark.parametrize(
    ("needs", "loop", "exits", "state"),
    [
        ((), "none", "1 exit", State.SUITABLE),
        (("hearing-loop",), "none", "1 exit", State.NOT_SUITABLE),
        (("hearing-loop",), "fixed", "1 exit", State.SUITABLE),
        (("second-exit",), "fixed", "1 exit", State.NOT_SUITABLE),
        (("second-exit",), "fixed", "2 exits", State.SUITABLE),
        (("screen",), "none", "1 exit", State.SUITABLE),
    ],
)
def test_a_need_of_the_booking_makes_its_criterion_mandatory(
    needs: tuple[str, ...], loop: str, exits: str, state: State
) -> None:
    asks = demands((LOOP, "K"), (EXIT, "M"))

    found = judge(record(A6=loop, S2=exits), asks, Asked(TODAY, THREE, needs))

    assert found.state is state
    assert all(each.need for each in found.failed)


def test_a_need_is_satisfied_when_all_its_criteria_are_answered_well() -> None:
    asks = demands((LOOP, "K"), (EXIT, "M"))
    asked = Asked(TODAY, THREE)

    assert satisfied(record(A6="fixed"), asks, "hearing-loop", asked)
    assert not satisfied(record(A6="none"), asks, "hearing-loop", asked)
    assert not satisfied(record(), asks, "hearing-loop", asked)
    assert not satisfied(record(A6="fixed"), asks, "screen", asked)
    assert judge(record(), asks, Asked(TODAY, THREE, ("hearing-loop",))).failed == ()


AREA = question(
    "S10",
    level="venue",
    answers="no concern|use with care|do not use for some children",
    passes="no concern|use with care (then R23 warns); older than 12 months counts "
    "as unanswered",
)


@pytest.mark.parametrize(
    ("found_on", "column", "state", "aged"),
    [
        (date(2025, 11, 26), "M", State.SUITABLE, 0),
        (date(2025, 11, 25), "M", State.NOT_ASSESSED, 1),
        (date(2025, 11, 25), "D", State.SUITABLE, 1),
        (None, "M", State.SUITABLE, 0),
    ],
)
def test_an_old_local_area_check_counts_as_none(
    found_on: date | None, column: str, state: State, aged: int
) -> None:
    reply = Reply("no concern", found_on=found_on)

    found = judge(record(S10=reply), demands((AREA, column)), Asked(TODAY))

    assert (found.state, len(found.aged)) == (state, aged)


def test_an_answer_that_passes_with_care_is_pointed_out() -> None:
    found = judge(record(S10="use with care"), demands((AREA, "M")), Asked(TODAY))

    assert (found.state, found.plain) == (State.SUITABLE, False)
    assert [each.question.code for each in found.care] == ["S10"]


def test_answers_for_some_hours_are_judged_at_the_time_of_the_appointment() -> None:
    clinic = [
        Reply("yes"),
        Reply("no", weekdays=8, opens=time(9), closes=time(12)),  # Thursdays
    ]
    morning = datetime(2026, 11, 26, 10), datetime(2026, 11, 26, 11)

    assert judged(record(X1=clinic), period=THREE).state is State.SUITABLE
    assert judged(record(X1=clinic), period=morning).state is State.NOT_SUITABLE
    assert judged(record(X1=clinic)).state is State.SUITABLE


OPEN_INCIDENT = Happening(date(2026, 6, 1))


@pytest.mark.parametrize(
    ("happening", "state", "incident"),
    [
        (OPEN_INCIDENT, State.SUITABLE, True),
        (OPEN_INCIDENT._replace(suspends=True), State.NOT_SUITABLE, True),
        (OPEN_INCIDENT._replace(closed_on=TODAY), State.SUITABLE, False),
    ],
)
def test_an_open_incident_is_told_and_one_that_suspends_shuts_the_room(
    happening: Happening, state: State, *, incident: bool
) -> None:
    nothing_open = question("S16", answers="automatic from incidents", level="venue")
    asks = demands((nothing_open, "M"))

    found = judge(record(happenings=(happening,)), asks, Asked(TODAY))

    assert (found.state, found.incident) == (state, incident)
    assert judge(record(happenings=(happening,)), demands(), Asked(TODAY)).plain


def test_what_fails_goes_before_what_is_open_and_that_before_what_is_late() -> None:
    other = question("X2")
    review = question("P6", answers="automatic", level="venue")
    late = Visit(date(2025, 6, 4), date(2026, 6, 4))
    asks = demands((ROOM, "M"), (other, "M"), (review, "M"))

    assert judge(record(late, X1="no"), asks, Asked(TODAY)).state is State.NOT_SUITABLE
    assert judge(record(late, X1="yes"), asks, Asked(TODAY)).state is State.NOT_ASSESSED
    found = judge(record(late, X1="yes", X2=CONTROL), asks, Asked(TODAY))
    assert (found.state, len(found.conditions), found.blocked) == (
        State.OVERDUE,
        1,
        True,
    )


def test_a_judgement_is_made_once_and_only_so_many_are_kept() -> None:
    found = record(X1=CONTROL)
    asks = demands((ROOM, "M"))
    asked = Asked(TODAY, THREE)

    first = judge(found, asks, asked)
    assert judge(found, asks, asked) is first
    for hour in range(KEPT + 1):
        day = date(2026, 1, 1).toordinal() + hour
        start = datetime.combine(date.fromordinal(day), time(9))
        judge(found, asks, Asked(TODAY, (start, start)))

    assert len(found.kept) <= KEPT + 1
    assert judge(found, asks, asked) == first


def test_the_same_is_kept_for_every_time_when_nothing_depends_on_it() -> None:
    found, asks = record(SEEN, X1="yes"), demands((ROOM, "M"))
    later = datetime(2026, 12, 1, 9), datetime(2026, 12, 1, 10)

    assert judge(found, asks, Asked(TODAY, THREE)) is judge(
        found, asks, Asked(TODAY, later)
    )
