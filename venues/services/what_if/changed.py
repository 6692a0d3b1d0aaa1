"""The catalogue as it would be: a copy in memory, which nothing writes down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time

from venues.database.catalogue import Catalogue
from venues.domain.checklist import Question
from venues.domain.needs import NEEDS
from venues.domain.opening import Stretch
from venues.domain.places import Point
from venues.domain.proposal import LAYOUTS, Room, Venue
from venues.domain.record import Part, Record, Reply
from venues.domain.what_if import (
    AddRooms,
    Change,
    CloseVenue,
    FixCriterion,
    HirePrice,
    OpenLonger,
)
from venues.errors import NotFound, WrongInput
from venues.services.what_if import flawless

USES = ("open", "usable", "staffed")
MOST_ROOMS = 20
HIGHEST = 100_000
"""Pence for an hour; more is a slip of the finger."""


@dataclass(slots=True)
class Changed:
    """The catalogue with changes: ``touched`` rooms, venues that are ``gone``.

    ``cheaper`` are rooms whose hire costs less than before.
    """

    catalogue: Catalogue
    touched: set[int] = field(default_factory=set)
    gone: set[int] = field(default_factory=set)
    cheaper: set[int] = field(default_factory=set)
    made: int = 0


def make(
    catalogue: Catalogue,
    changes: Sequence[Change],
    today: date,
    towns: Mapping[str, Point],
) -> Changed:
    """The catalogue with all the changes; ``towns`` are the middles of places.

    Raises:
        NotFound: a venue or a town is not known.
        WrongInput: a number cannot be.
    """
    found = Changed(
        replace(
            catalogue,
            venues=dict(catalogue.venues),
            rooms=dict(catalogue.rooms),
            stretches=dict(catalogue.stretches),
            _days={},
        )
    )
    for change in changes:
        match change:
            case AddRooms():
                _add(found, change, today, towns)
            case OpenLonger():
                _open(found, change)
            case FixCriterion():
                _fix(found, change, today)
            case CloseVenue():
                _close(found, change)
            case HirePrice():
                _price(found, change)
    return found


def towns_of(catalogue: Catalogue) -> dict[str, tuple[Point, int]]:
    """Town → the middle of its venues and their authority, for all that are known."""
    places: dict[str, list[Venue]] = {}
    for venue in catalogue.venues.values():
        if venue.town and venue.point is not None:
            places.setdefault(venue.town, []).append(venue)
    return {
        town: (_middle(venues), venues[0].authority_id)
        for town, venues in sorted(places.items())
    }


def _middle(venues: Sequence[Venue]) -> Point:
    points = [venue.point for venue in venues if venue.point is not None]
    return Point(
        round(sum(each.easting for each in points) / len(points)),
        round(sum(each.northing for each in points) / len(points)),
    )


def _add(
    found: Changed, change: AddRooms, today: date, towns: Mapping[str, Point]
) -> None:
    if not 1 <= change.number <= MOST_ROOMS:
        raise WrongInput(f"Between 1 and {MOST_ROOMS} rooms.", "number")
    if not 0 <= change.pence <= HIGHEST:
        raise WrongInput("Type a price between £0 and £1,000 an hour.", "pence")
    _check_hours(change)
    catalogue = found.catalogue
    venue = _new_venue(found, change, towns)
    catalogue.venues[venue.id] = venue
    needs = {need: need not in change.lacking for need in NEEDS}
    record = flawless.record(catalogue, today, change.lacking)
    for _ in range(change.number):
        found.made += 1
        id_ = -found.made
        catalogue.rooms[id_] = Room(
            id=id_,
            name=f"New room {found.made}",
            venue=venue,
            space_ids=(id_,),
            seats=dict.fromkeys(LAYOUTS, change.seats),
            capacity=change.seats,
            rate=change.pence,
            features=needs,
            record=record,
        )
        catalogue.stretches[venue.id, id_] = _stretches(change)
        found.touched.add(id_)


def _new_venue(found: Changed, change: AddRooms, towns: Mapping[str, Point]) -> Venue:
    """The venue that is there, or one of its own in the middle of the town."""
    catalogue = found.catalogue
    if change.venue_id is not None:
        return _venue(catalogue, change.venue_id)
    known = towns_of(catalogue)
    if change.town not in known and change.town not in towns:
        raise NotFound(f"No venue is in {change.town}, so nobody knows where it is.")
    point, authority_id = known.get(change.town, (towns.get(change.town), None))
    if authority_id is None:
        nearest = min(
            (each for each in catalogue.venues.values() if each.point and point),
            key=lambda each: point.distance_to(each.point),  # type: ignore[union-attr, arg-type]
        )
        authority_id = nearest.authority_id
    return Venue(
        id=-1000 - found.made,
        name=f"New place in {change.town}",
        town=change.town,
        authority=catalogue.authorities[authority_id].name,
        authority_id=authority_id,
        status="active",
        point=towns.get(change.town, point),
        features={need: need not in change.lacking for need in NEEDS},
        rate=change.pence,
        waiting=2,
    )


def _open(found: Changed, change: OpenLonger) -> None:
    """Longer hours of every use that is on record; of a room with its own as well."""
    _check_hours(change)
    catalogue, venue = found.catalogue, _venue(found.catalogue, change.venue_id)
    places: list[tuple[int, int | None]] = [(venue.id, None)]
    for room in _rooms(catalogue, venue.id):
        found.touched.add(room.id)
        places.append((venue.id, room.id))
    for place in places:
        known = catalogue.stretches.get(place)
        if known is None and place[1] is not None:
            continue
        uses = {each.use for each in known or ()} | {"open"}
        more = [each for each in _stretches(change) if each.use in uses]
        catalogue.stretches[place] = _joined([*(known or ()), *more])


def _joined(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Hours that overlap made one, so that an appointment may lie across the seam."""
    done: list[Stretch] = []
    for each in sorted(stretches, key=lambda each: each.order):
        last = done[-1] if done else None
        alike = last is not None and (
            last._replace(opens=time(), closes=time())
            == each._replace(opens=time(), closes=time())
        )
        if last is not None and alike and each.opens <= last.closes:
            done[-1] = last._replace(closes=max(last.closes, each.closes))
        else:
            done.append(each)
    return done


