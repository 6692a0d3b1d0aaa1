"""Groups of neighbouring venues: which there are, and which distance proposes.

People are kept apart over all venues of a group, since they share a street, a car park
or a stop.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.models import Cluster, Venue
from venues.domain import proposal
from venues.domain.people import Viewer
from venues.domain.places import Point
from venues.errors import Stale, WrongInput
from venues.services.venue_checks import LONGEST_NAME
from venues.services.venue_editing import cluster_id, may_edit

MOST_PAIRS = 3
"""Distances that are told of a group; the nearest."""


class Pair(NamedTuple):
    """Two venues and the metres between them, in a straight line."""

    metres: int
    one: str
    other: str


class Close(NamedTuple):
    """A venue near a place: metres, its name, and its group if it has one."""

    metres: int
    name: str
    group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Venues that are neighbours, or would be: ids and names in the same order.

    ``name`` is that of the group, or one to begin with. ``before`` are the groups that
    its venues are in now, nothing for none; ``near`` the nearest pairs.
    """

    name: str
    ids: tuple[int, ...]
    names: tuple[str, ...]
    before: tuple[str, ...]
    near: tuple[Pair, ...] = ()

    @property
    def proposed(self) -> bool:
        """Whether its venues are not all in that group yet."""
        return set(self.before) != {self.name}

    @property
    def opened(self) -> dict[int, str]:
        """Venue id → the group it is in now."""
        return dict(zip(self.ids, self.before, strict=True))


def read(session: Session) -> tuple[Group, ...]:
    """The groups that distance proposes, then those there are, each by name.

    Retired venues and those without a position are proposed nothing.
    """
    catalogue = catalogues.read(session)
    names = _names(session)
    members: dict[str, list[proposal.Venue]] = defaultdict(list)
    for venue in catalogue.venues.values():
        if venue.cluster_id is not None:
            members[names[venue.cluster_id]].append(venue)
    limit = catalogue.numbers.cluster_metres
    near = _near(catalogue.venues.values(), limit, names)
    there = [_group(name, venues, names, ()) for name, venues in members.items()]
    return (
        *sorted(
            (group for group in near if group.proposed), key=lambda group: group.names
        ),
        *sorted(there, key=lambda group: group.name.casefold()),
    )


def close_to(
    session: Session, point: Point, *, but: int | None = None
) -> tuple[Close, ...]:
    """The venues near a place, the nearest first; ``but`` is the one that is there."""
    catalogue = catalogues.read(session)
    names = _names(session)
    found = [
        Close(metres, venue.name, names.get(venue.cluster_id or 0, ""))
        for venue in catalogue.venues.values()
        if venue.id != but
        and venue.status != "retired"
        and venue.point is not None
        and (metres := round(point.distance_to(venue.point)))
        <= catalogue.numbers.cluster_metres
    ]
    return tuple(sorted(found))


def assign(
    session: Session,
    wanted: Mapping[int, str],
    viewer: Viewer,
    *,
    opened: Mapping[int, str],
) -> None:
    """Put each venue into the group of that name, made if there is none.

    No name takes a venue out of its group; a group without venues goes.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        WrongInput: the name is too long; the field is "name".
        Stale: one of the venues is no longer in the group it was ``opened`` in.
    """
    may_edit(viewer)
    names = _names(session)
    venues = session.scalars(select(Venue).where(Venue.id.in_(sorted(wanted)))).all()
    now = {venue.id: names.get(venue.cluster_id or 0, "") for venue in venues}
    if now != {id_: opened[id_] for id_ in wanted}:
        raise Stale(
            "Somebody else changed these groups since you opened them. "
            "Look at them again before you save."
        )
    for name in wanted.values():
        if len(name) > LONGEST_NAME:
            raise WrongInput(f"Shorten the name to {LONGEST_NAME} characters.", "name")
    for venue in venues:
        venue.cluster_id = cluster_id(session, " ".join(wanted[venue.id].split()))
    session.flush()
    used = select(Venue.cluster_id).where(Venue.cluster_id.is_not(None))
    for empty in session.scalars(select(Cluster).where(Cluster.id.not_in(used))):
        session.delete(empty)
    session.flush()


def _names(session: Session) -> dict[int, str]:
    rows = session.execute(select(Cluster.id, Cluster.name))
    return {id_: name for id_, name in rows}  # noqa: C416 - typed rows, not tuples


def _near(
    venues: Iterable[proposal.Venue], limit: int, names: Mapping[int, str]
) -> Iterator[Group]:
    """Venues of which each is near another one."""
    placed = {
        venue.id: (venue, venue.point)
        for venue in venues
        if venue.status != "retired" and venue.point is not None
    }
    together = {id_: {id_} for id_ in placed}
    pairs = list(_pairs({id_: point for id_, (_, point) in placed.items()}, limit))
    for _, one, other in pairs:
        if together[one] is not together[other]:
            both = together[one] | together[other]
            for id_ in both:
                together[id_] = both
    for ids in {id(each): each for each in together.values()}.values():
        if len(ids) > 1:
            near = sorted(
                Pair(metres, placed[one][0].name, placed[other][0].name)
                for metres, one, other in pairs
                if one in ids
            )
            members = [placed[id_][0] for id_ in ids]
            yield _group("", members, names, tuple(near[:MOST_PAIRS]))


def _pairs(points: Mapping[int, Point], limit: int) -> Iterator[tuple[int, int, int]]:
    """Metres and ids of every two that are near; squares keep far ones apart."""
    squares: dict[tuple[int, int], list[int]] = defaultdict(list)
    for id_, point in points.items():
        east, north = point.easting // limit, point.northing // limit
        for square in ((east + e, north + n) for e in (-1, 0, 1) for n in (-1, 0, 1)):
            for other in squares.get(square, ()):
                metres = round(point.distance_to(points[other]))
                if metres <= limit:
                    yield metres, other, id_
        squares[east, north].append(id_)


def _group(
    name: str,
    venues: Iterable[proposal.Venue],
    names: Mapping[int, str],
    near: tuple[Pair, ...],
) -> Group:
    """The venues as a group; one that has no name takes that of most of them."""
    order = sorted(venues, key=lambda venue: (venue.name.casefold(), venue.id))
    before = tuple(names.get(venue.cluster_id or 0, "") for venue in order)
    known = [each for each in before if each]
    usual = max(known, key=known.count) if known else f"Near {order[0].name}"
    return Group(
        name=name or usual[:LONGEST_NAME],
        ids=tuple(venue.id for venue in order),
        names=tuple(venue.name for venue in order),
        before=before,
        near=near,
    )
