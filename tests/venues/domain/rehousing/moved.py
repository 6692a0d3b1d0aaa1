"""Bookings that have to go, written down in a few words."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from datetime import datetime, timedelta

from hypothesis import strategies as st

from venues.domain.rehousing.values import Claim, Displaced, Option, Score, score

NINE = datetime(2026, 11, 26, 9)
HOUR = timedelta(hours=1)
HALF = timedelta(minutes=30)


def option(
    room: int,
    later: int = 0,
    *,
    metres: int = 0,
    pence: int = 0,
    start: datetime = NINE,
    more: tuple[Claim, ...] = (),
) -> Option:
    """An hour in a room, so many minutes after its start."""
    starts = start + timedelta(minutes=later)
    held = Claim.plain(("space", room, 0), starts, starts + HOUR)
    return Option(
        ids=(room, later),
        same=room,
        later=later,
        metres=metres,
        pence=pence,
        claims=(held, *more),
    )


def booking(
    id_: int,
    *options: Option,
    series: int | None = None,
    stay: tuple[Claim, ...] = (),
    fixed: bool = False,
) -> Displaced:
    """A booking with those options."""
    return Displaced(id=id_, options=options, series=series, stay=stay, fixed=fixed)


@st.composite
def closures(draw: st.DrawFn, most: int = 6) -> tuple[Displaced, ...]:
    """Up to six bookings of a few workers and series, some of them kept apart.

    Few enough options for each that all placements can be tried.
    """
    number = draw(st.integers(1, most))
    many = max(1, 9 - number)
    return tuple(draw(_bookings(id_, many)) for id_ in range(1, number + 1))


@st.composite
def _bookings(draw: st.DrawFn, id_: int, most: int) -> Displaced:
    small = st.integers(0, 2)
    worker, home, pair = draw(small), draw(small), draw(st.booleans())
    places = st.tuples(small, small)
    options = []
    for room, slot in sorted(draw(st.sets(places, max_size=min(most, 5)))):
        starts = NINE + slot * HALF
        mine = [Claim.plain(("worker", worker, 0), starts, starts + HOUR)]
        if pair:
            reach = (starts - HOUR, starts + 2 * HOUR)
            mine.append(Claim(("apart", 1, room // 2), starts, starts + HOUR, *reach))
        metres, pence = 100 * draw(small), 10 * draw(small)
        options.append(
            Option(
                ids=(room, slot),
                same=room,
                later=abs(slot - home) * 30,
                metres=metres,
                pence=pence,
                claims=(
                    Claim.plain(("space", room, 0), starts, starts + HOUR),
                    *mine,
                ),
            )
        )
    starts = NINE + home * HALF
    return Displaced(
        id=id_,
        options=tuple(options),
        series=draw(st.sampled_from([None, 1, 2])),
        stay=(Claim.plain(("worker", worker, 0), starts, starts + HOUR),),
    )


def best_of_all(bookings: Sequence[Displaced]) -> Score:
    """The best score there is, found by trying every placement."""
    whole = [[*each.options, None] for each in bookings]
    bad = {
        (n, a, m, b)
        for (n, one), (m, other) in itertools.combinations(enumerate(bookings), 2)
        for a, here in enumerate(whole[n])
        for b, there in enumerate(whole[m])
        if _clash((one, here), (other, there))
    }
    found = None
    for taken in itertools.product(*(range(len(each)) for each in whole)):
        pairs = itertools.combinations(enumerate(taken), 2)
        if bad and any((*one, *other) in bad for one, other in pairs):
            continue
        one = score(
            bookings,
            {each.id: whole[n][taken[n]] for n, each in enumerate(bookings)},
        )
        found = one if found is None else min(found, one)
    assert found is not None  # all of them may stay
    return found


def _clash(
    one: tuple[Displaced, Option | None], other: tuple[Displaced, Option | None]
) -> bool:
    if one[1] is None and other[1] is None:
        return False
    return any(
        mine.key == theirs.key and mine.clashes(theirs)
        for mine in _claims(*one)
        for theirs in _claims(*other)
    )


def _claims(booking: Displaced, place: Option | None) -> tuple[Claim, ...]:
    return booking.stay if place is None else place.claims
