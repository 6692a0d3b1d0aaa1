"""The tables of the Venues page."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from pytestqt.modeltest import ModelTester

from ui.models import venues
from ui.models.table import ROW_ROLE, Role, TableModel
from venues.domain.proposal import Span
from venues.services.catalogue_list import VenueRow, fold
from venues.services.venue_drafts import FeatureDraft, RoomDraft
from venues.services.venue_history import HistoryRow

NINE = datetime(2026, 11, 26, 9)


def row(name: str = "Millbrook Family Hub", **changed: Any) -> VenueRow:
    values: dict[str, Any] = {
        "id": 1,
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


def shown(row_: VenueRow, *, twenty_four: bool = False) -> list[str]:
    return [each.text(row_) for each in venues.venue_columns(lambda: twenty_four)]


def test_a_venue_is_shown_in_words(qtmodeltester: ModelTester) -> None:
    model = TableModel(venues.venue_columns(lambda: False))
    model.show([row()])
    qtmodeltester.check(model)

    assert [model.index(0, column).data() for column in range(6)] == [
        "Millbrook Family Hub",
        "Warrington",
        "Family hub",
        "3",
        "9am to 5pm",
        "Active",
    ]


def test_hours_follow_the_clock_somebody_prefers() -> None:
    assert shown(row(), twenty_four=True)[4] == "09:00 to 17:00"


def test_closed_and_not_recorded_are_told_apart() -> None:
    assert shown(row(hours=()))[4] == "Closed"
    assert shown(row(hours=(), recorded=False))[4] == "Not recorded"


def test_a_closure_says_why_in_the_tip() -> None:
    model = TableModel(venues.venue_columns(lambda: False))
    model.show([row(hours=(), closed="heating repairs"), row()])

    tips = [model.index(number, 4).data(Role.ToolTipRole) for number in (0, 1)]

    assert tips == ["Closed: heating repairs", None]


def test_every_status_but_active_is_a_badge() -> None:
    status = venues.venue_columns(lambda: False)[5]
    assert status.kind is not None

    kinds = [status.kind(row(status=each)) for each in venues.STATUS_ORDER]

    assert [str(kind) for kind in kinds] == ["quiet", "None", "warn", "quiet"]


def test_names_are_in_order_whatever_their_marks() -> None:
    rows = [row("St Bride's"), row("st brian"), row("Aspen")]
    key = venues.venue_columns(lambda: False)[0].key

    assert [each.name for each in sorted(rows, key=key)] == [
        "Aspen",
        "st brian",
        "St Bride's",
    ]


def test_venues_that_open_first_come_first_and_closed_ones_last() -> None:
    late = row("B", hours=(Span(NINE + timedelta(hours=1), NINE + timedelta(hours=2)),))
    key = venues.venue_columns(lambda: False)[4].key

    ordered = sorted([row("C", hours=()), late, row("A")], key=key)

    assert [each.name for each in ordered] == ["A", "B", "C"]


OAK = RoomDraft(
    id=1,
    venue_id=1,
    name="Oak",
    seats_circle=6,
    seats_table=8,
    fire_capacity=10,
    turnaround=15,
    rate=1200,
    notes="Ask for the key",
    floor="first floor",
    reached_by="lift",
    space_ids=(1,),
    features=(
        FeatureDraft("blue-badge", present=True),
        FeatureDraft("screen", present=True),
        FeatureDraft("step-free", present=False, note="One step"),
    ),
)


def test_a_room_is_shown_in_words() -> None:
    whole = RoomDraft(id=2, venue_id=1, name="Both", space_ids=(1, 2), seats_rows=30)
    columns = venues.room_columns(lambda: (OAK, whole))

    assert [column.text(OAK) for column in columns] == [
        "Oak",
        "8",
        "First, lift",
        "15 min",
        "Blue Badge parking, Screen",
    ]
    assert columns[4].tip is not None
    assert columns[4].tip(OAK) == (
        "Seats 6 in a circle and 8 round a table\n"
        "Fire notice: 10 people\n"
        "Rate: £12.00 an hour\n"
        "Not at the same time as Both\n"
        "Not there: Step-free (One step)\n"
        "Ask for the key"
    )


def test_a_retired_room_says_so_and_comes_last() -> None:
    gone = RoomDraft(id=2, venue_id=1, name="Ash", status="retired", seats_circle=4)
    name = venues.room_columns(lambda: ())[0]

    assert [name.text(each) for each in sorted([gone, OAK], key=name.key)] == [
        "Oak",
        "Ash (retired)",
    ]


def test_a_change_is_one_line_with_when_and_by_whom() -> None:
    change = HistoryRow(
        1, datetime(2026, 6, 4, 10, 12), "Coordinator 01", "Oak", "Seats 6 → 8"
    )
    model = TableModel(venues.history_columns(lambda: False))
    model.show([change])

    assert model.index(0, 0).data() == "4 Jun 2026, 10:12am\nCoordinator 01"
    assert model.index(0, 1).data() == "Oak: Seats 6 → 8"
    assert model.index(0, 0).data(ROW_ROLE) is change


def test_a_change_of_the_venue_itself_does_not_name_it_again() -> None:
    change = HistoryRow(1, NINE, "Coordinator 01", "Venue", "Kind “a” → “b”")

    assert venues.history_words(change) == "Kind “a” → “b”"


def test_rooms_and_venues_are_asked_about_their_own_needs() -> None:
    recorded = (FeatureDraft("bus", present=True),)

    of_room = venues.need_choices(recorded, of_room=True)
    of_venue = venues.need_choices((), of_room=False)

    assert "screen" in of_room
    assert "bus" in of_room
    assert "hearing-loop" not in of_room
    assert "hearing-loop" in of_venue
    assert "staffed-building" not in of_venue + of_room
