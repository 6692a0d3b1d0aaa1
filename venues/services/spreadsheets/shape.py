"""The program's own spreadsheet: its sheets, their columns, and what may stand there.

Export, template and import all go by this table, so that they cannot differ.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from venues.domain import needs
from venues.domain.amounts import read_money, read_number
from venues.domain.hours_words import read_hours
from venues.domain.typed import read_time
from venues.domain.week import USES
from venues.domain.words import DAYS
from venues.services.spreadsheets import cells
from venues.services.venue_words import BOOKED_BY, FIELDS, REACHED_BY, STATUS

SEASONS = {"always": "Always", "term": "In term", "holiday": "In the holidays"}
AUTHORITY = "authority_id"
"""Read and said by whoever knows the authorities (see ``stored.Stored``)."""

DATES = ("valid_from", "valid_until")
"""Read by whoever knows which day it is."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the draft's field, its heading, and how it is said and read.

    ``free`` says that anything may be typed there, so it is looked at for what is
    personal; ``empty`` is what an empty cell of our own template means.
    """

    key: str
    title: str
    say: Callable[[Any], str] = str
    read: Callable[[str], Any] = str
    empty: Any = ""
    choices: tuple[str, ...] = ()
    free: bool = False
    needed: bool = False
    wide: int = 16
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """One sheet: its name, its columns and what is said about it on the help sheet."""

    name: str
    columns: tuple[Column, ...]
    about: str

    def column(self, key: str) -> Column:
        """The column of that field."""
        return next(each for each in self.columns if each.key == key)


def _text(table: str, key: str, *, free: bool = True, wide: int = 24) -> Column:
    return Column(key, FIELDS[table][key], free=free, wide=wide)


def _name(key: str, title: str, *, needed: bool = True, hint: str = "") -> Column:
    return Column(key, title, read=cells.one_line, needed=needed, wide=30, hint=hint)


def _number(key: str, title: str, empty: int | None = None, hint: str = "") -> Column:
    return Column(key, title, cells.say_number, read_number, empty, wide=10, hint=hint)


def _minutes(key: str, title: str) -> Column:
    return Column(key, title, cells.say_number, cells.read_minutes, 0, wide=12)


def _choice(key: str, title: str, choices: dict[str, str], empty: str) -> Column:
    return Column(
        key,
        title,
        cells.say_choice(choices),
        cells.read_choice(choices),
        empty,
        tuple(choices.values()),
    )


def _truth(key: str, title: str, *, empty: bool = False) -> Column:
    return Column(
        key,
        title,
        cells.say_truth,
        cells.read_truth,
        empty,
        choices=(cells.YES, cells.NO),
        wide=10,
    )


def _date(key: str, title: str) -> Column:
    hint = "Only for hours that hold between two dates, as the whole week then"
    return Column(key, title, cells.say_date, empty=None, wide=12, hint=hint)


def _time(key: str) -> Column:
    title = FIELDS["venue"][key]
    return Column(
        key, title, cells.say_time, read_time, None, wide=12, hint="Like 22:15"
    )


ID = Column(
    "uuid",
    "ID",
    read=cells.read_uuid,
    empty=None,
    wide=12,
    hint="Made by the program; leave it empty for a new one",
)
VENUE = _name("venue", "Venue", hint="The name as on the sheet Venues")
ROOM = _name("room", "Room", needed=False, hint="Empty for the whole venue")
STATUS_ROOM = {key: STATUS[key] for key in ("active", "retired")}
MADE_OF = "space_ids"

VENUES = Kind(
    "Venues",
    (
        ID,
        _name("name", "Name"),
        Column(
            AUTHORITY,
            "Authority",
            empty=None,
            wide=26,
            hint="Empty: that of the postcode",
        ),
        _choice("status", "Status", STATUS, "active"),
        _text("venue", "kind"),
        _text("venue", "owner"),
        _text("venue", "street", free=False, wide=30),
        _text("venue", "town", free=False),
        Column("postcode", "Postcode", wide=11, hint="Gives the place on the map"),
        _truth("placed_by_hand", "Placed by hand"),
        _number("easting", FIELDS["venue"]["easting"], hint="Only if placed by hand"),
        _number("northing", FIELDS["venue"]["northing"], hint="Only if placed by hand"),
        _name("cluster", "Neighbours", needed=False, hint="Same word: same site"),
        _text("venue", "neutral_name"),
        _choice("booked_by", "How to book", BOOKED_BY, "instant"),
        _number("notice_days", "Notice (days)", 0),
        Column("rate", "Rate an hour", cells.say_rate, read_money, 0, wide=11),
        _minutes("min_hire", "Shortest hire (minutes)"),
        _number("charge_days", "Charged if cancelled within (days)", 0),
        _text("venue", "terms"),
        _text("venue", "arrival", wide=40),
        _text("venue", "bus"),
        _time("last_bus"),
        _time("last_bus_saturday"),
        _time("last_bus_sunday"),
        _text("venue", "rail"),
        _text("venue", "parking"),
        _text("venue", "photos", free=False),
        _text("venue", "notes", wide=40),
    ),
    "One row a venue. Only the name is needed, and a postcode or an authority.",
)
ROOMS = Kind(
    "Rooms",
    (
        ID,
        VENUE,
        _name("name", "Room"),
        _choice("status", "Status", STATUS_ROOM, "active"),
        *(
            _number(key, FIELDS["room"][key])
            for key in ("seats_circle", "seats_table", "seats_rows", "fire_capacity")
        ),
        Column("floor", "Floor", empty="ground floor", free=True, wide=14),
        _choice("reached_by", "Reached by", REACHED_BY, "ground"),
        _number("area", "Area (m²)"),
        _minutes("turnaround", "Turnaround (minutes)"),
        Column(
            "rate",
            "Rate an hour",
            cells.say_rate,
            read_money,
            None,
            wide=11,
            hint="Empty: the venue's",
        ),
        _text("room", "notes", wide=40),
        Column(
            MADE_OF,
            "Parts of the building",
            empty=(),
            wide=24,
            hint="Rooms with a part in common exclude each other; parts with ; between",
        ),
    ),
    "One row a room. Say for how many people it has seats in at least one layout.",
)
HOURS = Kind(
    "Hours",
    (
        VENUE,
        ROOM,
        _choice("use", "Hours", USES, "open"),
        _choice("season", "Season", SEASONS, "always"),
        _date("valid_from", "First day"),
        _date("valid_until", "Last day"),
        *(
            Column(
                f"day{number}",
                name,
                cells.say_opening,
                read_hours,
                (),
                wide=18,
                hint="Like 09:00 to 17:00 or 9-12, 1-5; empty is closed",
            )
            for number, name in enumerate(DAYS)
        ),
    ),
    "A row for when the venue is open; where it differs, one for when it is staffed, "
    "one for when we may use it, and one for a season, for some dates or for a room.",
)
CONTACTS = Kind(
    "Contacts",
    (
        VENUE,
        Column("role", "Role", free=True, needed=True, hint="Never a person's name"),
        Column("phone", "Phone"),
        Column("email", "E-mail", wide=28),
        Column("when", "When", free=True),
    ),
    "Whom to ring, by role and never by name.",
)
ENTRANCES = Kind(
    "Entrances",
    (VENUE, _name("name", "Entrance"), _truth("step_free", "Step-free")),
    "The ways in.",
)
WAITING = Kind(
    "Waiting spaces",
    (
        VENUE,
        _name("name", "Waiting space"),
        _number("seats", "Seats", 4),
        _name("entrance", "Entrance", needed=False, hint="The door it belongs to"),
    ),
    "Where people wait, and the door each place belongs to.",
)
FEATURES = Kind(
    "Features",
    (
        VENUE,
        ROOM,
        Column(
            "need",
            "Feature",
            needs.words,
            cells.read_choice(needs.NEEDS),
            needed=True,
            choices=tuple(needs.NEEDS.values()),
            wide=24,
        ),
        _truth("present", "There", empty=True),
        Column("note", "Note", free=True, wide=40),
    ),
    "What a venue or room has, or certainly has not.",
)
KINDS = (VENUES, ROOMS, HOURS, CONTACTS, ENTRANCES, WAITING, FEATURES)
PARTS = {
    "contacts": CONTACTS,
    "entrances": ENTRANCES,
    "waiting_spaces": WAITING,
    "features": FEATURES,
}
"""A venue's lists: the draft's field → the sheet."""
