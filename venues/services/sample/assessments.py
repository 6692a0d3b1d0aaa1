"""Sample data: what was found when venues and rooms were assessed, and incidents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta

from venues.database.models import Answer, Assessment, Incident
from venues.domain.proposal import Venue
from venues.domain.words import minutes, price
from venues.resources import table
from venues.services.sample.features import SURE
from venues.services.sample.places import Spot
from venues.services.sample.rooms import YEAR, Site
from venues.services.sample.rows import Rows

WEDNESDAY = 4
"""As a sum of weekdays: 1 for Monday, 2 for Tuesday, 4 for Wednesday."""

MINOR = frozenset({"S5", "S15", "C10", "A8", "A10", "W1", "W3"})
"""Criteria that no set makes mandatory: these fail more often."""

CLINIC = frozenset({"Bobbin Health Centre", "Orchard Health Centre"})
"""Where adults wait for a clinic on Wednesday mornings."""

FAILS, FAILS_CONTROLLED, FAILS_MINOR = 0.003, 0.05, 0.1
"""How often an answer is a poor one, by how grave and how easily mended that is."""

UNRECORDED = 0.15
"""How often what nobody recorded turns out badly when somebody looks."""

FORGOTTEN = 0.05
"""How often a visit leaves a question out."""

OFFICIAL = {
    "police station": {"C3": "no", "C4": "open book", "S8": "no", "A8": "no"},
    "court": {"C3": "no", "C4": "open book", "S8": "no", "A8": "no"},
    "school": {"C10": "no"},
}
"""Kind of venue → what is never good enough there."""

CONTROLS = {
    "C2": "Blinds must be down",
    "C4": "The worker signs in for everybody",
    "C6": "A sign on the door and a chair outside it",
    "S3": "Two workers, one by the door",
}
"""Criterion → the control a manager accepts when it fails."""

INCIDENTS = (
    ("Spinners Community Centre", 20, "The fire door was chained shut.", True, None),
    ("Docklands Community Centre", 9, "The yard gate did not lock.", False, None),
    ("Cloister Youth Centre", 70, "Another group came into the room.", False, 55),
    ("Minster Lane Library", 150, "A window was broken from outside.", False, 140),
)
"""Venue, days ago, what happened, whether it suspends, days ago it was closed."""


@dataclass(frozen=True, slots=True)
class Assessors:
    """Ids of who visits and who accepts controls."""

    coordinator: int
    manager: int


def add(
    rows: Rows,
    spots: Iterable[Spot],
    who: Assessors,
    criteria: Mapping[str, int],
    today: date,
) -> None:
    """Put down an assessment of each venue in use, and of each room visited.

    ``criteria`` maps the codes of the checklist to ids.
    """
    levels = {row["code"]: row["level"] for row in table("criteria")}
    kinds = {row["kind"]: row for row in table("sample/kinds")}
    sheet = Sheet(rows, criteria, who, today)
    venue_level = [
        row for row in table("sample/answers") if levels[row["code"]] != "room"
    ]
    room_level = [
        row for row in table("sample/answers") if levels[row["code"]] == "room"
    ]
    for spot in spots:
        if spot.venue.status == "candidate" or spot.visited is None:
            continue
        sheet.open(spot.venue.id, None, spot.visited)
        _answer_venue(sheet, spot, kinds[spot.kind], venue_level)
        for site in spot.sites:
            if site.visited is not None:
                sheet.open(spot.venue.id, site.room.id, site.visited)
                _answer_room(sheet, site, room_level)


class Sheet:
    """The assessment being filled in."""

    def __init__(
        self, rows: Rows, criteria: Mapping[str, int], who: Assessors, today: date
    ) -> None:
        self.rows = rows
        self._criteria = criteria
        self._who = who
        self._today = today
        self._id = 0
        self._left_out = ""

    def open(self, venue_id: int, room_id: int | None, made_on: date) -> None:
        """Begin an assessment; one of a whole venue may follow an earlier one."""
        earlier = None
        if room_id is None and self.rows.chance(0.1):
            earlier = self._visit(venue_id, None, made_on - YEAR, None)
        self._id = self._visit(venue_id, room_id, made_on, earlier)
        forgets = self.rows.chance(FORGOTTEN)
        self._left_out = self.rows.random.choice(("A6", "A7", "C2", "S3", "A5"))
        if not forgets:
            self._left_out = ""

    def _visit(
        self, venue_id: int, room_id: int | None, made_on: date, earlier: int | None
    ) -> int:
        return self.rows.add(
            Assessment,
            venue_id=venue_id,
            room_id=room_id,
            made_on=made_on,
            made_by=self._who.coordinator,
            review_by=made_on + YEAR,
            carried_from=earlier,
        )

    def write(
        self,
        row: Mapping[str, str],
        value: str,
        *,
        control: bool = True,
        **more: int | time | None,
    ) -> None:
        """Answer one criterion; one that fails may have a control that is accepted."""
        values: dict[str, object] = dict(more)
        if row["code"] == "S10":
            days = self.rows.random.randint(20, 200)
            values["found_on"] = self._today - timedelta(days=days)
        if value == row["poor"] and row["code"] in CONTROLS and control:
            values["control"] = CONTROLS[row["code"]]
            values["control_until"] = self._today + timedelta(days=150)
            values["accepted_by"] = self._who.manager
            values["accepted_on"] = self._today - timedelta(days=12)
        self.rows.add(
            Answer,
            assessment_id=self._id,
            criterion_id=self._criteria[row["code"]],
            value=value,
            evidence=row["evidence"],
            **values,
        )

    def drawn(
        self, row: Mapping[str, str], features: Mapping[str, bool], *, sure: bool
    ) -> str:
        """A good answer or now and then a poor one; what is recorded decides first."""
        draw = self.rows.random
        good = row["good"].split("|")
        if row["code"] == self._left_out and not sure:
            return ""
        if row["need"]:
            recorded = features.get(row["need"])
            if recorded is None:
                recorded = not self.rows.chance(UNRECORDED)
            return draw.choice(good) if recorded else row["poor"]
        chance = FAILS_MINOR if row["code"] in MINOR else FAILS
        if row["code"] in CONTROLS:
            chance = FAILS_CONTROLLED
        if row["poor"] and not sure and self.rows.chance(chance):
            return row["poor"]
        return draw.choice(good)


def _answer_venue(
    sheet: Sheet,
    spot: Spot,
    kind: Mapping[str, str],
    questions: Iterable[Mapping[str, str]],
) -> None:
    known = {
        "S9": kind["seen"],
        "W4": kind["label"],
        "S14": "our own building"
        if kind["agreement"] == "own building"
        else "seen on a date",
        "P2": _price(spot.venue),
        "P3": _booked(spot.venue),
        "P5": kind["agreement"],
        **OFFICIAL.get(spot.kind, {}),
    }
    for code, need in (("A1", "step-free"), ("A8", "quiet-space")):
        if any(site.room.features.get(need) for site in spot.sites):
            known[code] = "yes"
    for row in questions:
        code = row["code"]
        value = known.get(code) or sheet.drawn(
            row, spot.venue.features, sure=spot.venue.name in SURE
        )
        if code == "S11":
            for entrance_id in spot.entrances:
                sheet.write(row, value, entrance_id=entrance_id)
        elif value:
            sheet.write(row, value, control=spot.kind not in OFFICIAL)
        if code == "S8" and spot.venue.name in CLINIC:
            sheet.write(row, "no", weekdays=WEDNESDAY, opens=time(9), closes=time(12))


def _answer_room(
    sheet: Sheet, site: Site, questions: Iterable[Mapping[str, str]]
) -> None:
    room = site.room
    known = {
        "A3": {"stairs": "stairs only"}.get(room.reached_by, room.reached_by),
        "C1": str(site.sound),
        "P1": ", ".join(f"{layout} {number}" for layout, number in room.seats.items()),
    }
    for row in questions:
        value = known.get(row["code"]) or sheet.drawn(
            row, room.features, sure=room.venue.name in SURE
        )
        if value:
            sheet.write(row, value)


def _price(venue: Venue) -> str:
    if not venue.min_hire:
        return price(venue.rate)
    return f"{price(venue.rate)}, {minutes(venue.min_hire)} at least"


def _booked(venue: Venue) -> str:
    if not venue.by_request:
        return "instant"
    return f"by request, with {venue.notice_days} days' notice"


def add_incidents(
    rows: Rows, spots: Iterable[Spot], who: Assessors, today: date
) -> None:
    """Put down what happened at some venues, settled or not."""
    ids = {spot.venue.name: spot.venue.id for spot in spots}
    for name, ago, words, suspends, closed in INCIDENTS:
        rows.add(
            Incident,
            venue_id=ids[name],
            happened_on=today - timedelta(days=ago),
            words=words,
            suspends=suspends,
            recorded_by=who.coordinator,
            closed_on=None if closed is None else today - timedelta(days=closed),
            closed_by=None if closed is None else who.manager,
        )
