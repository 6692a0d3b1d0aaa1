"""The rooms and the history of a venue as tables."""

from __future__ import annotations

from datetime import datetime

from ui.models import venues
from ui.models.table import ROW_ROLE, TableModel
from venues.services.venue_drafts import FeatureDraft, RoomDraft
from venues.services.venue_history import HistoryRow

NINE = datetime(2026, 11, 26, 9)


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
