"""The rooms and the history of a venue as tables, and what their cells say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter

from ui.kinds import Kind
from ui.models.table import Column, Weight
from venues.domain.needs import NEEDS, OF_THE_ROOM, STAFFED, words
from venues.domain.words import MONTHS, clock, listing, minutes, price
from venues.services.venue_drafts import FeatureDraft, RoomDraft
from venues.services.venue_history import HistoryRow

STATUS_KINDS = {
    "active": None,
    "candidate": Kind.QUIET,
    "suspended": Kind.WARN,
    "retired": Kind.QUIET,
}


def kind_words(kind: str) -> str:
    """What sort of place it is, as a heading or a cell begins."""
    return kind[:1].upper() + kind[1:]


def room_columns(
    together: Callable[[], Sequence[RoomDraft]],
) -> tuple[Column[RoomDraft], ...]:
    """The rooms of one venue; ``together`` gives all of them, for what they share."""
    return (
        Column("Room", room_name, _by_room, weight=Weight.STRONG),
        Column("Seats", seats_cell, attrgetter("seats"), tip=attrgetter("seats_words")),
        Column("Floor", floor_cell, floor_cell, tip=floor_words),
        Column(
            "Turnaround",
            lambda room: f"{room.turnaround} min" if room.turnaround else "None",
            attrgetter("turnaround"),
            tip=turnaround_words,
        ),
        Column(
            "Features",
            lambda room: features_words(room.features),
            lambda room: features_words(room.features),
            tip=lambda room: "\n".join(room_facts(room, together())),
        ),
    )


def history_columns(
    twenty_four: Callable[[], bool],
) -> tuple[Column[HistoryRow], ...]:
    """What was changed, by whom and when."""

    def when(row: HistoryRow) -> str:
        time = clock(row.at, twenty_four=twenty_four(), column=True)
        day = f"{row.at.day} {MONTHS[row.at.month - 1][:3]} {row.at.year}"
        return f"{day}, {time}\n{row.who}"

    return (
        Column("When and by whom", when, attrgetter("id"), weight=Weight.MUTED),
        Column("Change", history_words, history_words),
    )


def history_words(row: HistoryRow) -> str:
    """What was changed, and how: "Hall: Seats in a circle 6 → 8"."""
    return row.change if row.what == "Venue" else f"{row.what}: {row.change}"


def room_name(room: RoomDraft) -> str:
    """The name, and that it is not used any more."""
    return f"{room.name} (retired)" if room.status == "retired" else room.name


def seats_cell(room: RoomDraft) -> str:
    """The most people a room seats."""
    return str(room.seats)


def floor_words(room: RoomDraft) -> str:
    """The floor, and how it is reached if not on the level: "First floor, lift"."""
    how = {"lift": ", lift", "stairs": ", stairs only"}.get(room.reached_by, "")
    return kind_words(room.floor) + how


def floor_cell(room: RoomDraft) -> str:
    """The same in a narrow column: "First, lift"."""
    return floor_words(room).replace(" floor", "")


def turnaround_words(room: RoomDraft) -> str:
    """The minutes between two bookings."""
    return minutes(room.turnaround) if room.turnaround else "None"


def features_words(features: Sequence[FeatureDraft]) -> str:
    """What is there: "Step-free, Quiet space, Blue Badge parking"."""
    return ", ".join(words(each.need) for each in features if each.present)


def missing_words(features: Sequence[FeatureDraft]) -> str:
    """What is known not to be there, with the note beside it."""
    return ", ".join(
        words(each.need) + (f" ({each.note})" if each.note else "")
        for each in features
        if not each.present
    )


def room_facts(room: RoomDraft, all_rooms: Sequence[RoomDraft]) -> list[str]:
    """The lines that say more of a room than its row."""
    shared = [other.name for other in all_rooms if room.shares(other)]
    facts = [f"Seats {room.seats_words}"]
    if room.fire_capacity:
        facts.append(f"Fire notice: {room.fire_capacity} people")
    if room.rate is not None:
        facts.append(f"Rate: {price(room.rate)}")
    if shared:
        facts.append(f"Not at the same time as {listing(shared)}")
    if missing := missing_words(room.features):
        facts.append(f"Not there: {missing}")
    if room.notes:
        facts.append(room.notes)
    return facts


def need_choices(recorded: Sequence[FeatureDraft], *, of_room: bool) -> list[str]:
    """The needs to ask about: those of a room or of a venue, and any on record."""
    known = {each.need for each in recorded}
    return [
        need
        for need in NEEDS
        if need in known or (need != STAFFED and (need in OF_THE_ROOM) is of_room)
    ]


def _by_room(room: RoomDraft) -> tuple[bool, str]:
    return room.status == "retired", room.name.casefold()
