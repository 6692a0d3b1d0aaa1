"""The places to which one booking could go, judged by every rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from venues.database import facts
from venues.domain import rules, telling
from venues.domain.findings import Finding, gravest
from venues.domain.period import Period
from venues.domain.proposal import Appointment, Day, Room, Span
from venues.domain.rules import no_go
from venues.services import finding
from venues.services.bookings import examined
from venues.services.finding import Misfit
from venues.services.other_starts import OtherStarts
from venues.services.rehousing.ground import Ground, Leaving
from venues.services.rehousing.values import REACH, Closing, Target

CHARGE = "R30"
"""What giving a room up costs is the same wherever a booking goes: it is told, and
keeps nobody where they cannot stay."""


STARTS = 3
"""Other starts that are looked at in one room: those nearest to the one it has."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A target that the rules allow, with what each of them had to say.

    ``warned`` says that somebody has to agree to it first.
    """

    target: Target
    findings: tuple[Finding, ...]

    @property
    def warned(self) -> bool:
        """Whether it is only for choosing by hand, with a reason."""
        return bool(self.target.rules)


def same_time(ground: Ground, leaving: Leaving) -> list[Fit]:
    """The rooms that fit at the time it is at, in order of their ids."""
    asked = leaving.asked
    if asked is None:
        return []
    return _fits(ground, leaving, asked, list(_places(ground, leaving, asked)))


def other_times(ground: Ground, leaving: Leaving) -> list[Fit]:
    """Other starts that day in rooms within reach, from the ends of what is in the way.

    Of a place that is refused for a person at the time it is at, none: another time
    there would say when the other one leaves.
    """
    asked = leaving.asked
    if asked is None:
        return []
    rooms = [
        room
        for room in within_reach(ground, leaving)
        if not _for_a_person(ground, leaving, asked, room)
    ]
    days = {room.id: ground.day(room, asked.period.day) for room in rooms}
    judged = finding.Judged(ground.catalogue, asked, leaving.about, tuple(rooms), days)
    starts = OtherStarts(judged, ground.now)
    places: dict[datetime, list[tuple[Room, ...]]] = defaultdict(list)
    for room in rooms:
        others = [each for each in starts.of(room) if _may_be(ground, asked, each)]
        for start in sorted(others, key=lambda each: moved_by(leaving, each))[:STARTS]:
            then = _at(asked, start)
            if there := _with_others(ground, leaving, then, room):
                places[start].append(there)
    return [
        fit
        for start, some in sorted(places.items())
        for fit in _fits(ground, leaving, _at(asked, start), some)
    ]


def _may_be(ground: Ground, asked: Appointment, start: datetime) -> bool:
    return start != asked.period.starts and start > ground.now


def _at(asked: Appointment, start: datetime) -> Appointment:
    return replace(asked, period=Period.lasting(start, asked.period.minutes))


def misfits(ground: Ground, leaving: Leaving) -> tuple[Misfit, ...]:
    """The rooms within reach that do not fit at its time, with what is told of why."""
    asked = leaving.asked
    if asked is None:
        return ()
    found = []
    rooms = [
        (room,)
        for room in within_reach(ground, leaving)
        if not _left(ground, leaving, room)
    ]
    for (room, *_), findings in _surveyed(ground, leaving, asked, rooms):
        said = _told(leaving, findings)
        if refusals := tuple(each for each in said if each.refuses):
            found.append(Misfit(room, metres(leaving, room), said, gravest(refusals)))
    return tuple(found)


def within_reach(ground: Ground, leaving: Leaving) -> list[Room]:
    """Rooms in use near enough to where it is, itself among them, by id."""
    return [
        room
        for _, room in sorted(ground.catalogue.rooms.items())
        if room.bookable and _near(leaving.rooms[0], room)
    ]


def metres(leaving: Leaving, room: Room) -> int | None:
    """How far the room is from where the booking is now; None where nobody knows."""
    one, other = leaving.rooms[0].venue.point, room.venue.point
    if leaving.rooms[0].venue.id == room.venue.id:
        return 0
    return round(one.distance_to(other)) if one and other else None


def _near(here: Room, room: Room) -> bool:
    if here.venue.id == room.venue.id:
        return True
    one, other = here.venue.point, room.venue.point
    if one is None or other is None:
        return here.venue.authority_id == room.venue.authority_id
    return one.distance_to(other) <= REACH


def _left(ground: Ground, leaving: Leaving, room: Room) -> bool:
    """Whether that is the room it has to leave, of which nothing need be said."""
    if isinstance(ground.cause, Closing) and ground.cause.room_id is None:
        return room.venue.id == ground.cause.venue_id
    return room.id == leaving.rooms[0].id


def _places(
    ground: Ground, leaving: Leaving, asked: Appointment
) -> Iterator[tuple[Room, ...]]:
    """Main rooms that hours and holds leave free, with those beside them."""
    stays = not isinstance(ground.cause, Closing)
    for room in within_reach(ground, leaving):
        if stays and room.id == leaving.rooms[0].id:
            continue  # somewhere else is what is asked for
        if not _free(ground.day(room, asked.period.day), asked.hold(room)):
            continue
        if places := _with_others(ground, leaving, asked, room):
            yield places


def _with_others(
    ground: Ground, leaving: Leaving, asked: Appointment, main: Room
) -> tuple[Room, ...]:
    """The room with as many beside it as are needed; nothing where there are not.

    They are those it has now, and else the first of the same venue that are free.
    """
    needed = len(leaving.rooms) - 1
    if not needed:
        return (main,)
    found, taken = [main], set(main.space_ids)
    ids = [room.id for room in leaving.rooms[1:]]
    there = [
        room
        for room in ground.catalogue.rooms.values()
        if room.venue.id == main.venue.id and room.bookable
    ]
    for room in sorted(there, key=lambda room: (room.id not in ids, room.id)):
        if len(found) > needed:
            break
        if not taken.isdisjoint(room.space_ids):
            continue
        if _free(ground.day(room, asked.period.day), asked.hold(room)):
            found.append(room)
            taken |= set(room.space_ids)
    return tuple(found) if len(found) > needed else ()


def _free(day: Day, hold: Span) -> bool:
    starts, ends = hold
    return any(
        each.starts <= starts and ends <= each.ends for each in day.usable
    ) and not any(each.starts < ends and starts < each.ends for each in day.busy)


def _surveyed(
    ground: Ground,
    leaving: Leaving,
    asked: Appointment,
    places: Sequence[tuple[Room, ...]],
) -> Iterator[tuple[tuple[Room, ...], tuple[Finding, ...]]]:
    """Each of them with what every rule says of it."""
    day = asked.period.day
    if len(leaving.rooms) > 1:
        for rooms in places:
            days = {room.id: ground.day(room, day) for room in rooms}
            wanted = _waiting(leaving, asked, rooms)
            yield rooms, examined(wanted, rooms, days, leaving.about)
        return
    mains = [rooms[0] for rooms in places]
    days = {room.id: ground.day(room, day) for room in mains}
    proposals = facts.proposals(asked, mains, days, leaving.about)
    yield from zip(places, rules.survey(proposals), strict=True)


def _waiting(
    leaving: Leaving, asked: Appointment, rooms: Sequence[Room]
) -> Appointment:
    """Whoever waits does so in the room that takes the place of the one before."""
    waiting = asked.meeting.waiting_ids
    if not waiting:
        return asked
    pairs = zip(leaving.rooms, rooms, strict=False)
    ids = tuple(new.id for old, new in pairs if old.id in waiting)
    return replace(asked, meeting=replace(asked.meeting, waiting_ids=ids))


def _fits(
    ground: Ground,
    leaving: Leaving,
    asked: Appointment,
    places: Sequence[tuple[Room, ...]],
) -> list[Fit]:
    """Those of the places that no rule refuses."""
    found = []
    for rooms, findings in _surveyed(ground, leaving, asked, places):
        open_ = [each for each in findings if not _passes(ground, leaving, each)]
        if any(each.refuses for each in open_):
            continue
        told = _told(leaving, open_)
        target = Target(
            rooms=rooms,
            period=asked.period,
            metres=metres(leaving, rooms[0]),
            pence=rooms[0].cost(asked.period.minutes),
            warnings=tuple(dict.fromkeys(each.message for each in told)),
            rules=tuple(dict.fromkeys(each.rule for each in open_)),
        )
        found.append(Fit(target, findings))
    return found


def _passes(ground: Ground, leaving: Leaving, found: Finding) -> bool:
    """Whether it need not be agreed to, or has been."""
    if not (found.refuses or found.acceptable):
        return True
    return _agreed(ground, leaving, found)


def _agreed(ground: Ground, leaving: Leaving, found: Finding) -> bool:
    """Whether it has been agreed to, or stands against it where it is as well."""
    given = leaving.request.accepted.get(found.rule, "").strip()
    if found.refuses:
        return bool(given) and found.overridable and ground.viewer.overrides
    stood = (found.rule, found.message) in leaving.stood
    return bool(given) or stood or found.rule == CHARGE


def _told(leaving: Leaving, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings as the viewer may have them."""
    found = tuple(findings)
    if leaving.hidden:
        plain = telling.to_a_keeper(found, {telling.NAME})
        found = plain if len(plain) == len(found) else (telling.ASKED, *plain)
    return no_go.tellable(found)


def _for_a_person(
    ground: Ground, leaving: Leaving, asked: Appointment, room: Room
) -> bool:
    day = ground.day(room, asked.period.day)
    proposal = facts.proposal(asked, room, day, leaving.about)
    return rules.refused(proposal, (NO_GO,))


NO_GO = no_go.NoGo()


def moved_by(leaving: Leaving, starts: datetime) -> int:
    """By how many minutes a start differs from the one it has."""
    return abs(starts - leaving.request.period.starts) // timedelta(minutes=1)