def _stretches(change: AddRooms | OpenLonger) -> list[Stretch]:
    return [
        Stretch(weekday, use, change.opens, change.closes)
        for weekday in change.weekdays
        for use in USES
    ]


def _fix(found: Changed, change: FixCriterion, today: date) -> None:
    """The criterion met at the venue, or in every room of it that was looked at."""
    catalogue, venue = found.catalogue, _venue(found.catalogue, change.venue_id)
    question = catalogue.assessed.checklist.questions.get(change.code)
    if change.code and question is None:
        raise NotFound("That criterion is no longer asked.")
    fresh: dict[int, Part] = {}

    def again(part: Part, level: str) -> Part:
        if id(part) not in fresh:
            fresh[id(part)] = _put_right(catalogue, part, question, level, today)
        return fresh[id(part)]

    for room in _rooms(catalogue, venue.id):
        record = Record(
            again(room.record.venue, "venue"),
            again(room.record.room, "room"),
            room.record.happenings,
            room.record.limits,
        )
        meets = question.meets if question is not None else ()
        features = {**room.features, **{each.need: True for each in meets}}
        catalogue.rooms[room.id] = replace(room, record=record, features=features)
        found.touched.add(room.id)


def _put_right(
    catalogue: Catalogue,
    part: Part,
    question: Question | None,
    level: str,
    today: date,
) -> Part:
    """The same answers with a good one in the place of that; or a visit made today."""
    if question is None:
        visit = flawless.visit(catalogue, today) if part.visit is not None else None
        return Part(visit, part.replies)
    if (question.level == "room") != (level == "room"):
        return Part(part.visit, part.replies)
    good = Reply(flawless.good(catalogue, question), found_on=today)
    return Part(part.visit, {**part.replies, question.code: (good,)})


def _close(found: Changed, change: CloseVenue) -> None:
    venue = _venue(found.catalogue, change.venue_id)
    found.gone.add(venue.id)
    shut = replace(venue, status="retired")
    found.catalogue.venues[venue.id] = shut
    for room in _rooms(found.catalogue, venue.id):
        found.catalogue.rooms[room.id] = replace(room, venue=shut)
        found.touched.discard(room.id)


def _price(found: Changed, change: HirePrice) -> None:
    if not 0 <= change.pence <= HIGHEST:
        raise WrongInput("Type a price between £0 and £1,000 an hour.", "pence")
    venue = _venue(found.catalogue, change.venue_id)
    for room in _rooms(found.catalogue, venue.id):
        if change.pence < room.rate:
            found.cheaper.add(room.id)
            found.touched.add(room.id)
        found.catalogue.rooms[room.id] = replace(room, rate=change.pence)


def _venue(catalogue: Catalogue, id_: int) -> Venue:
    if id_ not in catalogue.venues:
        raise NotFound("That venue is no longer there.")
    return catalogue.venues[id_]


def _rooms(catalogue: Catalogue, venue_id: int) -> list[Room]:
    return [room for room in catalogue.rooms.values() if room.venue.id == venue_id]


def _check_hours(change: AddRooms | OpenLonger) -> None:
    if not change.weekdays:
        raise WrongInput("Choose the days of the week.", "weekdays")
    if change.closes <= change.opens:
        raise WrongInput("It closes before it opens. Choose a later end.", "closes")
    if change.opens.minute % 5 or change.closes.minute % 5:
        raise WrongInput("Choose times in steps of five minutes.", "opens")
