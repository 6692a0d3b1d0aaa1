"""How one question stands at a place, whoever would meet there."""

from __future__ import annotations

from datetime import date

import pytest

from venues.domain.checklist import SETS, Checklist, question, read_demand
from venues.domain.marking import Mark, Marked, mark
from venues.domain.record import Part, Reply, Visit
from venues.resources import table

TODAY = date(2026, 11, 23)
ROWS = table("criteria")
QUESTIONS = {row["code"]: question(row) for row in ROWS}
ALL = Checklist(
    QUESTIONS,
    {
        code: {row["code"]: read_demand(row[code.lower()]) for row in ROWS}
        for code in SETS
    },
)


def marked(code: str, *replies: Reply, made_on: date | None = TODAY) -> Marked:
    visit = Visit(made_on, date(2027, 11, 23)) if made_on else None
    part = Part(visit, {code: replies} if replies else {})
    return mark(part, QUESTIONS[code], ALL, TODAY, 12)


@pytest.mark.parametrize(
    ("code", "value", "expected"),
    [
        ("S1", "yes", Mark.MET),
        ("S1", "no", Mark.FAILS),
        ("C1", "2", Mark.PARTLY),
        ("C1", "3", Mark.MET),
        ("A6", "none", Mark.NOTED),
        ("A8", "no", Mark.PARTLY),
        ("W2", "1", Mark.NOTED),
        ("S10", "use with care", Mark.CARE),
        ("S7", "1", Mark.PARTLY),
    ],
)
def test_the_mark_weighs_what_the_sets_ask(
    code: str, value: str, expected: Mark
) -> None:
    assert marked(code, Reply(value)).mark is expected


def test_no_answer_is_open() -> None:
    assert marked("S1") == Marked(Mark.OPEN)


def test_an_accepted_control_holds_until_its_day() -> None:
    control = Reply("no", control="Two workers", control_until=TODAY, accepted=True)
    gone = control._replace(control_until=date(2026, 11, 22))

    assert marked("C4", control).mark is Mark.CONTROL
    assert marked("C4", gone).mark is not Mark.CONTROL


def test_it_says_for_whom_it_is_not_enough() -> None:
    assert marked("C1", Reply("2")).against == (
        "a victim meeting, a restorative meeting and a professionals' meeting"
    )


def test_an_old_check_is_as_old_as_it_or_its_visit() -> None:
    old = date(2025, 11, 1)

    assert marked("S10", Reply("no concern", found_on=old)).mark is Mark.OLD
    assert marked("S10", Reply("no concern"), made_on=old).mark is Mark.OLD
    assert marked("S10", Reply("no concern"), made_on=None).mark is Mark.MET


def test_what_nobody_asks_is_met_by_any_answer() -> None:
    nothing = Checklist(QUESTIONS, {code: {} for code in SETS})

    assert mark(Part(None, {"S1": (Reply("no"),)}), QUESTIONS["S1"], nothing, TODAY, 12)
