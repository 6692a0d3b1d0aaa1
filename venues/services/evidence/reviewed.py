"""Whether rooms were looked at within the last year."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select

from venues.database.models import Assessment
from venues.domain.figures import Definition, Part, Split, Tally, Tallying, Unit
from venues.domain.record import months_after
from venues.services.evidence.ground import Ground

STATE = "state"
CURRENT, OVERDUE, NEVER = "current", "overdue", "never"

DEFINITION = Definition(
    key="reviews",
    title="Rooms with a current assessment",
    words=(
        "Rooms in use that were assessed, and their venue too, within the last 12 "
        "months (or as many as Settings say) and before the day by which they were to "
        "be reviewed. As it stood on the last day of the period, or today."
    ),
    unit=Unit.SHARE,
    things="rooms",
    of_people=False,
    splits=(
        Split(
            STATE,
            "Reviews",
            ((CURRENT, "Current"), (OVERDUE, "Overdue"), (NEVER, "Never assessed")),
            unit=Unit.COUNT,
        ),
    ),
)


def read(ground: Ground) -> dict[int, Tally]:
    """Authority → rooms with a current assessment, of all in use."""
    made = Tallying()
    for room_id, state in states(ground).items():
        id_ = ground.authority(room_id)
        made.add(id_, Part(int(state == CURRENT), 1, 1))
        made.split(id_, STATE, state, Part(1, 1, 1))
    return made.made()


def states(ground: Ground) -> dict[int, str]:
    """Room in use → how its assessment stood."""
    day, last = ground.scope.as_of, _last(ground)
    found = {}
    for room in ground.rooms:
        known = [last.get((room.venue.id, each)) for each in (None, room.id)]
        if None in known:
            found[room.id] = NEVER
        else:
            current = all(by is not None and by >= day for by in known)
            found[room.id] = CURRENT if current else OVERDUE
    return found


def _last(ground: Ground) -> dict[tuple[int, int | None], date]:
    """Venue, or one of its rooms → the day until which its last assessment holds."""
    made = Assessment.__table__.c
    rank = func.row_number().over(
        partition_by=(made.venue_id, made.room_id),
        order_by=(made.made_on.desc(), made.id.desc()),
    )
    ranked = (
        select(
            made.venue_id, made.room_id, made.made_on, made.review_by, rank.label("at")
        )
        .where(made.made_on <= ground.scope.as_of)
        .subquery()
    )
    months = ground.catalogue.numbers.review_months
    rows = ground.session.execute(select(ranked).where(ranked.c.at == 1))
    return {
        (venue_id, room_id): min(review_by, months_after(made_on, months))
        for venue_id, room_id, made_on, review_by, _ in rows
    }
