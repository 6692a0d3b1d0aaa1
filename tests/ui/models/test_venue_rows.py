"""The list of venues, described by its columns."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from pytestqt.modeltest import ModelTester

from ui.kinds import Kind
from ui.models.table import Column, Role, TableModel
from ui.models.venue_rows import (
    Marks,
    review_words,
    suits_facts,
    suits_kind,
    suits_words,
    venue_columns,
)
from venues.domain.checklist import SETS
from venues.domain.judgement import State
from venues.domain.proposal import Span
from venues.services.catalogue_list import VenueRow, fold
from venues.services.suitability import VenueStanding
from venues.services.venue_attention import Matter

NINE = datetime(2026, 11, 26, 9)


def row(name: str = "Millbrook Family Hub", **changed: Any) -> VenueRow:
    values: dict[str, Any] = {
        "id": 1,
        "uuid": UUID(int=1),
        "town": "Warrington",
        "postcode": "WA2 9AA",
        "authority_id": 2,
        "authority": "Warrington",
        "authority_short": "Warrington",
        "kind": "family hub",
        "rooms": 3,
        "status": "active",
        "hours": (Span(NINE, NINE + timedelta(hours=8)),),
        "closed": "",
        "recorded": True,
        "order": fold(name),
        "sought": "",
    }
    return VenueRow(name=name, **(values | changed))


def stands(
    fits: int = 7, *, worst: State = State.NOT_SUITABLE, **more: Any
) -> VenueStanding:
    """A venue with a suitable room for so many sets, and the others as bad as that."""
    best = {
        code: State.SUITABLE if place < fits else worst
        for place, code in enumerate(SETS)
    }
    values: dict[str, Any] = {"venue_id": 1, "rooms": {}, "assessed": True}
    return VenueStanding(best=best, **(values | more))


def columns(
    marks: Marks | None = None, *, twenty_four: bool = False
) -> tuple[Column[VenueRow], ...]:
    return venue_columns(lambda: twenty_four, lambda: marks or Marks())


def shown(row_: VenueRow, *, twenty_four: bool = False) -> list[str]:
    return [each.text(row_) for each in columns(twenty_four=twenty_four)]


def test_a_venue_is_shown_in_words(qtmodeltester: ModelTester) -> None:
    model = TableModel(columns())
    model.show([row()])
    qtmodeltester.check(model)

    assert [model.index(0, column).data() for column in range(7)] == [
        "Millbrook Family Hub",
        "Warrington",
        "Family hub",
        "3",
        "Not assessed",
        "\N{EN DASH}",
        "9am to 5pm",
    ]


def test_hours_follow_the_clock_somebody_prefers() -> None:
    assert shown(row(), twenty_four=True)[6] == "09:00 to 17:00"


def test_closed_and_not_recorded_are_told_apart() -> None:
    assert shown(row(hours=()))[6] == "Closed"
    assert shown(row(hours=(), recorded=False))[6] == "Not recorded"


def test_a_closure_says_why_in_the_tip() -> None:
    model = TableModel(columns())
    model.show([row(hours=(), closed="heating repairs"), row()])

    tips = [model.index(number, 6).data(Role.ToolTipRole) for number in (0, 1)]

    assert tips == ["Closed: heating repairs", None]


def test_a_name_says_its_status_and_its_star() -> None:
    marks = Marks(starred=frozenset({str(UUID(int=1))}))
    name = columns(marks)[0]

    assert name.text(row("Aspen", status="suspended")) == "Aspen ★ (suspended)"
    assert name.text(row("Birch", uuid=UUID(int=2))) == "Birch"


def test_what_a_venue_needs_is_told_in_words_and_sentences() -> None:
    both = (Matter("No hours", "No hours are recorded."), Matter("No rooms", "None."))
    needs = columns(Marks(attention={2: both[:1], 3: both + both[:1]}))[-1]
    rows = [row("A"), row("B", id=2), row("C", id=3)]

    assert [needs.text(each) for each in rows] == ["", "No hours", "No hours, No rooms"]
    assert needs.tip is not None
    assert [needs.tip(each) for each in rows[:2]] == [None, "No hours are recorded."]
    assert [each.name for each in sorted(rows, key=needs.key)] == ["C", "B", "A"]


def test_names_are_in_order_whatever_their_marks() -> None:
    rows = [row("St Bride's"), row("st brian"), row("Aspen")]
    key = columns()[0].key

    assert [each.name for each in sorted(rows, key=key)] == [
        "Aspen",
        "st brian",
        "St Bride's",
    ]


def test_venues_that_open_first_come_first_and_closed_ones_last() -> None:
    late = row("B", hours=(Span(NINE + timedelta(hours=1), NINE + timedelta(hours=2)),))
    key = columns()[6].key

    ordered = sorted([row("C", hours=()), late, row("A")], key=key)

    assert [each.name for each in ordered] == ["A", "B", "C"]


CONDITIONAL = stands(6, worst=State.CONDITIONS)
OVERDUE = stands(0, worst=State.OVERDUE, overdue_since=date(2026, 6, 4))


@pytest.mark.parametrize(
    ("standing", "words", "kind"),
    [
        (stands(), "7 of 7", Kind.GOOD),
        (stands(5), "5 of 7", Kind.WARN),
        (CONDITIONAL, "7 of 7", Kind.WARN),
        (stands(0), "0 of 7", Kind.BAD),
        (OVERDUE, "0 of 7", Kind.BAD),
        (stands(0, assessed=False), "Not assessed", Kind.QUIET),
        (None, "Not assessed", Kind.QUIET),
    ],
)
def test_what_it_suits_is_a_number_in_words_with_an_icon(
    standing: VenueStanding | None, words: str, kind: Kind
) -> None:
    assert (suits_words(standing), suits_kind(standing)) == (words, kind)


def test_each_kind_of_appointment_says_how_it_stands() -> None:
    facts = suits_facts(stands(1))

    assert facts[:2] == [
        "A one-to-one session: suitable",
        "A family session: not suitable",
    ]
    assert len(facts) == 7
    assert suits_facts(None) == []


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        (stands(due=date(2027, 6, 4)), "4 Jun 2027"),
        (stands(), "\N{EN DASH}"),
        (OVERDUE, "Overdue"),
        (None, "\N{EN DASH}"),
    ],
)
def test_the_next_review_is_a_date_or_overdue(
    standing: VenueStanding | None, words: str
) -> None:
    assert review_words(standing) == words


def test_the_list_sorts_by_what_suits_and_by_review() -> None:
    standing = {
        1: stands(7, due=date(2027, 6, 4)),
        2: OVERDUE,
        4: CONDITIONAL,
    }
    shown_ = columns(Marks(standing=standing))
    rows = [row(str(id_), id=id_) for id_ in (1, 2, 3, 4)]

    ordered = {
        column.title: [each.id for each in sorted(rows, key=column.key)]
        for column in shown_[4:6]
    }

    assert ordered == {"Suitable for": [1, 4, 2, 3], "Next review": [2, 1, 4, 3]}


def test_venues_are_found_by_what_they_suit() -> None:
    suited = Marks(standing={1: stands(1), 2: stands(2), 3: stands(0)}).suited()

    assert (suited["CH"], suited["FA"], suited["RM"]) == ({1, 2}, {2}, set())
