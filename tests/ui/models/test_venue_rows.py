"""The list of venues, described by its columns."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from pytestqt.modeltest import ModelTester

from ui.models.table import Column, Role, TableModel
from ui.models.venue_rows import Marks, venue_columns
from venues.domain.proposal import Span
from venues.services.catalogue_list import VenueRow, fold
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

    assert [model.index(0, column).data() for column in range(5)] == [
        "Millbrook Family Hub",
        "Warrington",
        "Family hub",
        "3",
        "9am to 5pm",
    ]


def test_hours_follow_the_clock_somebody_prefers() -> None:
    assert shown(row(), twenty_four=True)[4] == "09:00 to 17:00"


def test_closed_and_not_recorded_are_told_apart() -> None:
    assert shown(row(hours=()))[4] == "Closed"
    assert shown(row(hours=(), recorded=False))[4] == "Not recorded"


def test_a_closure_says_why_in_the_tip() -> None:
    model = TableModel(columns())
    model.show([row(hours=(), closed="heating repairs"), row()])

    tips = [model.index(number, 4).data(Role.ToolTipRole) for number in (0, 1)]

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
    key = columns()[4].key

    ordered = sorted([row("C", hours=()), late, row("A")], key=key)

    assert [each.name for each in ordered] == ["A", "B", "C"]
