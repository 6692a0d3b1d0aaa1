"""Makes the best plan for all bookings that have to go, and changes it by hand.

``make`` reads and judges; the other functions go by what it read, and are quick.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from time import monotonic

from sqlalchemy.orm import Session

from venues.domain.people import Viewer
from venues.domain.rehousing import search
from venues.domain.rehousing.values import Displaced, Placement
from venues.errors import NotFound
from venues.services.progress import Progress, quiet
from venues.services.rehousing import (
    affected,
    ground,
    looking,
    options,
    takers,
    wording,
)
from venues.services.rehousing.ground import Ground, Leaving
from venues.services.rehousing.interplay import Interplay
from venues.services.rehousing.looking import Looked
from venues.services.rehousing.options import Fit
from venues.services.rehousing.values import (
    Away,
    Cause,
    Choice,
    Choices,
    Line,
    Obstacle,
    Outcome,
    Plan,
    Target,
)

SECONDS = 2.0
"""How long the search may take in all; then the best found so far stands."""

Fits = dict[int, list[Fit]]


@dataclass(slots=True)
class Basis:
    """What a plan was made from: for the services alone."""

    ground: Ground
    interplay: Interplay
    fits: Fits
    later: set[int]
    """The bookings for which other starts have been looked at as well."""
    heading: tuple[str, str]


def make(
    session: Session,
    cause: Cause,
    viewer: Viewer,
    *,
    now: datetime,
    looked: Looked | None = None,
    progress: Progress = quiet,
    clock: Callable[[], float] = monotonic,
) -> Plan:
    """The best plan, in a unit of work that only reads; it may take a second or two.

    ``progress`` is told how far it is, and stops it by raising.

    Raises:
        NotAllowed: they keep neither that place nor that colleague, or did not look.
        NotFound: there is no such place, booking or colleague, or it is not theirs.
    """
    ids = affected.find(session, cause, viewer, now=now)
    looking.check(cause, viewer, looked)
    read = ground.read(session, cause, ids, viewer, now=now, progress=progress)
    if isinstance(cause, Away):
        fits = takers.find(session, read, cause, viewer, progress)
    else:
        fits = _same_time(read, progress)
    basis = Basis(read, Interplay(read), fits, set(), affected.title(session, cause))
    return _planned(basis, {}, clock)


def choose(plan: Plan, booking_id: int, target: Target, reason: str = "") -> Plan:
    """The same with that booking at that place; the rest is planned around it.

    ``reason`` is why its warnings are passed. Where it does not go together with other
    choices made by hand, the plan names them as ``clashing``.

    Raises:
        NotFound: it is no place that was offered for the booking.
    """
    if target.key not in {each.key for each in choices(plan, booking_id).targets}:
        raise NotFound("That is not among its places any more. Look at them again.")
    choice = Choice(target=target, reason=reason.strip())
    return _again(plan, {**plan.choices, booking_id: choice})


def leave_out(plan: Plan, booking_id: int) -> Plan:
    """The same with that booking left where it is."""
    plan.line(booking_id)
    return _again(plan, {**plan.choices, booking_id: Choice()})


def let_plan(plan: Plan, booking_id: int) -> Plan:
    """The same without what was chosen for that booking by hand."""
    left = {id_: each for id_, each in plan.choices.items() if id_ != booking_id}
    return _again(plan, left)


def choices(plan: Plan, booking_id: int) -> Choices:
    """All places to which that booking could go, the nearest to its time first."""
    basis: Basis = plan.ground
    leaving = _leaving(basis, booking_id)
    _look_later(basis, [leaving])
    ranked = sorted(basis.fits[booking_id], key=lambda fit: _order(leaving, fit))
    return Choices(
        line=plan.line(booking_id),
        targets=tuple(takers.plain(fit.target) for fit in ranked),
        obstacles=_obstacles(basis, leaving),
    )


def _again(plan: Plan, chosen: Mapping[int, Choice]) -> Plan:
    return _planned(plan.ground, dict(chosen), monotonic)


def _same_time(read: Ground, progress: Progress) -> Fits:
    number = len(read.leaving)
    found: Fits = {}
    for n, leaving in enumerate(read.leaving):
        progress(number + n, 2 * number)
        found[leaving.id] = options.same_time(read, leaving)
    return found


def _planned(
    basis: Basis, chosen: dict[int, Choice], clock: Callable[[], float]
) -> Plan:
    placement = _place(basis, chosen, clock)
    leaving = basis.ground.leaving
    targets = {
        each.id: _target(basis, each, placement, chosen.get(each.id))
        for each in leaving
    }
    together = wording.shared(leaving, targets)
    title, when = basis.heading
    lines = [
        _line(basis, each, targets[each.id], chosen.get(each.id), together)
        for each in leaving
    ]
    return Plan(
        cause=basis.ground.cause,
        title=title,
        when=when,
        lines=tuple(
            sorted(lines, key=lambda each: (each.seen.starts, each.booking_id))
        ),
        proven=placement.proven,
        clashing=placement.impossible,
        choices=chosen,
        ground=basis,
    )


def _place(
    basis: Basis, chosen: Mapping[int, Choice], clock: Callable[[], float]
) -> Placement:
    """Search; where all of a group do not go at their time, look at other starts too.

    A group that goes at its time cannot be better off with other starts.
    """
    left = SECONDS
    while True:
        bookings = [displaced(basis, each, chosen) for each in basis.ground.leaving]
        began = clock()
        until = began + left
        found = search.place(bookings, late=lambda until=until: clock() > until)  # type: ignore[misc]
        left -= clock() - began
        poor = _poor(basis, found)
        if not poor:
            return found
        _look_later(basis, poor)


def _poor(basis: Basis, found: Placement) -> list[Leaving]:
    """Bookings that might be better off if other starts were looked at."""
    if isinstance(basis.ground.cause, Away):
        return []
    short = {
        id_
        for group in found.groups
        if any((place := found.places[id_]) is None or place.later for id_ in group)
        for id_ in group
    }
    return [
        each
        for each in basis.ground.leaving
        if each.id in short and each.id not in basis.later
    ]


def _look_later(basis: Basis, some: list[Leaving]) -> None:
    for leaving in some:
        if leaving.id not in basis.later and not isinstance(basis.ground.cause, Away):
            basis.later.add(leaving.id)
            basis.fits[leaving.id] += options.other_times(basis.ground, leaving)


def displaced(
    basis: Basis, leaving: Leaving, chosen: Mapping[int, Choice]
) -> Displaced:
    """A booking as the search wants it, fixed where somebody chose by hand."""
    choice = chosen.get(leaving.id)
    if choice is None:
        fits = [fit for fit in basis.fits[leaving.id] if not fit.warned]
        return basis.interplay.displaced(leaving, fits)
    fits = []
    if choice.target is not None:
        fits = [
            fit for fit in basis.fits[leaving.id] if fit.target.key == choice.target.key
        ]
    return replace(basis.interplay.displaced(leaving, fits), fixed=True)


def _target(
    basis: Basis, leaving: Leaving, placement: Placement, choice: Choice | None
) -> Target | None:
    place = placement.places[leaving.id]
    if place is None:
        return None
    if choice is not None:
        return choice.target
    return next(
        fit.target
        for fit in basis.fits[leaving.id]
        if basis.interplay.option(leaving, fit.target).ids == place.ids
    )


def _line(
    basis: Basis,
    leaving: Leaving,
    target: Target | None,
    choice: Choice | None,
    together: Mapping[int, bool],
) -> Line:
    fits = basis.fits[leaving.id]
    found: tuple[Obstacle, ...] = ()
    if choice is not None and choice.target is None:
        outcome, why = Outcome.LEFT_OUT, wording.STAYS
    elif target is None:
        outcome, found = Outcome.NOWHERE, _obstacles(basis, leaving)
        why = wording.nowhere(leaving, fits, found)
        if isinstance(basis.ground.cause, Away) and not fits and not leaving.why_not:
            why = wording.NOBODY
    else:
        same = target.period == leaving.request.period
        outcome = Outcome.SAME_TIME if same else Outcome.OTHER_TIME
        shared = together.get(leaving.id, False)
        why = wording.why(leaving, target, fits, shared=shared)
        if choice is not None:
            why = f"{wording.BY_HAND}: {why}"
    return Line(
        booking_id=leaving.id,
        seen=leaving.seen,
        room=leaving.rooms[0],
        outcome=outcome,
        target=takers.plain(target) if target else None,
        why=why,
        obstacles=found,
        by_hand=choice is not None,
    )


def _obstacles(basis: Basis, leaving: Leaving) -> tuple[Obstacle, ...]:
    if isinstance(basis.ground.cause, Away):
        return ()
    return wording.obstacles(options.misfits(basis.ground, leaving))


def _leaving(basis: Basis, booking_id: int) -> Leaving:
    found = (each for each in basis.ground.leaving if each.id == booking_id)
    if (leaving := next(found, None)) is None:
        raise NotFound("That booking is not part of this plan.")
    return leaving


def _order(leaving: Leaving, fit: Fit) -> tuple[object, ...]:
    target = fit.target
    far = float("inf") if target.metres is None else target.metres
    moved = options.moved_by(leaving, target.period.starts)
    return fit.warned, moved, far, target.pence, target.room.id, target.worker_ids
