"""Whatever is booked, moved and cancelled in whatever order, the promises hold."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)

from tests import around
from tests.server import SERVER
from tests.world import HALL, HALL_A, HALL_B, NOW, OAK, STUDY, THURSDAY, WILLOW
from venues.address import Place
from venues.database.models import Separation
from venues.database.session import Database
from venues.domain.people import Audience, Role, Viewer
from venues.domain.period import Period
from venues.errors import VenuesError
from venues.services import attempts, booking_changes, checks
from venues.services.asking import Request

NEAR = {WILLOW: 1, OAK: 1, STUDY: 1, HALL: 3, HALL_A: 3, HALL_B: 3}
"""Room → its street: Millbrook and the Library are neighbours."""

WHO = (
    (Viewer(1, "practitioner.04", "Practitioner 04", Role.PRACTITIONER, 1), "WA-20417"),
    (Viewer(2, "practitioner.05", "Practitioner 05", Role.PRACTITIONER, 1), "WA-20418"),
)
"""Two with a case each, and these are kept apart."""

LIVE = "('provisional', 'confirmed')"
rooms = st.sampled_from(sorted(NEAR))
whose = st.integers(0, 1)
starts = st.integers(9 * 4, 18 * 4)  # quarters of an hour
minutes = st.sampled_from((30, 60, 90))
which = st.integers(0, 30)


class Walk(RuleBasedStateMachine):
    """Two people at work; each of their attempts succeeds or is refused in words."""

    def __init__(self, fresh: Callable[[], Place], told: list[tuple[str, ...]]) -> None:
        super().__init__()
        self.told = told
        self.database = Database.open(fresh())
        with self.database.write() as session:
            session.add(
                Separation(
                    first_id=1,
                    second_id=3,
                    kind="no contact",
                    since=THURSDAY - timedelta(days=90),
                )
            )
        self.mine: tuple[list[int], list[int]] = ([], [])

    @rule(who=whose, room=rooms, start=starts, lasts=minutes, named=st.booleans())
    def book(self, who: int, room: int, start: int, lasts: int, *, named: bool) -> None:
        """A room, with one's case or for a meeting of staff."""
        viewer, reference = WHO[who]
        request = Request(
            audience=Audience.CHILD if named else Audience.STAFF,
            kind="SUP",
            period=period(start, lasts),
            people=2,
            references=(reference,) if named else (),
            worker_ids=(viewer.staff_id,),
            room_ids=(room,),
        )
        with suppress(VenuesError):
            booked = attempts.book(self.database, request, viewer, now=NOW)
            self.mine[who].append(booked.id)

    @rule(who=whose, at=which, room=rooms, start=starts, lasts=minutes)
    def move(self, who: int, at: int, room: int, start: int, lasts: int) -> None:
        """One of one's own, to anywhere else."""
        if not self.mine[who]:
            return
        id_ = self.mine[who][at % len(self.mine[who])]
        with suppress(VenuesError):
            self.database.change(
                lambda session: booking_changes.move(
                    session,
                    id_,
                    WHO[who][0],
                    now=NOW,
                    room_ids=(room,),
                    period=period(start, lasts),
                ),
                [room],
            )

    @rule(who=whose, at=which)
    def cancel(self, who: int, at: int) -> None:
        """One of one's own."""
        if not self.mine[who]:
            return
        id_ = self.mine[who].pop(at % len(self.mine[who]))
        with suppress(VenuesError), self.database.write() as session:
            booking_changes.cancel(session, id_, WHO[who][0], reason="Ill", now=NOW)

    @invariant()
    def those_kept_apart_never_share_a_street_for_half_a_day(self) -> None:
        """By the rows alone."""
        found = around.rows(
            self.database,
            "SELECT case_id, room_id, starts, ends FROM booking "  # noqa: S608
            "JOIN attendance ON attendance.booking_id = booking.id "
            "JOIN booking_room ON booking_room.booking_id = booking.id "
            f"WHERE status IN {LIVE}",
        )
        visits = {
            (case_id, NEAR[room_id], half)
            for case_id, room_id, begins, ends in found
            for half in halves(moment(begins), moment(ends))
        }
        first = {(street, half) for case_id, street, half in visits if case_id == 1}
        other = {(street, half) for case_id, street, half in visits if case_id == 3}
        assert not first & other

    def teardown(self) -> None:
        """No room is held twice, and every booking holds what it should."""
        self.told.append(checks.check(self.database, now=NOW).problems)
        self.database.close()


def period(quarter: int, lasts: int) -> Period:
    starts_at = datetime.combine(THURSDAY, time()) + timedelta(minutes=15 * quarter)
    return Period.lasting(starts_at, lasts)


def moment(value: str | datetime) -> datetime:
    return value if isinstance(value, datetime) else datetime.fromisoformat(value)


def halves(begins: datetime, ends: datetime) -> set[int]:
    """The parts of the day it touches: until 1pm, until 5pm, and after."""
    bounds = (0, 13 * 60, 17 * 60, 24 * 60)
    since, until = begins.hour * 60 + begins.minute, ends.hour * 60 + ends.minute
    return {n for n in range(3) if since < bounds[n + 1] and bounds[n] < until}


def test_the_promises_hold_in_whatever_order_people_work(
    engine: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    def fresh() -> Place:
        if engine == SERVER:
            place: Place = request.getfixturevalue("shared_world").reset()
            return place
        path = tmp_path / "Venues.sqlite"
        for end in ("", "-wal", "-shm"):
            path.with_name(f"{path.name}{end}").unlink(missing_ok=True)
        return Path(shutil.copy(request.getfixturevalue("small_world"), path))

    told: list[tuple[str, ...]] = []
    run_state_machine_as_test(
        lambda: Walk(fresh, told),
        settings=settings(max_examples=6, stateful_step_count=15, deadline=None),
    )

    assert set(told) == {()}
