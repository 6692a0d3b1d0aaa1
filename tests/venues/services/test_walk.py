"""Whatever is booked, moved, closed and undone in whatever order, the promises hold."""

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
from venues.domain.recurrence import Every, Repeat
from venues.errors import VenuesError
from venues.services import attempts, booking_changes, checks
from venues.services.asking import Request
from venues.services.rehousing import applying, planning
from venues.services.rehousing.values import Closing
from venues.services.series import changing
from venues.services.series.change import Change, Way
from venues.services.series.opened import Scope
from venues.services.series.planning import Otherwise
from venues.services.undoing import steps

NEAR = {WILLOW: 1, OAK: 1, STUDY: 1, HALL: 3, HALL_A: 3, HALL_B: 3}
"""Room → its street: Millbrook and the Library are neighbours."""

WHO = (
    (Viewer(1, "practitioner.04", "Practitioner 04", Role.PRACTITIONER, 1), "WA-20417"),
    (Viewer(2, "practitioner.05", "Practitioner 05", Role.PRACTITIONER, 1), "WA-20418"),
)
"""Two with a case each, and these are kept apart."""

KEEPER = Viewer(5, "manager.01", "Manager 01", Role.MANAGER, 1)
"""Whoever closes venues."""

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
        viewer, reference = self._as(who)
        request = Request(
            audience=Audience.CHILD if named else Audience.STAFF,
            kind="SUP" if named else "PRO",
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
        viewer, _ = self._as(who)
        id_ = self.mine[who][at % len(self.mine[who])]
        with suppress(VenuesError):
            self.database.change(
                lambda session: booking_changes.move(
                    session,
                    id_,
                    viewer,
                    now=NOW,
                    room_ids=(room,),
                    period=period(start, lasts),
                ),
                [room],
                "move",
            )

    @rule(who=whose, at=which)
    def cancel(self, who: int, at: int) -> None:
        """One of one's own."""
        if not self.mine[who]:
            return
        viewer, _ = self._as(who)
        id_ = self.mine[who][at % len(self.mine[who])]
        with suppress(VenuesError), self.database.write("cancelling") as session:
            booking_changes.cancel(session, id_, viewer, reason="Ill", now=NOW)

    @rule(who=whose, room=rooms, start=starts, times=st.integers(2, 4))
    def repeat(self, who: int, room: int, start: int, times: int) -> None:
        """Every week; what does not fit goes elsewhere, or is left out."""
        viewer, reference = self._as(who)
        request = Request(
            audience=Audience.CHILD,
            kind="SUP",
            period=period(start, 60),
            people=2,
            references=(reference,),
            worker_ids=(viewer.staff_id,),
            room_ids=(room,),
        )
        with suppress(VenuesError):
            made = attempts.book_series(
                self.database,
                request,
                Repeat(every=Every.WEEK, times=times),
                viewer,
                now=NOW,
                otherwise=(Otherwise.OTHER_ROOM, Otherwise.LEAVE_OUT),
            )
            self.mine[who].extend(each.id for each in made.booked)

    @rule(who=whose, at=which, start=starts)
    def change_all_to_come(self, who: int, at: int, start: int) -> None:
        """Another time for a series, if one's booking is of one."""
        if not self.mine[who]:
            return
        (viewer, _), id_ = self._as(who), self.mine[who][at % len(self.mine[who])]
        wanted = Change(
            scope=Scope.ALL,
            starts=period(start, 60).starts.time(),
            otherwise=(Way.OTHER_ROOM, Way.LEAVE_OUT),
        )
        with suppress(VenuesError), self.database.write("change of dates") as session:
            changing.change(session, id_, wanted, viewer, now=NOW)

    @rule(venue=st.sampled_from((1, 2, 3)))
    def close(self, venue: int) -> None:
        """A venue for the day, every booking of it going wherever it fits."""
        day = datetime.combine(THURSDAY, time())
        ends = day + timedelta(days=1)
        cause = Closing(venue_id=venue, starts=day, ends=ends, reason="Works")
        with suppress(VenuesError):
            with self.database.read() as session:
                plan = planning.make(session, cause, KEEPER, now=NOW)
            self.database.actor = KEEPER.staff_id
            with self.database.write("closing") as session:
                applying.apply(session, plan, KEEPER, now=NOW)

    @rule(who=st.integers(0, 2), again=st.booleans())
    def turn(self, who: int, *, again: bool) -> None:
        """Undo, or do again, what one did last."""
        viewer = (*(each for each, _ in WHO), KEEPER)[who]
        self.database.actor = viewer.staff_id
        with self.database.read() as session:
            offered = steps.read(session, viewer)
        found = offered.redo if again else offered.undo
        if found:
            with suppress(VenuesError):
                steps.turn(self.database, found[0].id, viewer, now=NOW)

    def _as(self, who: int) -> tuple[Viewer, str]:
        """Sit down as that person."""
        self.database.actor = WHO[who][0].staff_id
        return WHO[who]

    @invariant()
    def no_booking_is_lost(self) -> None:
        """What was booked stays on record, unless it was undone."""
        rows = around.rows(self.database, "SELECT id FROM booking")
        added = around.rows(
            self.database,
            "SELECT row_id FROM history WHERE \"table\" = 'booking' "
            "GROUP BY row_id HAVING sum(CASE action WHEN 'added' THEN 1 "
            "WHEN 'removed' THEN -1 ELSE 0 END) > 0",
        )
        assert {id_ for (id_,) in rows} == {id_ for (id_,) in added}

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
            (case_id, (NEAR[room_id], moment(begins).date()), half)
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
        settings=settings(max_examples=6, stateful_step_count=20, deadline=None),
    )

    assert set(told) == {()}
